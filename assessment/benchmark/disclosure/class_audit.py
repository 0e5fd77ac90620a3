"""The second look at a subject's tables: whether what is about to be published tells too much.

It reads the cells as they will stand in the release and nothing of how they were chosen: classes
of a distribution, shares of those who do not know, medians and quartiles. What it is told of the
true answers is only how many of each atom gave each.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from assessment.benchmark.disclosure.audit import Weakness
from assessment.benchmark.disclosure.bounds import NOWHERE, Known, exact
from assessment.benchmark.disclosure.classes import Answers
from assessment.benchmark.disclosure.pattern import View, Watch, spread_out
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Flags, Layout
from assessment.benchmark.statistics.intervals import median_ranks

_ROUNDED = 0.05

Sum = tuple[Numbers, float, float]
"""Which atoms and classes are counted, and between what the count is known to lie."""


def class_weaknesses(  # noqa: PLR0917 - each is needed once
    layout: Layout,
    answers: Answers,
    classes: Sequence[str],
    cells: Mapping[int, Mapping[str, Any]],
    rules: Rules,
) -> tuple[Weakness, ...]:
    """Every small group in a class that the cells, by their place, bound too tightly."""
    small = np.flatnonzero((answers.counts > 0) & (answers.counts < rules.group))
    sums = [one for at, cell in cells.items() for one in _sums(layout, answers, classes, at, cell)]
    if not len(small) or not sums:
        return ()
    what = Known(
        rows=csr_array(np.array([row for row, _, _ in sums])),
        low=np.array([low for _, low, _ in sums]),
        high=np.array([high for _, _, high in sums]),
        place=np.full(len(sums), NOWHERE),
    )
    atoms = answers.counts.reshape(-1)
    targets = csr_array(
        (np.ones(len(small)), (np.arange(len(small)), small)), (len(small), len(atoms))
    )
    view = View(atoms, np.ones(len(layout.cells), dtype=bool), is_now=False)
    watched = Watch(view, atoms, atoms[small], atoms[small].copy(), targets, small)
    spread_out(watched, what, rules.protection)
    found = []
    for target in watched.tight(rules.protection).tolist():
        low, high = exact(what, targets[[target]])
        if high - low < rules.protection:
            atom = int(small[target]) // answers.counts.shape[1]
            names = tuple(layout.cells[cell] for cell in layout.cell_of_atom[:, atom])
            found.append(Weakness(names, low, high, 0))
    return tuple(found)


def _sums(  # noqa: PLR0917 - each is needed for every cell
    layout: Layout, answers: Answers, classes: Sequence[str], at: int, cell: Mapping[str, Any]
) -> Iterator[Sum]:
    """What one cell tells: sums known exactly, and values with so many on either side."""
    if "suppressed" in cell:
        return
    inside = (layout.cell_of_atom == at).any(axis=0)[:, None]
    kinds = np.arange(answers.counts.shape[1])[None, :]
    unknown = len(classes)
    groups: list[Sequence[int]] = [range(unknown)]
    if isinstance(cell.get("distribution"), list):
        names = {name: place for place, name in enumerate(classes)}
        groups += [[names[one] for one in part["classes"]] for part in cell["distribution"]]
    if "share" in cell.get("unknown", ()):
        groups.append(range(unknown, unknown + 1))
    for group in groups:
        row = (inside & np.isin(kinds, list(group))).astype(float).reshape(-1)
        count = float(row @ answers.counts.reshape(-1))
        yield row, count, count
    for value, below, above in _values(cell):
        yield from _sides(answers, inside, (value, below, above))


def _values(cell: Mapping[str, Any]) -> Iterator[tuple[float, int, int]]:
    """The published values, each with how many lie at or below and at or above it at least."""
    count = cell["n"]
    lower, upper = _pair(cell, "quartiles")
    for value, share in ((lower, 0.25), (cell.get("median"), 0.5), (upper, 0.75)):
        if isinstance(value, int | float):
            at = (count - 1) * share
            yield value, floor(at) + 1, count - ceil(at)
    low, high = _pair(cell, "median_interval")
    if low is not None and high is not None:
        tail = int(median_ranks(np.array([count]))[0])
        yield low, tail, count - tail + 1
        yield high, count - tail + 1, tail


def _pair(cell: Mapping[str, Any], name: str) -> tuple[float | None, float | None]:
    told = cell.get(name)
    return (told[0], told[1]) if isinstance(told, list) else (None, None)


def _sides(answers: Answers, inside: Flags, told: tuple[float, int, int]) -> Iterator[Sum]:
    """So many lie at or below a published value, and so many at or above it."""
    if answers.scale is None:
        return
    value, below, above = told
    last = answers.counts.shape[1] - 1
    at_most, _ = answers.scale.classes(value + _ROUNDED)
    _, at_least = answers.scale.classes(value - _ROUNDED)
    for first, end, count in ((0, at_most + 1, below), (at_least, last, above)):
        side = np.zeros(answers.counts.shape, dtype=bool)
        side[:, first:end] = True
        yield (inside & side).astype(float).reshape(-1), float(count), np.inf
