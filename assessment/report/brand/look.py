"""The colours of an office in place of ours: in style sheets and in charts."""

import re

from assessment.report.brand.contrast import Palette
from assessment.report.charts.drawing import PALE, SOFT, STRONG


def variables(palette: Palette | None) -> str:
    """A style sheet with the colours of the office, to stand after the report's own; maybe empty.

    Only colours that were checked come here: they hold nothing but digits.
    """
    if palette is None:
        return ""
    colours = {
        "accent": palette.ink,
        "deep": palette.deep,
        "tint": palette.tint,
        "soft": palette.soft,
        "pale": palette.pale,
        "cover": palette.accent,
        "on-cover": palette.on_accent,
        "eyebrow": palette.on_accent,
        "cover-line": palette.on_accent,
    }
    told = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f":root {{ {told} }}\n"


def recoloured(svg: str, palette: Palette | None) -> str:
    """The drawing of a chart in the colours of the office."""
    if palette is None:
        return svg
    ours = {STRONG: palette.ink, SOFT: palette.soft, PALE: palette.pale}
    return re.sub("|".join(ours), lambda found: ours[found[0]], svg)
