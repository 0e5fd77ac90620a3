"""Pictures for tests of brands, drawn here and now."""

from io import BytesIO

from PIL import Image, ImageDraw

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DISC = '<circle cx="50" cy="50" r="40" fill="#b00020"/>'


def svg(inside: str = DISC, *, frame: str = 'viewBox="0 0 100 100"', before: str = "") -> bytes:
    return f"{before}<svg {NAMES} {frame}>{inside}</svg>".encode()


def png(width: int = 200, height: int = 80, *, ink: str = "#004b76", mode: str = "RGBA") -> bytes:
    """A disc on nothing."""
    image = Image.new(mode, (width, height))
    ImageDraw.Draw(image).ellipse((4, 4, width - 4, height - 4), fill=ink)
    return saved(image, "PNG")


def jpeg(width: int = 200, height: int = 80, **options: object) -> bytes:
    return saved(Image.new("RGB", (width, height), "#336699"), "JPEG", **options)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
