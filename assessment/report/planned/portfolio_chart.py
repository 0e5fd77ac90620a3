"""The portfolio as a drawing by hand: a mark for each application on benefit and readiness gap.

The shape and tone of a mark tell its route, the ring how firm the advice is, the number which
application it is; where every route is stopped the shape is empty and dashed. Every part has a
class, so that the page may give it the colours of a dark display.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.report.charts.drawing import (
    GRID,
    INK,
    MUTED,
    PALE,
    SHADE,
    SOFT,
    STRONG,
    Anchor,
    framed,
    text,
)
from assessment.report.planned.layout import STRIP, Frame, Plot, plotted

Size = Literal["wide", "narrow"]

# Width of the drawing, room for the names of levels, radius of a mark, size of letters.
SIZES: dict[Size, tuple[float, float, float, float]] = {
    "wide": (860, 124, 14, 14),
    "narrow": (330, 74, 12, 12),
}
_FOOT = 50
_TICKS = (0, 25, 50, 75, 100)

# Fill, outline and ink of each route.
LOOKS = {
    "turnkey": (STRONG, STRONG, "white"),
    "shared_service": (SOFT, STRONG, INK),
    "co_development": (PALE, STRONG, INK),
    "in_house": (INK, INK, "white"),
}
_RING = {"firm": "", "likely": ' stroke-dasharray="4 3"'}


@dataclass(frozen=True)
class Mark:
    """An application: its number, benefit and gap, the route that counts, and how firm that is."""

    number: int
    benefit: int
    gap: float
    route: str
    firmness: str
    stopped: bool


@dataclass(frozen=True)
class Labels:
    """The words of the drawing: levels from 0 up, quadrants from top left, both axes."""

    levels: tuple[str, ...]
    quadrants: tuple[str, str, str, str]
    across: str
    downward: str


def portfolio_svg(
    marks: Sequence[Mark], labels: Labels, *, small: float, high: int, size: Size
) -> str:
    """The portfolio in this size; `small` is the largest small gap, `high` the least high level."""
    width, left, radius, letters = SIZES[size]
    frame = Frame(left, width - left - 2, radius)
    plot = plotted([(mark.benefit, mark.gap) for mark in marks], frame, small=small, high=high)
    drawing = _Drawing(frame, plot, labels, letters, small)
    drawn = [
        *drawing.ground(),
        *drawing.levels(),
        *drawing.scale(),
        *(_mark(mark, *place, radius) for mark, place in zip(marks, plot.places, strict=True)),
    ]
    return framed(drawn, width, plot.height + _FOOT)


@dataclass(frozen=True)
class _Drawing:
    """What lies under the marks."""

    frame: Frame
    plot: Plot
    labels: Labels
    letters: float
    small: float

    def ground(self) -> Iterator[str]:
        """The four quadrants with their names; the one to begin with is tinted."""
        left, half = self.frame.left, self.frame.width / 2
        upper, lower = self.plot.strips
        places = [(left, upper, lower), (left + half, upper, lower)]
        places += [(left, lower, self.plot.height), (left + half, lower, self.plot.height)]
        for index, (x, top, bottom) in enumerate(places):
            fill = SHADE if index == 0 else "white"
            kind = "app-plot__first" if index == 0 else "app-plot__field"
            yield (
                f'<rect class="{kind}" x="{x:.1f}" y="{top:.1f}" width="{half:.1f}" '
                f'height="{bottom - top:.1f}" fill="{fill}" stroke="{GRID}"/>'
            )
            yield self._text(self.labels.quadrants[index], x + 8, top + STRIP - 8, weight=600)

    def levels(self) -> Iterator[str]:
        """A line and a name for each level of benefit."""
        right = self.frame.left + self.frame.width
        for row, below in zip(self.plot.rows, [*self.plot.rows[1:], None], strict=True):
            name = self.labels.levels[row.level]
            yield self._text(name, self.frame.left - 8, row.middle + 4, anchor="end")
            bottom = row.top + row.height
            if below and below.top == bottom:
                yield (
                    f'<path class="app-plot__line" d="M{self.frame.left:.1f},{bottom:.1f}'
                    f'H{right:.1f}" stroke="{GRID}" stroke-width="0.7" fill="none"/>'
                )
        yield text(self.labels.downward, 0, 12, size=self.letters, ink=MUTED, kind="app-plot__axis")

    def scale(self) -> Iterator[str]:
        """The gap in steps, and what it means."""
        bottom = self.plot.height
        ticks = sorted({*_TICKS, round(self.small)})
        for tick in ticks:
            x = self.frame.across(tick, self.small)
            yield (
                f'<path class="app-plot__line" d="M{x:.1f},{bottom:.1f}v5" stroke="{GRID}" '
                f'fill="none"/>'
            )
            y, size, kind = bottom + 18, self.letters, "app-plot__text"
            yield text(f"{tick}", x, y, size=size, ink=MUTED, anchor="middle", kind=kind)
        yield self._text(
            self.labels.across, self.frame.left + self.frame.width, bottom + 38, anchor="end"
        )

    def _text(
        self, words: str, x: float, y: float, *, anchor: Anchor = "start", weight: int = 400
    ) -> str:
        size, kind = self.letters, "app-plot__text"
        return text(words, x, y, size=size, anchor=anchor, weight=weight, kind=kind)


def _mark(mark: Mark, x: float, y: float, radius: float) -> str:
    fill, outline, ink = ("white", MUTED, INK) if mark.stopped else LOOKS[mark.route]
    kind = "stopped" if mark.stopped else mark.route
    named = f"app-mark__number app-mark__number--{kind}"
    # A triangle has its room at the foot.
    line = y + (6 if mark.route == "in_house" else 3.8)
    dashes = ' stroke-dasharray="3 2"' if mark.stopped else ""
    drawn = (
        f'<path class="app-mark app-mark--{kind}" d="{shape(mark.route, x, y, radius - 3)}" '
        f'fill="{fill}" stroke="{outline}" stroke-width="1.5"{dashes}/>'
    ) + text(f"{mark.number}", x, line, size=10.5, ink=ink, anchor="middle", weight=600, kind=named)
    if mark.firmness not in _RING:
        return drawn
    return drawn + (
        f'<circle class="app-mark__ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="none" '
        f'stroke="{INK}" stroke-width="1.6"{_RING[mark.firmness]}/>'
    )


def shape(route: str, x: float, y: float, radius: float) -> str:
    """The outline of a route's mark: square, circle, diamond or triangle."""
    r = radius
    if route == "turnkey":
        side = r * 0.88
        return f"M{x - side:.1f},{y - side:.1f}h{2 * side:.1f}v{2 * side:.1f}h{-2 * side:.1f}Z"
    if route == "co_development":
        return f"M{x:.1f},{y - r * 1.12:.1f}l{r * 1.12:.1f},{r * 1.12:.1f}l{-r * 1.12:.1f},{r * 1.12:.1f}l{-r * 1.12:.1f},{-r * 1.12:.1f}Z"  # noqa: E501 - one shape, one line
    if route == "in_house":
        return f"M{x:.1f},{y - r * 1.2:.1f}l{r * 1.15:.1f},{r * 1.9:.1f}h{-2.3 * r:.1f}Z"
    return f"M{x - r:.1f},{y:.1f}a{r:.1f},{r:.1f} 0 1 0 {2 * r:.1f},0a{r:.1f},{r:.1f} 0 1 0 {-2 * r:.1f},0Z"  # noqa: E501 - one shape, one line
