"""What the figures of a cell tell of its answers: sums of classes, exactly or at least so large."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from assessment.benchmark.disclosure.bounds import NOWHERE
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.layout import Ints
from assessment.benchmark.statistics.intervals import median_ranks
from assessment.benchmark.statistics.merging import Group

SPREAD, CLASSES, UNKNOWN, MEDIAN = PARTS = range(4)
"""The figures of a cell that can be hidden by themselves; figure `cell * len(PARTS) + part`.

The spread is the quartiles and the interval of the median; it is never shown without the median.
"""

Ends = tuple[int, int]
"""The first and the last class that an answer may be of."""

ROUNDED = 0.05
"""How far a published value may be from the true one."""

_LAST_BITS = 1e-9


@dataclass(frozen=True)
class Scale:
    """The points of ordered classes: of each level, or the edges between the bands."""

    points: Numbers
    banded: bool

    def beside(
        self, value: float, at: float, count: int, within: float = 0.0
    ) -> Iterator[tuple[range, int]]:
        """Of so many answers, how many at least are in the classes up to and from a quartile's.

        A quartile lies `at` a place between two answers, counted from 0. Where levels are few, it
        often tells which two, and so that nobody gave a level between them.
        """
        ends = self._in_bands(value, at, within) if self.banded else self._pair(value, at, within)
        top = len(self.points) - (not self.banded)
        for place, (first, last) in zip((floor(at), ceil(at)), ends, strict=True):
            yield range(last + 1), place + 1
            yield range(first, top + 1), count - place

    def _in_bands(self, value: float, at: float, within: float) -> tuple[Ends, Ends]:
        first, last = (
            int(np.searchsorted(self.points, value + off + _LAST_BITS, side="right"))
            for off in (-within, within)
        )
        return ((0, last), (first, len(self.points))) if at % 1 else ((first, last), (first, last))

    def _pair(self, value: float, at: float, within: float) -> tuple[Ends, Ends]:
        """Between which levels the answer before, and the one behind, lie."""
        levels = self.points
        between = levels[:, None] * (1 - at % 1) + levels[None, :] * (at % 1)
        agrees = np.abs(between - value) <= within + _LAST_BITS
        before, behind = np.nonzero(np.triu(agrees) if at % 1 else np.diag(agrees.diagonal()))
        return _ends(before), _ends(behind)


@dataclass(frozen=True)
class Row:
    """A published sum: of which cell and classes, and the figure that would hide it.

    It is as large as it is or, where `least` says so, at least so large.
    """

    cell: int
    classes: tuple[int, ...]
    figure: int
    least: int | None = None

    @property
    def about(self) -> tuple[int, tuple[int, ...]] | int:
        """What an exact sum is of, or the value that says at least how much."""
        return (self.cell, self.classes) if self.least is None else self.figure


def groups_of(cell: Mapping[str, Any], classes: Sequence[str]) -> Iterator[Group]:
    """The classes of a distribution as they are shown together, as far as they are of these."""
    parts = cell.get("distribution")
    for part in parts if isinstance(parts, list) else ():
        if set(part["classes"]) <= set(classes):
            yield tuple(sorted(classes.index(one) for one in part["classes"]))


def rows_in(
    at: int, cell: Mapping[str, Any], classes: Sequence[str], scale: Scale | None
) -> Iterator[Row]:
    """All that a cell of a release tells, by its place; nothing can hide how many answered."""
    unknown = len(classes)
    yield Row(at, tuple(range(unknown)), NOWHERE)
    for group in groups_of(cell, classes):
        yield Row(at, group, at * len(PARTS) + CLASSES)
    if "share" in cell.get("unknown", ()):
        yield Row(at, (unknown,), at * len(PARTS) + UNKNOWN)
    if scale is None:
        return
    for part, value, place in _values(cell):
        for side, count in scale.beside(value, place, cell["n"], ROUNDED):
            if 0 < len(side) < unknown:
                yield Row(at, tuple(side), at * len(PARTS) + part, count)


def matrix_of(cells: csr_array, table: Ints, rows: Sequence[Row]) -> csr_array:
    """The rows over atoms by classes; `cells` has the atoms of each cell."""
    width = table.shape[1]
    columns = [
        (cells.indices[cells.indptr[row.cell] : cells.indptr[row.cell + 1], None] * width
         + np.array(row.classes)).reshape(-1)
        for row in rows
    ]  # fmt: skip
    lengths = [len(column) for column in columns]
    flat = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return csr_array((np.ones(len(flat)), flat, starts), shape=(len(rows), table.size))


def _values(cell: Mapping[str, Any]) -> Iterator[tuple[int, float, float]]:
    """The published values: of which figure each is, and its place among the answers."""
    count = cell["n"]
    lower, upper = _pair(cell, "quartiles")
    median = cell.get("median")
    for part, value, share in ((SPREAD, lower, 0.25), (MEDIAN, median, 0.5), (SPREAD, upper, 0.75)):
        if isinstance(value, int | float):
            yield part, value, (count - 1) * share
    low, high = _pair(cell, "median_interval")
    if low is not None and high is not None:
        tail = int(median_ranks(np.array([count]))[0])
        yield SPREAD, low, tail - 1
        yield SPREAD, high, count - tail


def _pair(cell: Mapping[str, Any], name: str) -> tuple[float | None, float | None]:
    told = cell.get(name)
    return (told[0], told[1]) if isinstance(told, list) else (None, None)


def _ends(classes: Ints) -> Ends:
    return int(classes.min()), int(classes.max())
