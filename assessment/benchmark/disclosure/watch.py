"""The groups that must not be told, and how far apart their counts are seen in tables that agree.

A table of whole counts that agrees with all that is shown is proof that a group may have other
counts than it has. One linear programme sees many groups apart at once; only those that are left
are looked at one by one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from assessment.benchmark.disclosure.bounds import (
    NOWHERE,
    Among,
    Bound,
    Known,
    bound,
    in_whole_counts,
    known,
    left_open,
    rows_of,
    spread,
    sum_of,
    told_too,
)
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Flags, Ints

_FEW = 4
_HARD = (0.5, 1.5)
_TRIES = 3
_ASIDE = 0.1
_WHOLE = 1e-6
_ANYTHING = np.iinfo(np.int64).max // 2


@dataclass(frozen=True)
class View:
    """Counts that figures can be subtracted for: members now or then, or those changed since.

    `atoms` are the true counts; `seen` the cells whose figures an attacker has for this view
    unless they are hidden now. In the view of now a filled cell that is hidden is taken as known to
    be filled, because empty ones are shown as such, but for those that all have `left`: these may
    keep their old figures. `fixed` are cells that an attacker has from earlier releases and
    that hardly changed since: hiding them now takes nothing from him. Of those that
    took part, `nobody` are the atoms of which none is counted, though some took part; where being
    counted is an answer by itself, `among` tells who could be. `alike` are, by cell, the others
    with the same members now, the rest of theirs being empty: a figure of one is of all.
    """

    atoms: Ints
    seen: Flags
    is_now: bool = True
    fixed: Flags | None = None
    nobody: Flags | None = None
    among: Among | None = None
    left: Flags | None = None
    alike: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def small(self, group: int) -> Ints:
        """The atoms to be protected: with few, or with nobody where all would be of one kind."""
        few = (self.atoms > 0) & (self.atoms < group)
        if self.nobody is not None:
            few |= self.nobody
        found: Ints = np.flatnonzero(few)
        return found

    def loose(self, cells: Flags) -> Flags:
        """Those of the cells that are not known anyway."""
        return cells if self.fixed is None else cells & ~self.fixed

    def hideable(self, cells: Ints) -> Flags:
        """The cells that hiding takes something from: filled ones, and those that all have left."""
        found = (cells > 0) if self.left is None else (cells > 0) | self.left
        found[list(self.alike)] = True
        return self.loose(found)


@dataclass
class Watch:
    """The groups to be protected in a view, and how far apart their values have been seen."""

    view: View
    cells: Ints
    low: Ints
    high: Ints
    width: Ints
    targets: csr_array
    atom_targets: Ints
    cell_targets: tuple[int, ...] = ()

    @cached_property
    def across(self) -> csr_array:
        """For each column of the table the groups that it counts in."""
        return csr_array(self.targets.T)

    def see(self, table: Ints | None) -> None:
        """Note the values that the groups have in a table that agrees with what is known."""
        if table is not None:
            values = (self.targets @ table).astype(np.int64)
            self.low, self.high = np.minimum(self.low, values), np.maximum(self.high, values)

    def grant(self, what: Known, target: int) -> None:
        """Ask no more of a group than stayed open if no figure that can be hidden were shown."""
        seen = float(self.high[target] - self.low[target])
        room = left_open(what, sum_of(self.targets, target), enough=seen)
        self.width[target] = min(self.width[target], room)

    def is_tight(self, target: int) -> bool:
        """Whether a group's values have not been seen as far apart as they must be."""
        return bool(self.high[target] - self.low[target] < self.width[target])

    def tight(self) -> Ints:
        """The groups whose values have not been seen as far apart as they must be."""
        return np.flatnonzero(self.high - self.low < self.width)


def watch(  # noqa: PLR0917 - all five are always needed, and in this order everywhere
    matrix: csr_array, view: View, cells: Ints, hidden: Flags, rules: Rules
) -> Watch:
    """The groups of a view to be protected: its small atoms, and the cells that are hidden."""
    atom_targets = view.small(rules.group)
    to_hide = (
        view.loose(hidden & (cells > 0)) if view.is_now else (cells > 0) & (cells < rules.group)
    )
    cell_targets = tuple(np.flatnonzero(to_hide).tolist())
    if view.fixed is not None and not view.is_now:
        cell_targets, atom_targets = _not_told_before(
            matrix, view, cell_targets, atom_targets, width=rules.protection
        )
    targets = rows_of(matrix, cell_targets, atom_targets.tolist())
    true = (targets @ view.atoms).astype(np.int64)
    width = np.full(len(true), rules.protection)
    if view.among is not None:
        width = np.minimum(width, (targets @ view.among.members).astype(np.int64))
    return Watch(view, cells, true, true.copy(), width, targets, atom_targets, cell_targets)


def what_is_known(matrix: csr_array, view: View, cells: Ints, hidden: Flags) -> Known:
    """What an attacker knows in this view when these cells are hidden.

    What earlier releases told and that a cell is empty are figures that nothing can hide, unless
    all have left it.
    """
    nothing = np.zeros(len(hidden), dtype=bool)
    positive = view.loose(hidden & (cells > 0)) if view.is_now else nothing
    shown = view.seen & ~view.loose(hidden)
    what = known(matrix, cells, shown=shown, positive=positive, among=view.among)
    hideable = view.hideable(cells)
    what.place[(what.place != NOWHERE) & ~hideable[what.place]] = NOWHERE
    pairs = [
        (one, other)
        for one, others in view.alike.items()
        for other in others
        if not hidden[one] and view.seen[other] and not shown[other]
    ]
    return told_too(what, matrix, cells, pairs)


def spread_out(watched: Watch, what: Known) -> None:
    """See many targets' values apart at once, before each is looked at alone.

    Each table pulls some groups up and the others down, by lot, and some harder than others, so
    that ties are rare. The lots are always the same. It ends when a pair of tables sees few more
    apart: the rest is found sooner one by one.
    """
    # Groups with a part that nothing bounds can be as large as one likes.
    watched.high[(watched.targets @ what.unbounded.astype(float)) > 0] = _ANYTHING
    lots = np.random.default_rng(0)
    left = np.inf
    while _FEW < len(tight := watched.tight()) < left:
        left = len(tight) - _FEW
        pull = np.zeros(len(watched.width))
        pull[tight] = lots.choice([-1.0, 1.0], len(tight)) * lots.uniform(*_HARD, len(tight))
        for way in (pull, -pull):
            watched.see(spread(what, watched.across @ way))


def look_at(watched: Watch, what: Known, target: int) -> list[Bound]:
    """The bounds of a group, once its values were seen as far apart as tables are found."""
    row = sum_of(watched.targets, target)
    ends = [bound(what, row, upper=upper) for upper in (False, True)]
    for end in ends:
        watched.see(end.near)
    if np.isinf(ends[1].value):
        watched.high[target] = _ANYTHING
    elif ends[1].value - ends[0].value + _WHOLE >= watched.width[target]:
        _see_in_whole_counts(watched, what, target, ends)
    return ends


def _not_told_before(
    matrix: csr_array, view: View, cells: tuple[int, ...], atoms: Ints, *, width: int
) -> tuple[tuple[int, ...], Ints]:
    """The groups that earlier releases left room for: what they told cannot be taken back."""
    nothing = np.zeros(len(view.seen), dtype=bool)
    fixed = nothing if view.fixed is None else view.fixed
    counts = (matrix @ view.atoms).astype(np.int64)
    what = known(matrix, counts, shown=fixed, positive=nothing)
    targets = rows_of(matrix, cells, atoms.tolist())
    true = (targets @ view.atoms).astype(np.int64)
    then = Watch(view, counts, true, true.copy(), np.full(len(true), width), targets, atoms, cells)
    spread_out(then, what)
    told = {at for at in then.tight().tolist() if not _is_open(what, sum_of(targets, at), width)}
    left = np.array([at not in told for at in range(len(true))], dtype=bool)
    kept = tuple(cell for cell, is_left in zip(cells, left, strict=False) if is_left)
    return kept, atoms[left[len(cells) :]]


def _is_open(what: Known, row: Numbers, width: int) -> bool:
    low, high = (bound(what, row, upper=upper).value for upper in (False, True))
    return high - low + _WHOLE >= width


def _see_in_whole_counts(watched: Watch, what: Known, target: int, ends: Sequence[Bound]) -> None:
    """See tables of whole counts in which a group lies as far apart as its bounds, or enough.

    Most are found at another corner of the programme; where none is, in whole numbers.
    """
    lots = np.random.default_rng(target)
    row = sum_of(watched.targets, target)
    bounded = ~what.unbounded
    for _ in range(_TRIES):
        for way in (1.0, -1.0):
            if watched.is_tight(target):
                others = lots.uniform(-_ASIDE, _ASIDE, len(row)) * bounded
                watched.see(spread(what, way * row + others))
    for end, upper in zip(ends, (False, True), strict=True):
        if watched.is_tight(target):
            watched.see(in_whole_counts(what, row, end, upper=upper).table)
