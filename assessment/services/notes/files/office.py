"""Whether a file is a workbook or document of Office Open XML, without macros and not a bomb."""

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError, XMLParser

from assessment.errors import Invalid, Problem

MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
_LONGEST_INDEX = 1024 * 1024
_INDEX = "[Content_Types].xml"
_MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "spreadsheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "document",
}
# What can run: macros of either kind, controls, and Excel's macro sheets of the nineties.
_RUNS = ("vbaproject", "vbadata", "activex/", "macrosheets/", "macroenabled", "ms-excel.macrosheet")


def office_kind(data: bytes) -> str:
    """`spreadsheet` or `document`; raises Invalid where it could do harm, ValueError else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bombs(archive)
            index = _index(archive)
            names = [item.filename for item in archive.infolist()]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
        raise ValueError("not a whole archive") from error
    types = _content_types(index)
    if any(mark in text.lower() for text in (*names, *types) for mark in _RUNS):
        raise Invalid([Problem("attachment_macros")])
    kinds = {_MAIN_PARTS[kind] for kind in types if kind in _MAIN_PARTS}
    if len(kinds) != 1:
        raise Invalid([Problem("attachment_kind", values={"allowed": "XLSX, DOCX"})])
    return kinds.pop()


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    """The sizes that the archive states are enough: nothing but the index is unpacked here."""
    items = archive.infolist()
    unpacked = sum(item.file_size for item in items)
    if len(items) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise Invalid([Problem("attachment_bomb")])
    if any(item.flag_bits & 0x1 for item in items):
        raise Invalid([Problem("attachment_locked")])


def _index(archive: zipfile.ZipFile) -> bytes:
    try:
        with archive.open(_INDEX) as part:
            index = part.read(_LONGEST_INDEX + 1)
    except (KeyError, RuntimeError, OSError) as error:
        raise Invalid([Problem("attachment_kind", values={"allowed": "XLSX, DOCX"})]) from error
    if len(index) > _LONGEST_INDEX:
        raise Invalid([Problem("attachment_bomb")])
    return index


def _content_types(index: bytes) -> list[str]:
    """The types of all parts; entities, which could be made to swell, are not read at all."""
    if b"<!" in index.replace(b"\x00", b"").replace(b"<!--", b""):
        raise ValueError("declarations in the index")
    parser = XMLParser()  # noqa: S314 - no declarations, so no entities
    try:
        parser.feed(index)
        root: Element = parser.close()
    except ParseError as error:
        raise ValueError("the index cannot be read") from error
    return [part.get("ContentType", "") for part in root]
