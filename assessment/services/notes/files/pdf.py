"""Whether a file is a PDF from its beginning to its end; a worker process reads it in earnest."""

import re

_TAIL = 2048  # readers look for the end of the file in its last kilobyte; some writers add blanks
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")


def check_pdf(data: bytes) -> None:
    """Raises ValueError when the file does not end as a PDF does, or its index is missing."""
    found = _START.findall(data[-_TAIL:])
    if not found:
        raise ValueError("the end is missing")
    if not _TABLE.match(data, int(found[-1])):
        raise ValueError("the index is not where the end says")
