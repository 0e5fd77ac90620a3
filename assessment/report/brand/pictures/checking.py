"""Pictures of a brand: told by their content, checked, and saved anew without what rides along.

Only worker processes and the command line import this: reading pictures needs libraries.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import vl_convert
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from assessment.errors import Invalid, Problem
from assessment.report.brand.model import NO_TEXTS, Picture, PictureKind, Texts
from assessment.report.brand.pictures.drawing import drawing_of

MOST_BYTES = 2_000_000
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 1_600
WIDEST = 12
"""How many times as wide as high a picture may be, or as high as wide."""

ALLOWED = "PNG, JPEG, SVG"
_SIGNATURES: tuple[tuple[bytes, PictureKind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
# So little of a sheet, in shades from 0 to 255, nobody makes out on white paper.
_HARDLY_SEEN = 20


def picture_of(data: bytes, alt: Texts = NO_TEXTS) -> Picture:
    """The picture, saved anew. Raises Invalid with everything that stands against it."""
    if len(data) > MOST_BYTES:
        raise Invalid([Problem("picture_too_big", values={"limit": MOST_BYTES // 1_000_000})])
    kind = next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)
    if kind is None and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Invalid([Problem("picture_kind", values={"allowed": ALLOWED})])
    picture = _drawn(data, alt) if kind is None else _pixels(data, kind, alt)
    if not 1 / WIDEST <= picture.shape <= WIDEST:
        raise Invalid([Problem("picture_shape", values={"limit": WIDEST})])
    if not _is_seen(picture):
        raise Invalid([Problem("picture_not_seen")])
    return picture


def as_png(picture: Picture, longest: int = 1_200) -> bytes:
    """The picture in pixels, for documents that know no drawings; the others as they are."""
    if picture.kind != "image/svg+xml":
        return picture.data
    scale = longest / max(picture.width, picture.height)
    drawn = vl_convert.svg_to_png(picture.data.decode(), scale=scale)
    with Image.open(BytesIO(drawn)) as raw:
        # It writes colours already multiplied by how much covers, as no PNG has them: edges of
        # light shapes would turn dark.
        straight = Image.frombytes("RGBa", raw.size, raw.tobytes()).convert("RGBA")
    saved = BytesIO()
    straight.save(saved, "PNG", compress_level=9)
    return saved.getvalue()


def _drawn(data: bytes, alt: Texts) -> Picture:
    drawing = drawing_of(data)
    return Picture("image/svg+xml", drawing.text.encode(), drawing.width, drawing.height, alt)


def _pixels(data: bytes, kind: PictureKind, alt: Texts) -> Picture:
    """Read whole and saved anew: nothing of the camera, no second file behind the picture."""
    try:
        with _strictly(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as file:
            if file.width * file.height > MOST_PIXELS:
                limit = MOST_PIXELS // 1_000_000
                raise Invalid([Problem("picture_too_many_pixels", values={"limit": limit})])
            plain = _plain(ImageOps.exif_transpose(file), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        limit = MOST_PIXELS // 1_000_000
        raise Invalid([Problem("picture_too_many_pixels", values={"limit": limit})]) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Invalid([Problem("picture_damaged")]) from error
    saved = BytesIO()
    if kind == "image/png":
        plain.save(saved, "PNG", compress_level=9)
    else:
        plain.save(saved, "JPEG", quality=90)
    return Picture(kind, saved.getvalue(), plain.width, plain.height, alt)


@contextmanager
def _strictly() -> Iterator[None]:
    """Read only pictures that are whole; WeasyPrint tells Pillow to read others as well."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _plain(image: Image.Image, kind: PictureKind) -> Image.Image:
    """In red, green and blue, with what can be seen through kept, and no larger than paper needs.

    Without any of what the file said beside its pixels.
    """
    clear = kind == "image/png" and image.has_transparency_data
    plain = image.convert("RGBA" if clear else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.info.clear()
    return plain


def _is_seen(picture: Picture) -> bool:
    """Whether anything of the picture stands out from white paper."""
    try:
        with Image.open(BytesIO(as_png(picture, longest=300))) as file:
            shown = file.convert("RGBA")
    except (OSError, ValueError) as error:
        raise Invalid([Problem("picture_damaged")]) from error
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    darkest = (min(channel.tobytes()) for channel in paper.convert("RGB").split())
    return any(shade <= 255 - _HARDLY_SEEN for shade in darkest)
