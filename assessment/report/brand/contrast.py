"""Colours that can be read: contrast after WCAG 2.2, and the colours derived from an office's own.

Relative luminance and ratio: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, success criterion 1.4.3)."""

WHITE = "#ffffff"
_STRONG = 7.0
_STEPS = 1020
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)

Channels = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """The colours of a document: the office's own, and shades of it for text, areas and charts.

    `ink` can be read on `tint` and on white, `deep` stands out on white as headings do.
    """

    accent: str
    on_accent: str
    ink: str
    deep: str
    tint: str
    soft: str
    pale: str


def hex_colour(text: str) -> str | None:
    """The colour as `#rrggbb`; None where the text is no colour in this notation."""
    found = _HEX.fullmatch(text.strip())
    if not found:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def luminance(colour: str) -> float:
    """The relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 for equal ones to 21 for black and white.

    >>> round(contrast("#000000", "#ffffff"), 2)
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_darker(colour: str, behind: str = WHITE, least: float = LEAST) -> str:
    """The colour itself where it can be read on what is behind it, else darkened just enough.

    Hue and saturation stay. Black where nothing else is dark enough.
    """
    lowest, highest = 0, _STEPS
    while lowest < highest:
        middle = (lowest + highest + 1) // 2
        if contrast(_darkened(colour, middle), behind) >= least:
            lowest = middle
        else:
            highest = middle - 1
    return _darkened(colour, lowest)


def palette_of(accent: str, on_accent: str) -> Palette:
    """What a document needs beside the office's two colours."""
    tint = _mixed(accent, 0.06)
    return Palette(
        accent=accent,
        on_accent=on_accent,
        ink=nearest_darker(accent, tint),
        deep=nearest_darker(accent, WHITE, _STRONG),
        tint=tint,
        soft=_mixed(accent, 0.45),
        pale=_mixed(accent, 0.16),
    )


def shown_ratio(ratio: float) -> float:
    """The ratio with two decimals, cut off: one that is too low never reads as if it were not."""
    return int(ratio * 100) / 100


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> Channels:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _darkened(colour: str, steps: int) -> str:
    return _hex(int(channel * steps / _STEPS) for channel in _channels(colour))


def _mixed(colour: str, share: float) -> str:
    """So much of the colour on white."""
    return _hex(round(255 + (channel - 255) * share) for channel in _channels(colour))


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
