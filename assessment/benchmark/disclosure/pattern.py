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

from assessment.benchmark.disclosure.bounds import NOWHERE, Known, membership, sum_of
from assessment.benchmark.disclosure.rests import few_left
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import (
    View,
    Watch,
    look_at,
    spread_out,
    watch,
    what_is_known,
)
from assessment.benchmark.layout import Flags, Ints, Layout


class Why(StrEnum):
    """Why a cell is hidden; for the association's eyes, never published: it would narrow counts."""

    THRESHOLD = "threshold"
    SECONDARY = "secondary"
    DIFFERENCE = "difference"


@dataclass(frozen=True)
class Pattern:
    """The cells that are hidden, and why."""

    hidden: Flags
    why: dict[int, Why] = field(default_factory=dict)


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
    while more := _next(matrix, watches, now) or _of_a_rest(layout, views, now, rules):
        now[list(more)] = True
        why |= dict.fromkeys(more, Why.SECONDARY)
        watches = [_again(matrix, earlier, now, rules) for earlier in watches]
    return Pattern(now, why)


def _of_a_rest(
    layout: Layout, views: Iterable[View], hidden: Flags, rules: Rules
) -> tuple[int, ...]:
    """The smallest of the cells that leave few in several others, where a count is an answer."""
    for view in views:
        for cells in few_left(layout, view, hidden, rules):
            counts = layout.count_cells(view.atoms)
            return (min(cells, key=lambda cell: (counts[cell], cell)),)
    return ()


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


def _next(matrix: csr_array, watches: Iterable[Watch], hidden: Flags) -> tuple[int, ...]:
    """The cells to hide next: for each bound that is too tight, the smallest of those it rests on.

    What rests on the same cells waits: hiding the first cell may be enough for all of them.
    """
    chosen: dict[int, None] = {}
    touched = np.zeros(len(hidden), dtype=bool)
    for one in watches:
        what = what_is_known(matrix, one.view, one.cells, hidden)
        spread_out(one, what)
        for target in one.tight():
            if touched[_cells_around(matrix, one, int(target))].any():
                continue
            if held := held_by(one, what, int(target)):
                chosen[min(held, key=lambda cell: (one.cells[cell], cell))] = None
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
        watched.grant(what, target)
    if not watched.is_tight(target):
        return ()
    return tuple(one for one in held if one != NOWHERE) or tuple(
        one for one in what.place.tolist() if one != NOWHERE
    )
