"""Where things stand in the drawings of the dashboard."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.benchmark.overview import Line
from assessment.benchmark.overview.groups import TILES

_SIDE = 84
_EDGE = 6


@dataclass(frozen=True)
class Dot:
    """A release in a course; `is_former` where it repeats the figure of an earlier one."""

    x: float
    y: float
    is_former: bool


@dataclass(frozen=True)
class Course:
    """A subject over the releases: points of the lines, corners of the bands, dots and gaps."""

    lines: tuple[str, ...]
    bands: tuple[str, ...]
    dots: tuple[Dot, ...]
    gaps: tuple[float, ...]


def tile_place(state: str) -> tuple[int, int]:
    """The upper left corner of a state's tile."""
    column, row = TILES[state]
    return column * _SIDE + 2, row * _SIDE + 2


def course(line: Line, width: float, height: float) -> Course:
    """The line as it is drawn in a box of this size, 0 points at its foot and 100 at its top."""

    def x(along: float) -> float:
        return round(_EDGE + (width - 2 * _EDGE) * along, 1)

    def y(points: float | None) -> float:
        return round(_EDGE + (height - 2 * _EDGE) * (1 - (points or 0) / 100), 1)

    runs = [[(x(one.along), one.spread) for one in run] for run in line.runs]
    return Course(
        lines=tuple(_corners((at, y(one.median.value)) for at, one in run) for run in runs),
        bands=tuple(
            _corners(
                [(at, y(one.lower.value)) for at, one in run]
                + [(at, y(one.upper.value)) for at, one in reversed(run)]
            )
            for run in runs
            if all(one.lower.is_shown and one.upper.is_shown for _, one in run)
        ),
        dots=tuple(
            Dot(at, y(one.median.value), one.median.as_of is not None)
            for run in runs
            for at, one in run
        ),
        gaps=tuple(x(one.along) for one in line.moments if not one.spread.median.is_shown),
    )


def _corners(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in places)
