"""Small files of every kind that may be attached, and of kinds that may not; and a full disk."""

import io
import resource
import struct
import zipfile
import zlib
from contextlib import contextmanager
from functools import cache

import pikepdf

_OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN_PARTS = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet.main+xml",
    "docx": f"{_OFFICE}.wordprocessingml.document.main+xml",
}


def a_pdf(**saving):
    document = pikepdf.new()
    document.add_blank_page()
    target = io.BytesIO()
    # An encrypted file has an id of its own each time.
    document.save(target, deterministic_id=not saving, **saving)
    return target.getvalue()


def a_png(width=2, height=1):
    def part(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"") + part(b"IEND", b"")


def a_jpeg(width=2, height=1):
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    head = b"\xff\xe0\x00\x04ab"
    return (
        b"\xff\xd8"
        + head
        + b"\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\x00\x02\x00\xff\xd9"
    )


@cache
def a_bomb():
    """A workbook of some 250 kB that would unpack to 208 MB."""
    target = io.BytesIO(an_office_file())
    with (
        zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("bomb", "w") as part,
    ):
        for _ in range(52):
            part.write(bytes(4 * 2**20))
    return target.getvalue()


def an_office_file(kind="xlsx", *, parts=(), main=None, index=None):
    types = main or MAIN_PARTS[kind]
    index = index or f'<Types><Override PartName="/main.xml" ContentType="{types}"/></Types>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", index)
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


@contextmanager
def no_room_on_disk():
    """Meanwhile no file can be longer than a thousand bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
