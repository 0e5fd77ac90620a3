"""What is to be protected class by class: answers by atom, and the groups that must not be told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from scipy.sparse import csr_array, kron

from assessment.benchmark.disclosure.bounds import Among, ceilings
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import View, Watch
from assessment.benchmark.layout import Flags, Ints, Layout
from assessment.benchmark.rounding import points
from assessment.benchmark.statistics.figures import Figures
from assessment.benchmark.statistics.merging import Group

SPREAD, CLASSES, UNKNOWN, MEDIAN = PARTS = range(4)
"""The figures of a cell that can be hidden by themselves; figure `cell * len(PARTS) + part`.

The spread is the quartiles and the interval of the median; it is never shown without the median.
"""

Ends = tuple[int, int]
"""The first and the last class that an answer may be of."""

Limits = tuple[csr_array, Numbers]
"""Sums of a table, and what each is at most."""

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
class Left:
    """What the median of a cell leaves by itself: how far apart counts of these classes can be."""

    cell: int
    classes: frozenset[int]
    width: int


@dataclass(frozen=True)
class Answers:
    """What the members of each atom said: atoms by classes, the last class "do not know".

    `scale` says which points the classes stand for; None where these have no order. `among` tells
    how many could have answered at most. `changes` are such counts of the values that came, and of
    those that went, since each earlier release.
    """

    counts: Ints
    figures: Figures
    scale: Scale | None
    among: Among
    changes: Sequence[Ints] = ()

    def left_by_median(self, cell: int, median: float, count: int) -> Iterator[Left]:
        """What a median of so many answers, as it is published, leaves by itself.

        At most half of the answers lie in the classes on either side of it; and where it tells the
        class that it lies in, at least one in that.
        """
        if self.scale is None:
            return
        everything = frozenset(range(self.counts.shape[1] - 1))
        at = (count - 1) / 2
        sides = list(self.scale.beside(points(median), at, count, ROUNDED))
        for side, least in sides:
            yield Left(cell, everything - set(side), count - least)
        inside = everything.intersection(*(side for side, _ in sides))
        if len(inside) == 1:
            yield Left(cell, inside, count - 1)

    def tables(self) -> Iterator[tuple[Ints, Among]]:
        """All that figures can be subtracted down to: what stands now, then what changed."""
        yield self.counts, self.among
        anybody = replace(self.among, cells=np.full_like(self.among.cells, -1))
        yield from ((table, anybody) for table in self.changes if table.any())


def most_answers(matrix: csr_array, among: Among, shown: Flags, classes: int) -> Limits:
    """Sums of answers, and what they are at most: nobody answers who is not there.

    An atom has so many members; and where only the number of those that took part is shown, not
    more of them answered. How many do not know is not counted in.
    """
    rows, most = ceilings(matrix, among, ~shown)
    answered = np.ones((1, classes))
    answered[0, -1] = 0
    return csr_array(kron(rows, answered, format="csr")), most


def watched_classes(answers: Answers, table: Ints, groups: Iterable[Group], rules: Rules) -> Watch:
    """The groups of a table that must not be told: the small ones, and whole atoms in a class.

    Group disclosure: where all of an atom answered within one of the `groups` that are shown, it
    must stay possible that some answered otherwise. The public list of members leaves room for no
    more than there are, so that is the most that bounds can be apart.
    """
    width = table.shape[1]
    small = np.flatnonzero((table > 0) & (table < rules.group))
    alike = list(_alike(table[:, :-1], groups))
    columns = [[at] for at in small.tolist()]
    columns += [[atom * width + one for one in others] for atom, others in alike]
    atoms = np.array([*(small // width), *(atom for atom, _ in alike)], dtype=np.int64)
    targets = _unit_rows(columns, table.size)
    true = (targets @ table.reshape(-1)).astype(np.int64)
    size = np.repeat(answers.figures.answered + 1, len(PARTS))
    view = View(table.reshape(-1), np.ones(len(size), dtype=bool), is_now=False)
    room = np.minimum(rules.protection, answers.among.members[atoms])
    return Watch(view, size, true, true.copy(), room, targets, atoms)


def allow(layout: Layout, answers: Answers, watched: Watch, medians: Iterable[Left]) -> None:
    """Ask no more of a small count of a class than the median of any one of its cells leaves.

    The threshold of a median is that of a number: the median of five says of every class beside it
    that at most two answers are of it. Of groups of one mind as much is asked as before.
    """
    told = [left for left in medians if left.width < watched.width.max(initial=0)]
    if not told:
        return
    classes = answers.counts.shape[1]
    for target in np.flatnonzero(watched.targets @ answers.counts.reshape(-1)).tolist():
        (at,) = watched.targets.indices[
            slice(*watched.targets.indptr[target : target + 2])
        ].tolist()
        around = layout.cell_of_atom[:, at // classes]
        of = [left.width for left in told if left.cell in around and at % classes in left.classes]
        watched.width[target] = min([watched.width[target], *of])


def _ends(classes: Ints) -> Ends:
    return int(classes.min()), int(classes.max())


def _alike(levels: Ints, groups: Iterable[Group]) -> Iterator[tuple[int, list[int]]]:
    """Atoms whose answers all lie in one group of classes, with the classes outside of it."""
    count = levels.shape[1]
    single = {(one,) for one in range(count)}
    filled = levels.sum(axis=1) > 0
    within: list[tuple[int, set[int]]] = []
    for group in sorted(single | set(groups), key=lambda one: (-len(one), one)):
        others = [one for one in range(count) if one not in group]
        for atom in np.flatnonzero(filled & ~levels[:, others].any(axis=1)).tolist() * bool(others):
            if not any(at == atom and set(group) <= of for at, of in within):
                within.append((atom, set(group)))
                yield atom, others


def _unit_rows(columns: Sequence[Sequence[int]], width: int) -> csr_array:
    """A row for each list of columns, 1 in each of them."""
    starts = np.concatenate([[0], np.cumsum([len(one) for one in columns])]).astype(np.int64)
    flat = np.array([at for one in columns for at in one], dtype=np.int64)
    return csr_array((np.ones(len(flat)), flat, starts), shape=(len(columns), width))
