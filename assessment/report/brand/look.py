"""The colours of an office in place of ours: in style sheets and in charts."""

import re

from assessment.report.brand.contrast import Palette
from assessment.report.charts.drawing import PALE, SOFT, STRONG

_ROOT = re.compile(r":root \{(.*?)\}", re.DOTALL)
_NAMED = re.compile(r"--([a-z-]+):\s*([^;]+);")
_USED = re.compile(r"var\(--([a-z-]+)\)")


def variables(palette: Palette | None) -> str:
    """A style sheet with the colours of the office, to stand after the report's own; maybe empty.

    Only colours that were checked come here: they hold nothing but digits.
    """
    if palette is None:
        return ""
    told = " ".join(f"--{name}: {colour};" for name, colour in _colours(palette).items())
    return f":root {{ {told} }}\n"


def with_plain_colours(style: str, palette: Palette | None) -> str:
    """The report's style sheet with its colours, or the office's, in place of their names.

    On paper nothing changes them later; a name is looked up again for every element it is used on.
    """
    named = dict(_NAMED.findall("".join(_ROOT.findall(style))))
    if palette is not None:
        named |= _colours(palette)
    plain = _USED.sub(lambda found: named.get(found[1], found[0]), style)
    return plain + variables(palette)


def _colours(palette: Palette) -> dict[str, str]:
    return {
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


def recoloured(svg: str, palette: Palette | None) -> str:
    """The drawing of a chart in the colours of the office."""
    if palette is None:
        return svg
    ours = {STRONG: palette.ink, SOFT: palette.soft, PALE: palette.pale}
    return re.sub("|".join(ours), lambda found: ours[found[0]], svg)
