"""What an attacker can infer of hidden counts: exact bounds by linear programming.

The feasibility interval of a count is the range of values that it takes over all tables of whole
counts that agree with everything published (Hundepool et al., Statistical Disclosure Control,
Wiley 2012, ch. 4; ESSnet Handbook on Statistical Disclosure Control, ch. 4). The programmes run
over atoms, so their size does not depend on the number of members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csc_array, csr_array, identity, vstack

from assessment.benchmark.disclosure.programme import NoTable, Numbers, Programme, programme_of
from assessment.benchmark.layout import Flags, Ints, Layout

NOWHERE = -1
_WHOLE = 1e-6
_FELT = 1e-7
_NODES = 20
_LARGE = 900
_FREE = 100


def membership(layout: Layout) -> csr_array:
    """Cells by atoms: 1 where the atom belongs to the cell."""
    rows = layout.cell_of_atom.reshape(-1)
    columns = np.tile(np.arange(layout.atoms), len(layout.breakdowns))
    shape = (len(layout.cells), layout.atoms)
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)


@dataclass(frozen=True)
class Among:
    """Of whom some are counted: more than these cannot be.

    `members` are those of each atom that could be, as the public list of members tells; `cells` how
    many of each cell took part, -1 where that is hidden.
    """

    members: Ints
    cells: Ints


@dataclass
class Known:
    """All that is known of the counts: sums of atoms, and between what they lie.

    `place` says which published figure each row comes from; -1 where none can be hidden to lose it.
    """

    rows: csr_array
    low: Numbers
    high: Numbers
    place: Ints

    @property
    def atoms(self) -> int:
        return int(self.rows.shape[1])

    @cached_property
    def programme(self) -> Programme:
        """The tables that agree, kept between questions."""
        return programme_of(self.rows, self.low, self.high)

    @cached_property
    def columns(self) -> csc_array:
        """The sums that each atom counts in."""
        return csc_array(self.rows)

    @cached_property
    def unshown(self) -> "Known":
        """What would be known if no figure that can be hidden were shown."""
        kept = np.flatnonzero(self.place == NOWHERE)
        return Known(self.rows[kept], self.low[kept], self.high[kept], self.place[kept])

    @cached_property
    def unbounded(self) -> Flags:
        """The atoms that nothing keeps from being as many as one likes."""
        bounded = np.isfinite(self.high).astype(float)
        free: Flags = (self.rows.T @ bounded) == 0
        return free

    def forget(self, figure: int) -> None:
        """A published figure is hidden after all: nothing follows from it any more."""
        for row in np.flatnonzero(self.place == figure).tolist():
            self.low[row], self.high[row], self.place[row] = -np.inf, np.inf, NOWHERE
            self.programme.forget(row)
        self.__dict__.pop("unbounded", None)


def known(
    cells: csr_array, counts: Ints, *, shown: Flags, positive: Flags, among: Among | None = None
) -> Known:
    """What follows for the atoms when these cells are shown and those are known not to be empty."""
    place, filled = np.flatnonzero(shown), np.flatnonzero(positive)
    values, ones = counts[place].astype(float), np.ones(len(filled))
    rows, most = ceilings(cells, among, ~shown)
    open_ends = len(filled) + len(most)
    return Known(
        rows=vstack([cells[place], cells[filled], rows], format="csr"),
        low=np.concatenate([values, ones, np.full(len(most), -np.inf)]),
        high=np.concatenate([values, np.full(len(filled), np.inf), most]),
        place=np.concatenate([place, np.full(open_ends, NOWHERE)]),
    )


def told_too(
    what: Known, cells: csr_array, counts: Ints, pairs: Sequence[tuple[int, int]]
) -> Known:
    """The same with what figures of cells say of others: of each pair the figure, and its like."""
    if not pairs:
        return what
    figures, others = (np.array(one) for one in zip(*pairs, strict=True))
    values = counts[others].astype(float)
    return Known(
        rows=csr_array(vstack([what.rows, cells[others]], format="csr")),
        low=np.concatenate([what.low, values]),
        high=np.concatenate([what.high, values]),
        place=np.concatenate([what.place, figures]),
    )


def ceilings(cells: csr_array, among: Among | None, where: Flags) -> tuple[csr_array, Numbers]:
    """Sums of atoms, and what they are at most: by who took part in cells, and by the members."""
    if among is None:
        return cells[[]], np.zeros(0)
    told = np.flatnonzero(where & (among.cells >= 0))
    rows = vstack([cells[told], identity(len(among.members), format="csr")], format="csr")
    return rows, np.concatenate([among.cells[told], among.members]).astype(float)


@dataclass(frozen=True)
class Bound:
    """One end of a feasibility interval, a table that reaches it, and the cells that hold it.

    There is no table where nothing holds the sum, and none yet where the programme ends between
    whole counts: then the end in whole counts lies further in, and `near` may be a table there.
    """

    value: float
    table: Ints | None
    held_by: Ints
    near: Ints | None = None


def bound(what: Known, target: Numbers, *, upper: bool) -> Bound:
    """The largest, or the smallest, value of a sum of atoms; infinite where nothing holds it."""
    sign = -1.0 if upper else 1.0
    cost = sign * target
    solved = what.programme.smallest(cost)
    if solved is None:
        return Bound(np.inf, None, np.zeros(0, dtype=np.int64))
    held = what.place[np.abs(solved[1]) > _FELT]
    table = _whole(solved[0])
    near = _made_whole(what, solved[0], cost) if table is None else table
    return Bound(float(abs(cost) @ solved[0]), table, held[held != NOWHERE], near)


def in_whole_counts(what: Known, target: Numbers, end: Bound, *, upper: bool) -> Bound:
    """The same end, over tables of whole counts alone."""
    table = end.table
    if table is None and np.isfinite(end.value):
        table = _in_whole_numbers(what, -target if upper else target)
    value = end.value if table is None else float(np.round(target @ table))
    return Bound(value, table, end.held_by)


def exact(what: Known, target: Numbers) -> tuple[float, float]:
    """The feasibility interval of a sum of atoms."""
    low, high = (
        in_whole_counts(what, target, bound(what, target, upper=upper), upper=upper).value
        for upper in (False, True)
    )
    return low, high


def left_open(what: Known, target: Numbers, *, enough: float) -> float:
    """How far apart the bounds of a sum would be if no figure that can be hidden were shown.

    Where that is at most `enough`, not exactly: bounds over whole counts lie no further apart.
    """
    ends = [bound(what.unshown, target, upper=upper).value for upper in (False, True)]
    at_most = floor(ends[1] + _WHOLE) - ceil(ends[0] - _WHOLE) if np.isfinite(ends[1]) else np.inf
    if at_most <= enough:
        return at_most
    low, high = exact(what.unshown, target)
    return high - low


def spread(what: Known, weights: Numbers) -> Ints | None:
    """A table that agrees with what is known and has the weighted atoms about as large as can be.

    None where none is found in whole numbers, for others prove nothing, or where none is best.
    """
    solved = what.programme.smallest(-weights)
    if solved is None:
        return None
    table = _whole(solved[0])
    return _made_whole(what, solved[0], -weights) if table is None else table


def sum_of(rows: csr_array, place: int) -> Numbers:
    """Which atoms one of the sums counts."""
    counted = np.zeros(rows.shape[1])
    inside = slice(rows.indptr[place], rows.indptr[place + 1])
    counted[rows.indices[inside]] = rows.data[inside]
    return counted


def rows_of(
    cells: csr_array, cell_targets: Sequence[int], atom_targets: Sequence[int]
) -> csr_array:
    """The sums that are to be protected: these cells, then these atoms."""
    atoms = int(cells.shape[1])
    count = len(atom_targets)
    units = csr_array((np.ones(count), (np.arange(count), list(atom_targets))), (count, atoms))
    return vstack([cells[list(cell_targets)], units], format="csr")


def _whole(table: Numbers) -> Ints | None:
    rounded = np.round(table)
    return rounded.astype(np.int64) if np.abs(table - rounded).max(initial=0) < _WHOLE else None


def _made_whole(what: Known, table: Numbers, cost: Numbers) -> Ints | None:
    """A table in whole numbers that is this one but where it has fractions, and around them.

    None if there is none. Asked for large tables only: of a small one another corner is found in
    less time.
    """
    if what.atoms < _LARGE:
        return None
    near = np.round(table)
    parts = _around(what, np.flatnonzero(np.abs(table - near) >= _WHOLE))
    near[parts] = 0
    columns = what.columns[:, parts]
    rows = np.unique(columns.indices)
    others = (what.rows @ near)[rows]
    rules = LinearConstraint(
        columns.tocsr()[rows], what.low[rows] - others, what.high[rows] - others
    )
    whole = np.ones(len(parts))
    solved = milp(cost[parts], constraints=rules, integrality=whole, options={"node_limit": _NODES})
    if solved.x is None:
        return None
    near[parts] = np.round(solved.x)
    return near.astype(np.int64)


def _around(what: Known, parts: Ints) -> Ints:
    """These atoms, and those that stand with one of them in the smallest sums, up to a number."""
    sizes = np.diff(what.rows.indptr)
    sums = np.unique(what.columns[:, parts].indices)
    found = set(parts.tolist())
    for row in sums[np.argsort(sizes[sums], kind="stable")].tolist():
        more = what.rows.indices[what.rows.indptr[row] : what.rows.indptr[row + 1]]
        if len(found) + len(more) > _FREE:
            break
        found.update(more.tolist())
    return np.array(sorted(found))


def _in_whole_numbers(what: Known, cost: Numbers) -> Ints:
    """The best table in whole numbers, where the linear programme ends at a fraction."""
    rules = LinearConstraint(what.rows, what.low, what.high)
    solved = milp(cost, constraints=rules, integrality=np.ones(what.atoms))
    if solved.x is None:
        raise NoTable(solved.message)
    whole: Ints = np.round(solved.x).astype(np.int64)
    return whole
