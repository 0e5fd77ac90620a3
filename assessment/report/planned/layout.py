"""Where the marks of the portfolio stand, so that none covers another.

Across, the gap runs from 0 to 100; the border between small and large gaps stands in the middle,
and both halves are even in themselves. Downward each level of benefit has a row, the highest on
top; marks of one row that would touch stand in lanes beneath each other, and a row with more lanes
is higher. Above the rows of high benefit, and above the others, there is a strip for names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = 5
STRIP = 24.0


@dataclass(frozen=True)
class Frame:
    """The measures of a drawing: the plot from `left` over `width`, and the radius of a mark."""

    left: float
    width: float
    radius: float

    @property
    def step(self) -> float:
        """The room that a mark needs in each direction."""
        return 2 * self.radius + 3

    def across(self, gap: float, small: float) -> float:
        """The place of a gap; its border with large ones is the middle."""
        inset = self.radius + 4
        half = self.width / 2
        if not 0 < small < 100:
            return self.left + inset + (self.width - 2 * inset) * gap / 100
        if gap <= small:
            return self.left + inset + (half - inset) * gap / small
        return self.left + half + (half - inset) * (gap - small) / (100 - small)


@dataclass(frozen=True)
class Row:
    """A level of benefit with its place downward."""

    level: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True)
class Plot:
    """The rows from the highest level down, the tops of both strips, and where each mark stands."""

    rows: tuple[Row, ...]
    strips: tuple[float, float]
    height: float
    places: tuple[tuple[float, float], ...]


def lanes(places: Sequence[float], step: float) -> tuple[int, ...]:
    """A lane for each place, from 0, so that two in one lane are a step apart; few lanes."""
    ends: list[float] = []
    found = [0] * len(places)
    for index in sorted(range(len(places)), key=lambda index: (places[index], index)):
        free = (lane for lane, end in enumerate(ends) if places[index] - end >= step)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [places[index]]
        found[index] = lane
    return tuple(found)


def plotted(marks: Sequence[tuple[int, float]], frame: Frame, *, small: float, high: int) -> Plot:
    """The places of marks with a benefit and a gap; high levels stand above the second strip."""
    across = [frame.across(gap, small) for _, gap in marks]
    in_lane = [0] * len(marks)
    rows: list[Row] = []
    strips: list[float] = []
    top = 0.0
    for level in reversed(range(LEVELS)):
        if level == LEVELS - 1 or level == high - 1:
            strips.append(top)
            top += STRIP
        own = [index for index, (benefit, _) in enumerate(marks) if benefit == level]
        taken = lanes([across[index] for index in own], frame.step)
        for index, lane in zip(own, taken, strict=True):
            in_lane[index] = lane
        rows.append(Row(level, top, frame.step * (max(taken, default=0) + 1) + 12))
        top += rows[-1].height
    tops = {row.level: row.top for row in rows}
    downward = [
        tops[benefit] + 6 + frame.step * (lane + 0.5)
        for (benefit, _), lane in zip(marks, in_lane, strict=True)
    ]
    return Plot(
        rows=tuple(rows),
        strips=(strips[0], strips[-1]),
        height=top,
        places=tuple(zip(across, downward, strict=True)),
    )
