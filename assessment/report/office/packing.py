"""Packed office files whose bytes depend on their content and date alone."""

import re
import zipfile
from datetime import date
from io import BytesIO

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def repacked(data: bytes, day: date) -> bytes:
    """The same parts in the same order, as if made at the beginning of the day."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for item in source.infolist():
            part = zipfile.ZipInfo(item.filename, _EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            packed.writestr(part, _settled(item.filename, source.read(item), day))
    return target.getvalue()


def _settled(name: str, content: bytes, day: date) -> bytes:
    """A part without the moment in which it was made; a workbook within is packed anew as well."""
    if name.endswith(".xlsx"):
        return repacked(content, day)
    if name == _PROPERTIES:
        return _MOMENT.sub(f"{day.isoformat()}T00:00:00Z".encode(), content)
    return content
