"""Names of files that every system can store."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from assessment.errors import Invalid, Problem

LONGEST_PATTERN = 100

_FIELD = re.compile(r"\{(\w*)\}")
_LONGEST = 120
_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
# Windows takes neither these signs nor these names, and a ZIP may be opened anywhere.
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def plain_name(text: str) -> str:
    """The text in Latin letters and digits, anything else between them as one underscore."""
    spelt = unicodedata.normalize("NFKD", text.translate(_SPELT)).encode("ascii", "ignore").decode()
    return re.sub("[^A-Za-z0-9]+", "_", spelt).strip("_")


def check_pattern(pattern: str, fields: Sequence[str], place: str) -> None:
    """Raises Invalid for a pattern of names with other fields, or signs that no name may have."""
    unknown = [field for field in _FIELD.findall(pattern) if field not in fields]
    literal = _FIELD.sub("", pattern)
    impossible = not pattern.isprintable() or not _FORBIDDEN.isdisjoint(literal)
    if unknown or impossible or not pattern.strip() or len(pattern) > LONGEST_PATTERN:
        allowed = ", ".join(f"{{{field}}}" for field in fields)
        raise Invalid([Problem("bad_name_pattern", place, {"given": pattern, "fields": allowed})])


def filled(pattern: str, fields: Mapping[str, str], *, otherwise: str) -> str:
    """The name after the pattern, without an ending; `otherwise` where nothing is left of it."""
    name = _FIELD.sub(lambda found: fields[found[1]], pattern)
    kept = name.strip(" ._")[:_LONGEST].rstrip(" .") or otherwise
    return f"{kept}_" if _RESERVED.fullmatch(kept) else kept
