"""Small files of every kind that may be attached, and of kinds that may not."""

import io
import struct
import zipfile
import zlib

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
    document.save(target, **saving)
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


def an_office_file(kind="xlsx", *, parts=(), main=None, index=None):
    types = main or MAIN_PARTS[kind]
    index = index or f'<Types><Override PartName="/main.xml" ContentType="{types}"/></Types>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", index)
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()
