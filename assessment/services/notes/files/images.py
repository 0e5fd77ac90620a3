"""Whether a file is a picture that is whole, and of a size that viewers can bear."""

import struct
import zlib
from collections.abc import Iterator

LONGEST_SIDE = 20_000
_HEADER = 8
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN = 0xDA


def check_png(data: bytes) -> None:
    """Raises ValueError unless all parts of the PNG are there, undamaged, and of a sane size."""
    parts = list(_png_parts(data))
    if not parts or parts[0][0] != b"IHDR" or parts[-1][0] != b"IEND":
        raise ValueError("not a whole PNG")
    _check_size(*struct.unpack(">II", parts[0][1][:8]))


def check_jpeg(data: bytes) -> None:
    """Raises ValueError unless the JPEG says its size before its first scan, and ends."""
    if b"\xff\xd9" not in data[-64 * 1024 :]:
        raise ValueError("the end is missing")
    for marker, part in _jpeg_parts(data):
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", part[1:5])
            return _check_size(width, height)
    raise ValueError("no size before the first scan")


def _check_size(width: int, height: int) -> None:
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise ValueError(f"{width} x {height} pixels")


def _png_parts(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    whole = memoryview(data)  # its parts are not copied: one may be as large as the file
    place = _HEADER
    while place + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name = data[place + 4 : place + 8]
        part = whole[place + 8 : place + 8 + length]
        check = whole[place + 8 + length : place + 12 + length]
        if len(check) < 4 or zlib.crc32(part, zlib.crc32(name)) != int.from_bytes(check, "big"):
            raise ValueError(f"damaged at byte {place}")
        yield name, part
        if name == b"IEND":
            return
        place += 12 + length


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            raise ValueError(f"damaged at byte {place}")
        marker = data[place + 1]
        if marker == 0xFF:  # a filling byte
            place += 1
        elif marker in _WITHOUT_LENGTH:
            place += 2
        elif marker == _SCAN:
            return
        else:
            (length,) = struct.unpack_from(">H", data, place + 2)
            part = data[place + 4 : place + 2 + length]
            if length < 2 or len(part) != length - 2 or (marker in _FRAMES and length < 7):
                raise ValueError(f"damaged at byte {place}")
            yield marker, part
            place += 2 + length
