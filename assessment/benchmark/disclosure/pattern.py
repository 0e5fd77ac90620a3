"""The suppression pattern of a release: which cells are hidden, so that no other way leads to them.

Primary suppression hides what the threshold rule asks for; secondary (complementary) suppression
hides more until no small group can be told from the rest. It goes step by step: audit, then hide
the smallest of the cells that hold a bound too tight, then audit again. Every step hides one more
cell, so it ends; ties go by place, so it is the same each time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

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
    membership,
    rows_of,
    spread,
    sum_of,
)
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Flags, Ints, Layout

_IDLE_ROUNDS = 2
_FEW = 4
_TRIES = 3
_ASIDE = 0.1
_WHOLE = 1e-6
_ANYTHING = np.iinfo(np.int64).max // 2


class Why(StrEnum):
    """Why a cell is hidden; for the association's eyes, never published: it would narrow counts."""

    THRESHOLD = "threshold"
    SECONDARY = "secondary"
    DIFFERENCE = "difference"


@dataclass(frozen=True)
class View:
    """Counts that figures can be subtracted for: members now or then, or those changed since.

    `atoms` are the true counts; `seen` the cells whose figures an attacker has for this view
    unless they are hidden now. In the view of now a hidden cell is known not to be empty, because
    empty ones are shown as such. `fixed` are cells that an attacker has from earlier releases and
    that hardly changed since: hiding them now takes nothing from him. Of those that
    took part, `nobody` are the atoms of which none is counted, though some took part; where being
    counted is an answer by itself, `among` tells who could be.
    """

    atoms: Ints
    seen: Flags
    is_now: bool = True
    fixed: Flags | None = None
    nobody: Flags | None = None
    among: Among | None = None

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


@dataclass(frozen=True)
class Pattern:
    """The cells that are hidden, and why."""

    hidden: Flags
    why: dict[int, Why] = field(default_factory=dict)


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

    def see(self, table: Ints | None) -> None:
        """Note the values that the groups have in a table that agrees with what is known."""
        if table is not None:
            values = (self.targets @ table).astype(np.int64)
            self.low, self.high = np.minimum(self.low, values), np.maximum(self.high, values)

    def is_tight(self, target: int) -> bool:
        """Whether a group's values have not been seen as far apart as they must be."""
        return bool(self.high[target] - self.low[target] < self.width[target])

    def tight(self) -> Ints:
        """The groups whose values have not been seen as far apart as they must be."""
        return np.flatnonzero(self.high - self.low < self.width)


def pattern(
    layout: Layout, views: Sequence[View], rules: Rules, hidden: Flags | None = None
) -> Pattern:
    """The cells to hide so that every small group keeps its protection interval in every view.

    `hidden` are cells that are hidden already, whatever their count.
    """
    matrix = membership(layout)
    why: dict[int, Why] = {}
    now = np.zeros(len(layout.cells), dtype=bool) if hidden is None else hidden.copy()
    counts = [layout.count_cells(view.atoms) for view in views]
    for view, of_cell in zip(views, counts, strict=True):
        small = view.seen & (of_cell > 0) & (of_cell < rules.group) & ~now
        now |= small
        kind = Why.THRESHOLD if view.is_now else Why.DIFFERENCE
        why |= dict.fromkeys(np.flatnonzero(small).tolist(), kind)
    watches = [watch(matrix, v, c, now, rules) for v, c in zip(views, counts, strict=True)]
    while more := _next(matrix, watches, now):
        now[list(more)] = True
        why |= dict.fromkeys(more, Why.SECONDARY)
        watches = [_again(matrix, earlier, now, rules) for earlier in watches]
    return Pattern(now, why)


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


def _not_told_before(
    matrix: csr_array, view: View, cells: tuple[int, ...], atoms: Ints, *, width: int
) -> tuple[tuple[int, ...], Ints]:
    """The groups that earlier releases left room for: what they told cannot be taken back."""
    nothing = np.zeros(len(view.seen), dtype=bool)
    fixed = nothing if view.fixed is None else view.fixed
    what = known(matrix, (matrix @ view.atoms).astype(np.int64), shown=fixed, positive=nothing)
    open_cells = [cell for cell in cells if _is_open(what, sum_of(matrix, cell), width)]
    open_atoms = [
        atom
        for atom in atoms.tolist()
        if _is_open(what, np.eye(1, matrix.shape[1], atom)[0], width)
    ]
    return tuple(open_cells), np.array(open_atoms, dtype=np.int64)


def _is_open(what: Known, row: Numbers, width: int) -> bool:
    low, high = (bound(what, row, upper=upper).value for upper in (False, True))
    return high - low + _WHOLE >= width


def _again(matrix: csr_array, earlier: Watch, hidden: Flags, rules: Rules) -> Watch:
    """The watch after more was hidden: tables that agreed still agree, so what was seen stays."""
    if not earlier.view.is_now:
        return earlier
    fresh = watch(matrix, earlier.view, earlier.cells, hidden, rules)
    was = {cell: place for place, cell in enumerate(earlier.cell_targets)}
    count, atoms = len(earlier.cell_targets), len(earlier.atom_targets)
    for place, cell in enumerate(fresh.cell_targets):
        if cell in was:
            fresh.low[place], fresh.high[place] = earlier.low[was[cell]], earlier.high[was[cell]]
    if atoms:
        fresh.low[-atoms:], fresh.high[-atoms:] = earlier.low[count:], earlier.high[count:]
    return fresh


def what_is_known(matrix: csr_array, view: View, cells: Ints, hidden: Flags) -> Known:
    """What an attacker knows in this view when these cells are hidden."""
    positive = (
        view.loose(hidden & (cells > 0)) if view.is_now else np.zeros(len(hidden), dtype=bool)
    )
    shown = view.seen & ~view.loose(hidden)
    return known(matrix, cells, shown=shown, positive=positive, among=view.among)


def _next(matrix: csr_array, watches: Iterable[Watch], hidden: Flags) -> tuple[int, ...]:
    """The cells to hide next: for each bound that is too tight, the smallest of those it rests on.

    What rests on the same cells waits: hiding the first cell may be enough for all of them.
    """
    chosen: dict[int, None] = {}
    touched = np.zeros(len(hidden), dtype=bool)
    for watch in watches:
        what = what_is_known(matrix, watch.view, watch.cells, hidden)
        spread_out(watch, what)
        for target in watch.tight():
            if touched[_cells_around(matrix, watch, int(target))].any():
                continue
            if held := held_by(watch, what, int(target)):
                chosen[min(held, key=lambda cell: (watch.cells[cell], cell))] = None
                touched[list(held)] = True
    return tuple(chosen)


def _cells_around(matrix: csr_array, watch: Watch, target: int) -> Ints:
    """The cells that share members with a group."""
    around: Ints = np.flatnonzero(matrix @ sum_of(watch.targets, target))
    return around


def held_by(watched: Watch, what: Known, target: int) -> tuple[int, ...]:
    """The filled cells whose figures keep a group's bounds too tight; none if they are wide."""
    ends = look_at(watched, what, target)
    held = np.unique(np.concatenate([end.held_by for end in ends])).tolist()
    if watched.is_tight(target) and not held:
        row = sum_of(watched.targets, target)
        watched.width[target] = min(watched.width[target], left_open(what, row))
    if not watched.is_tight(target):
        return ()
    return _hideable(watched, held) or _hideable(watched, what.place.tolist())


def look_at(watched: Watch, what: Known, target: int) -> list[Bound]:
    """The bounds of a group, once its values were seen as far apart as tables are found."""
    row = sum_of(watched.targets, target)
    ends = [bound(what, row, upper=upper) for upper in (False, True)]
    for end in ends:
        watched.see(end.table)
    if np.isinf(ends[1].value):
        watched.high[target] = _ANYTHING
    elif ends[1].value - ends[0].value + _WHOLE >= watched.width[target]:
        _see_in_whole_counts(watched, what, target, ends)
    return ends


def _see_in_whole_counts(watched: Watch, what: Known, target: int, ends: Sequence[Bound]) -> None:
    """See tables of whole counts in which a group lies as far apart as its bounds, or enough.

    Most are found at another corner of the programme; where none is, in whole numbers.
    """
    lots = np.random.default_rng(target)
    row = sum_of(watched.targets, target)
    bounded = ~what.unbounded()
    for _ in range(_TRIES):
        for way in (1.0, -1.0):
            if watched.is_tight(target):
                others = lots.uniform(-_ASIDE, _ASIDE, len(row)) * bounded
                watched.see(spread(what, way * row + others))
    for end, upper in zip(ends, (False, True), strict=True):
        if watched.is_tight(target):
            watched.see(in_whole_counts(what, row, end, upper=upper).table)


def _hideable(watched: Watch, figures: Iterable[int]) -> tuple[int, ...]:
    """Those that hold something, and that are not known from elsewhere anyway."""
    fixed = watched.view.fixed
    return tuple(
        one
        for one in figures
        if one != NOWHERE and watched.cells[one] > 0 and (fixed is None or not fixed[one])
    )


def spread_out(watched: Watch, what: Known) -> None:
    """See many targets' values apart at once, before each is looked at alone.

    Each table pulls some groups up and the others down, by lot; the lots are always the same.
    """
    # Groups with a part that nothing bounds can be as large as one likes.
    watched.high[(watched.targets @ what.unbounded().astype(float)) > 0] = _ANYTHING
    lots = np.random.default_rng(0)
    idle = 0
    while idle < _IDLE_ROUNDS and len(tight := watched.tight()) > _FEW:
        pull = np.zeros(len(watched.width))
        pull[tight] = lots.choice([-1.0, 1.0], len(tight))
        for way in (pull, -pull):
            watched.see(spread(what, way @ watched.targets))
        idle = 0 if len(watched.tight()) < len(tight) else idle + 1
