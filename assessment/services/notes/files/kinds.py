"""The kinds of file that may be attached, each with the check of its content."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import signatures
from assessment.services.documents.formats import MEDIA_TYPES
from assessment.services.notes.files.images import check_jpeg, check_png
from assessment.services.notes.files.office import office_kind
from assessment.services.notes.files.pdf import check_pdf

ALLOWED = "PDF, PNG, JPEG, XLSX, DOCX"


@dataclass(frozen=True)
class Kind:
    """A kind of file: its ending and its media type."""

    suffix: str
    media_type: str


PDF = Kind(".pdf", MEDIA_TYPES["pdf"])
PNG = Kind(".png", "image/png")
JPEG = Kind(".jpg", "image/jpeg")
XLSX = Kind(".xlsx", MEDIA_TYPES["xlsx"])
DOCX = Kind(".docx", MEDIA_TYPES["docx"])

_BY_SIGNATURE: tuple[tuple[bytes, Kind, Callable[[bytes], None]], ...] = (
    (signatures.PDF, PDF, check_pdf),
    (b"\x89PNG\r\n\x1a\n", PNG, check_png),
    (b"\xff\xd8\xff", JPEG, check_jpeg),
)
_BY_MAIN_PART = {"spreadsheet": XLSX, "document": DOCX}


def kind_of(data: bytes) -> Kind:
    """What the file is. Raises Invalid when it is of another kind, damaged, or could do harm."""
    if not data:
        raise Invalid([Problem("attachment_empty")])
    try:
        for signature, kind, check in _BY_SIGNATURE:
            if data.startswith(signature):
                check(data)
                return kind
        if data.startswith(signatures.PACKED):
            return _BY_MAIN_PART[office_kind(data)]
    except ValueError as error:
        raise Invalid([Problem("attachment_damaged")]) from error
    raise Invalid([Problem("attachment_kind", values={"allowed": ALLOWED})])
