"""The audit of class counts: what distributions, medians and quartiles tell, taken together.

The table audited here is finer than that of the members: each atom by each class of the answer.
Its sums are what is published: the classes of a distribution as they were merged, how many
answered, how many do not know. A median or quartile says that at least so many answers lie on
either side of it. Where a small group in a class could be told too well, the figure that it rests
on is hidden, first that of the smallest cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from scipy.sparse import csr_array

from assessment.benchmark.disclosure.bounds import NOWHERE, Known
from assessment.benchmark.disclosure.pattern import View, Watch, held_by, spread_out
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.shown import Shown
from assessment.benchmark.layout import Ints, Layout
from assessment.benchmark.statistics.figures import QUARTERS, Figures

_CLASSES, _UNKNOWN, _POINTS = range(3)
_PARTS = 3
_LAST_BITS = 1e-9


@dataclass(frozen=True)
class Scale:
    """The points of ordered classes: of each level, or the edges between the bands."""

    points: Numbers
    banded: bool

    def classes(self, value: float) -> tuple[int, int]:
        """The last class with points at most, and the first with points at least, this value."""
        last = int(np.searchsorted(self.points, value + _LAST_BITS, side="right"))
        if self.banded:
            return last, last
        return last - 1, int(np.searchsorted(self.points, value - _LAST_BITS, side="left"))


@dataclass(frozen=True)
class Answers:
    """What the members of each atom said: atoms by classes, the last class "do not know".

    `scale` says which points the classes stand for; None where these have no order.
    """

    counts: Ints
    figures: Figures
    scale: Scale | None


@dataclass(frozen=True)
class _Row:
    """A published sum: of which atoms and classes, what it comes to, and what would hide it."""

    cell: int
    classes: tuple[int, ...]
    value: int
    figure: int


def protected(layout: Layout, answers: Answers, shown: Shown, rules: Rules) -> Shown:
    """What may be shown of a subject so that no small group in a class can be told."""
    small = np.flatnonzero((answers.counts > 0) & (answers.counts < rules.group))
    if not len(small) or not (shown.groups or shown.median.any() or shown.unknown.any()):
        return shown
    watched = _watch(layout, answers, small)
    what = _known(layout, answers, shown)
    while weakest := _weakest(layout, answers, what, watched, rules=rules):
        for figure in weakest:
            what.forget(figure)
            shown = _without(shown, *divmod(figure, _PARTS))
    return shown


def _without(shown: Shown, cell: int, part: int) -> Shown:
    if part == _CLASSES:
        return shown.without_classes(cell)
    if part == _UNKNOWN:
        return shown.without_unknown(cell)
    return shown.without_points(cell)


def _watch(layout: Layout, answers: Answers, small: Ints) -> Watch:
    atoms = answers.counts.reshape(-1)
    count = len(small)
    targets = csr_array((np.ones(count), (np.arange(count), small)), (count, len(atoms)))
    size = np.repeat(answers.figures.answered, _PARTS)
    view = View(atoms, np.ones(len(layout.cells), dtype=bool), is_now=False)
    return Watch(view, size + 1, atoms[small], atoms[small].copy(), targets, small)


def _weakest(
    layout: Layout, answers: Answers, what: Known, watched: Watch, *, rules: Rules
) -> tuple[int, ...]:
    """The figures to hide next; what rests on the same cells as one of them waits its turn."""
    spread_out(watched, what, rules.protection)
    width = answers.counts.shape[1]
    chosen: dict[int, None] = {}
    touched: set[int] = set()
    for target in watched.tight(rules.protection):
        around = layout.cell_of_atom[:, watched.atom_targets[target] // width].tolist()
        if touched & set(around):
            continue
        if held := held_by(watched, what, int(target), rules.protection):
            chosen[min(held, key=lambda one: (watched.cells[one], one))] = None
            touched |= {figure // _PARTS for figure in held}
    return tuple(chosen)


def _known(layout: Layout, answers: Answers, shown: Shown) -> Known:
    exact = list(_exact_rows(answers, shown))
    least = list(_least_rows(answers, shown))
    rows = (*exact, *least)
    values = np.array([row.value for row in rows], dtype=float)
    return Known(
        rows=_matrix(layout, answers, rows),
        low=values,
        high=np.concatenate([values[: len(exact)], np.full(len(least), np.inf)]),
        place=np.array([row.figure for row in rows], dtype=np.int64),
    )


def _exact_rows(answers: Answers, shown: Shown) -> Iterator[_Row]:
    figures, last = answers.figures, answers.counts.shape[1] - 1
    for cell in np.flatnonzero(shown.count).tolist():
        yield _Row(cell, tuple(range(last)), int(figures.classes[cell].sum()), NOWHERE)
        for group in shown.groups.get(cell, ()):
            value = int(figures.classes[cell, list(group)].sum())
            yield _Row(cell, group, value, cell * _PARTS + _CLASSES)
    for cell in np.flatnonzero(shown.unknown).tolist():
        yield _Row(cell, (last,), int(figures.unknown[cell]), cell * _PARTS + _UNKNOWN)


def _least_rows(answers: Answers, shown: Shown) -> Iterator[_Row]:
    """So many lie at or below a published value, and so many at or above it."""
    if answers.scale is None:
        return
    last = answers.counts.shape[1] - 1
    for cell in np.flatnonzero(shown.median).tolist():
        figure = cell * _PARTS + _POINTS
        for value, below, above in _values(answers.figures, shown, cell):
            at_most, at_least = answers.scale.classes(value)
            yield _Row(cell, tuple(range(at_most + 1)), below, figure)
            yield _Row(cell, tuple(range(at_least, last)), above, figure)


def _values(figures: Figures, shown: Shown, cell: int) -> Iterator[tuple[float, int, int]]:
    """The published values of a cell, each with how many lie at or below and at or above it."""
    count = int(figures.answered[cell])
    quarters = range(3) if shown.quartiles[cell] else (1,)
    for place in quarters:
        at = (count - 1) * QUARTERS[place]
        yield float(figures.quartiles[cell, place]), floor(at) + 1, count - ceil(at)
    if shown.interval[cell]:
        tail = int(figures.tail[cell])
        low, high = figures.interval[cell].tolist()
        yield low, tail, count - tail + 1
        yield high, count - tail + 1, tail


def _matrix(layout: Layout, answers: Answers, rows: Sequence[_Row]) -> csr_array:
    """The rows over atoms by classes."""
    width = answers.counts.shape[1]
    atoms_of = [np.flatnonzero((layout.cell_of_atom == row.cell).any(axis=0)) for row in rows]
    columns = [
        (atoms[:, None] * width + np.array(row.classes)[None, :]).reshape(-1)
        for atoms, row in zip(atoms_of, rows, strict=True)
    ]
    lengths = [len(column) for column in columns]
    flat = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    shape = (len(rows), answers.counts.size)
    return csr_array((np.ones(len(flat)), flat, starts), shape=shape)
