"""The shares of the trials as one bar, drawn by hand: five pieces need no library for charts.

The pieces are told apart by tone and outline, in the order of the table beneath; the percentage
stands in every piece that has room for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assessment.report.charts import INK, MUTED, PALE, SOFT, STRONG

_WIDTH, _HEIGHT, _GAP = 640, 30, 2
_ROOM_FOR_TEXT = 0.07


@dataclass(frozen=True)
class Part:
    """One piece of the bar; `id` is a route or `none`, `note` is written into it."""

    id: str
    share: float
    note: str
    advised: bool


# Fill, outline and ink of each piece.
LOOKS = {
    "turnkey": (STRONG, STRONG, "white"),
    "shared_service": (SOFT, SOFT, INK),
    "co_development": (PALE, STRONG, INK),
    "in_house": (INK, INK, "white"),
    "none": ("white", MUTED, INK),
}


def shares_svg(parts: Sequence[Part]) -> str:
    """One bar of the whole width, divided by the shares; nothing is drawn for a share of 0."""
    shown = [part for part in parts if part.share > 0]
    room = _WIDTH - _GAP * (len(shown) - 1)
    drawn, left = [], 0.0
    for part in shown:
        width = room * part.share
        drawn.append(_piece(part, left, width))
        left += width + _GAP
    size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def _piece(part: Part, left: float, width: float) -> str:
    fill, outline, ink = LOOKS[part.id]
    dashes = ' stroke-dasharray="3 2"' if part.id == "none" else ""
    box = (
        f'<rect x="{left + 0.6:.1f}" y="0.6" width="{max(width - 1.2, 0.4):.1f}" '
        f'height="{_HEIGHT - 1.2}" fill="{fill}" stroke="{outline}" stroke-width="1.2"{dashes}/>'
    )
    if part.share < _ROOM_FOR_TEXT:
        return box
    weight = 600 if part.advised else 400
    return box + (
        f'<text x="{left + width / 2:.1f}" y="{_HEIGHT / 2 + 4}" text-anchor="middle" '
        f'font-family="Fira Sans" font-size="12" font-weight="{weight}" fill="{ink}">'
        f"{escape(part.note)}</text>"
    )
