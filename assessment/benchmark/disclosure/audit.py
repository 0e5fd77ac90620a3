"""The audit plays the attacker: what can be told of each hidden count from all that is shown.

It knows nothing of how the pattern was found. A release in which a hidden group can be bounded
more tightly than the protection interval is refused, with the cell and the bounds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.benchmark.disclosure.bounds import (
    Known,
    exact,
    membership,
    sum_of,
)
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
from assessment.benchmark.layout import Cell, Flags, Layout


@dataclass(frozen=True)
class Weakness:
    """A group whose count can be told too well: it lies between low and high.

    `cells` are the hidden cell itself, or, for a group that no table shows, the cells it lies in.
    `view` counts the views given: 0 is the members now.
    """

    cells: tuple[Cell, ...]
    low: float
    high: float
    view: int


def weaknesses(
    layout: Layout, views: Sequence[View], hidden: Flags, rules: Rules
) -> tuple[Weakness, ...]:
    """Every hidden cell and every small group whose bounds are tighter than they may be."""
    return tuple(
        weakness
        for number, view in enumerate(views)
        for weakness in _of_view(layout, view, number, hidden, rules=rules)
    )


def _of_view(
    layout: Layout, view: View, number: int, hidden: Flags, *, rules: Rules
) -> list[Weakness]:
    matrix = membership(layout)
    cells = layout.count_cells(view.atoms)
    watched = watch(matrix, view, cells, hidden, rules)
    what = what_is_known(matrix, view, cells, hidden)
    found = []
    for target, low, high in too_tight(watched, what):
        names = _names(layout, watched.cell_targets, watched.atom_targets.tolist(), target)
        found.append(Weakness(names, low, high, number))
    for whole, *parts in few_left(layout, view, hidden, rules):
        left = float(cells[whole] - cells[parts].sum())
        found.append(Weakness((layout.cells[whole],), left, left, number))
    return found


def too_tight(watched: Watch, what: Known) -> Iterator[tuple[int, float, float]]:
    """The groups that are told too well, with their bounds.

    A table that agrees with what is shown is proof; only groups without one need a programme. What
    would be told if no figure were shown, by public lists alone, is not told by the release.
    """
    spread_out(watched, what)
    for target in watched.tight().tolist():
        if watched.is_tight(target):
            look_at(watched, what, target)
        if watched.is_tight(target):
            watched.grant(what, target)
        if watched.is_tight(target):
            low, high = exact(what, sum_of(watched.targets, target))
            if high - low < watched.width[target]:
                yield target, low, high


def _names(
    layout: Layout, cells: Sequence[int], atoms: Sequence[int], target: int
) -> tuple[Cell, ...]:
    if target < len(cells):
        return (layout.cells[cells[target]],)
    return tuple(layout.cells[cell] for cell in layout.cell_of_atom[:, atoms[target - len(cells)]])


def hidden_bounds(layout: Layout, view: View, hidden: Flags) -> dict[Cell, tuple[float, float]]:
    """Exactly between which counts an attacker knows each hidden cell to be."""
    matrix = membership(layout)
    what = what_is_known(matrix, view, layout.count_cells(view.atoms), hidden)
    found = {}
    for place in np.flatnonzero(hidden):
        row = sum_of(matrix, int(place))
        low, high = exact(what, row)
        found[layout.cells[place]] = (low, high)
    return found
