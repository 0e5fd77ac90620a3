"""What is to be protected class by class: answers by atom, and the groups that must not be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import csr_array, kron

from assessment.benchmark.disclosure.bounds import NOWHERE, Among, ceilings, membership
from assessment.benchmark.disclosure.classes.published import PARTS, ROUNDED, Row, Scale
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import View, Watch
from assessment.benchmark.layout import Flags, Ints, Layout
from assessment.benchmark.rounding import points
from assessment.benchmark.statistics.figures import Figures
from assessment.benchmark.statistics.merging import Group

Limits = tuple[csr_array, Numbers]
"""Sums of a table, and what each is at most."""


@dataclass(frozen=True)
class Left:
    """What the median of a cell leaves by itself: how far apart counts of these classes can be."""

    cell: int
    classes: frozenset[int]
    width: int


@dataclass(frozen=True)
class Table:
    """Counts of atoms by classes that figures can be subtracted for; the last is "do not know".

    `seen` are the cells of which a figure of now tells something here, `among` how many could have
    answered at most, and `fixed` is what earlier releases told, which hiding takes back no more.
    Medians and quartiles speak of what stands or `stood`, not of what came or went. Of cells that
    are `alike` now a figure of one is of all.
    """

    counts: Ints
    seen: Flags
    among: Among
    stood: bool = True
    fixed: Sequence[Row] = ()
    alike: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def told(self, rows: Iterable[Row]) -> list[Row]:
        """What is told of it: by earlier releases, which nothing hides, and by these rows."""
        before = {row.about for row in self.fixed}
        speaking = (
            replace(row, cell=cell)
            for row in rows
            for cell in (row.cell, *self.alike.get(row.cell, ()))
            if self.seen[cell] and (self.stood or row.least is None)
        )
        return [
            *(replace(row, figure=NOWHERE) for row in self.fixed),
            *(row for row in speaking if row.about not in before),
        ]


@dataclass(frozen=True)
class Answers:
    """What the members of each atom said: atoms by classes, the last class "do not know".

    `scale` says which points the classes stand for; None where these have no order. `changes` are
    such counts of the values that came, and of those that went, since each earlier release;
    `tables` are all that figures can be subtracted down to: what stands now, then what changed,
    then what stood in earlier releases.
    """

    figures: Figures
    scale: Scale | None
    changes: Sequence[Ints]
    tables: Sequence[Table]

    @property
    def classes(self) -> int:
        """How many classes there are beside "do not know"."""
        return int(self.tables[0].counts.shape[1]) - 1

    def left_by_median(self, cell: int, median: float, count: int) -> Iterator[Left]:
        """What a median of so many answers, as it is published, leaves by itself.

        At most half of the answers lie in the classes on either side of it; and where it tells the
        class that it lies in, at least one in that.
        """
        if self.scale is None:
            return
        everything = frozenset(range(self.classes))
        at = (count - 1) / 2
        sides = list(self.scale.beside(points(median), at, count, ROUNDED))
        for side, least in sides:
            yield Left(cell, everything - set(side), count - least)
        inside = everything.intersection(*(side for side, _ in sides))
        if len(inside) == 1:
            yield Left(cell, inside, count - 1)


def most_answers(matrix: csr_array, among: Among, shown: Flags, classes: int) -> Limits:
    """Sums of answers, and what they are at most: nobody answers who is not there.

    An atom has so many members; and where only the number of those that took part is shown, not
    more of them answered. How many do not know is not counted in.
    """
    rows, most = ceilings(matrix, among, ~shown)
    answered = np.ones((1, classes))
    answered[0, -1] = 0
    return csr_array(kron(rows, answered, format="csr")), most


def watched_classes(  # noqa: PLR0917 - each is needed once
    layout: Layout, table: Table, answered: Ints, groups: Iterable[Group], rules: Rules
) -> Watch:
    """The groups of a table that must not be told: the small ones, and whole atoms in a class.

    Small ones of cells as well as of atoms: where atoms have few members each, a cell could be told
    as a whole. Group disclosure: where all of an atom answered within one of the `groups` that are
    shown, it must stay possible that some answered otherwise. The public list of members leaves
    room for no more than there are, so that is the most that bounds can be apart. `answered` is how
    many answered in each cell: figures of the smallest are hidden first.
    """
    counts = table.counts
    width = counts.shape[1]
    small = np.flatnonzero((counts > 0) & (counts < rules.group))
    columns = [[at] for at in small.tolist()]
    for atom, others in _alike(counts[:, :-1], groups):
        columns.append([atom * width + one for one in others])
    for atoms, one in _small(membership(layout), counts, rules):
        columns.append([atom * width + one for atom in atoms])
    targets = _unit_rows(columns, counts.size)
    true = (targets @ counts.reshape(-1)).astype(np.int64)
    size = np.repeat(answered + 1, len(PARTS))
    view = View(counts.reshape(-1), np.ones(len(size), dtype=bool), is_now=False)
    most = [table.among.members[list({at // width for at in one})].sum() for one in columns]
    room = np.minimum(rules.protection, np.array(most, dtype=np.int64))
    nowhere = np.zeros(0, dtype=np.int64)
    return Watch(view, size, true, true.copy(), room, targets, nowhere)


def allow(layout: Layout, table: Table, watched: Watch, medians: Iterable[Left]) -> None:
    """Ask no more of a small count of a class than the median of any one of its cells leaves.

    The threshold of a median is that of a number: the median of five says of every class beside it
    that at most two answers are of it. Of groups of one mind as much is asked as before.
    """
    told = [left for left in medians if left.width < watched.width.max(initial=0)]
    if not told:
        return
    classes = table.counts.shape[1]
    for target in np.flatnonzero(watched.targets @ table.counts.reshape(-1)).tolist():
        one = watched.targets.indices[watched.targets.indptr[target]] % classes
        inside = cells_around(layout, watched, target)
        of = [left.width for left in told if left.cell in inside and one in left.classes]
        watched.width[target] = min([watched.width[target], *of])


def cells_around(layout: Layout, watched: Watch, target: int) -> list[int]:
    """The cells that a group lies in as a whole."""
    atoms = _atoms_of(layout, watched, target)
    first, *others = layout.cell_of_atom[:, atoms].T
    return [cell for cell in first.tolist() if all(cell in one for one in others)]


def cells_touched(layout: Layout, watched: Watch, target: int) -> list[int]:
    """The cells that some of a group lie in."""
    found: list[int] = np.unique(
        layout.cell_of_atom[:, _atoms_of(layout, watched, target)]
    ).tolist()
    return found


def _atoms_of(layout: Layout, watched: Watch, target: int) -> Ints:
    inside = slice(*watched.targets.indptr[target : target + 2])
    width = watched.targets.shape[1] // layout.atoms
    return np.unique(watched.targets.indices[inside] // width)


def _small(matrix: csr_array, counts: Ints, rules: Rules) -> Iterator[tuple[list[int], int]]:
    """The cells of several atoms and the classes in which few of them are, by their atoms."""
    of_cell = matrix @ counts
    for cell, one in np.argwhere((of_cell > 0) & (of_cell < rules.group)).tolist():
        atoms = matrix.indices[matrix.indptr[cell] : matrix.indptr[cell + 1]].tolist()
        if len(atoms) > 1:
            yield atoms, one


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
