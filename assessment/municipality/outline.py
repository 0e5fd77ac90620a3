"""Germany as a pattern of dots, made from the midpoints of its municipalities.

The register has no boundaries. A regular grid of dots, one wherever a municipality is near, shows
the shape of the country well enough to find one's way on a map.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache

from assessment.municipality.register import municipality_rows

KM_PER_DEGREE = 111.32
MIDDLE = 10.45
NORTH = 55.15
# Between neighbouring dots; the middle of most municipalities is nearer to that of another.
SPACING = 13.0
_ROW = SPACING * math.sqrt(3) / 2
WEST = 335.0

Cell = tuple[int, int]
Point = tuple[float, float]


def position(lat: float, lon: float) -> Point:
    """Where a place lies on the map, in kilometres from the upper left (sinusoidal projection)."""
    east = (lon - MIDDLE) * math.cos(math.radians(lat)) * KM_PER_DEGREE
    return (WEST + east, (NORTH - lat) * KM_PER_DEGREE)


@cache
def dots() -> tuple[Point, ...]:
    """The dots of the pattern, row by row; gaps within the country are filled."""
    cells = {_cell(position(float(row["lat"]), float(row["lon"]))) for row in _with_place()}
    for _ in range(3):
        cells |= {cell for cell in _around(cells) if len(cells & _neighbours(cell)) >= 4}
    return tuple(_middle(cell) for cell in sorted(cells))


def _with_place() -> Iterator[dict[str, str]]:
    return (row for row in municipality_rows().values() if row["lat"])


def _cell(point: Point) -> Cell:
    """The row and the place in it of the nearest dot; every other row is shifted by half."""
    x, y = point
    row = round(y / _ROW)
    candidates = [(near, round((x - _shift(near)) / SPACING)) for near in (row - 1, row, row + 1)]
    return min(candidates, key=lambda cell: math.dist(_middle(cell), point))


def _middle(cell: Cell) -> Point:
    row, place = cell
    return (place * SPACING + _shift(row), row * _ROW)


def _shift(row: int) -> float:
    return SPACING / 2 if row % 2 else 0.0


def _neighbours(cell: Cell) -> set[Cell]:
    row, place = cell
    left = place - 1 + row % 2
    beside = {(row, place - 1), (row, place + 1)}
    return beside | {(near, left + more) for near in (row - 1, row + 1) for more in (0, 1)}


def _around(cells: Iterable[Cell]) -> set[Cell]:
    return {near for cell in cells for near in _neighbours(cell)}
