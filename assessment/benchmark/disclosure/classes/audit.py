"""The second look at a subject's tables: whether what is about to be published tells too much.

It reads the cells as they will stand in the release and nothing of how they were chosen: classes
of a distribution, shares of those who do not know, medians and quartiles. What it is told of the
true answers is only how many of each atom gave each.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array, vstack

from assessment.benchmark.disclosure.audit import Weakness, too_tight
from assessment.benchmark.disclosure.bounds import NOWHERE, Among, Known, membership
from assessment.benchmark.disclosure.classes.answers import (
    ROUNDED,
    Answers,
    Left,
    Limits,
    allow,
    most_answers,
    watched_classes,
)
from assessment.benchmark.disclosure.programme import Numbers
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Ints, Layout
from assessment.benchmark.statistics.intervals import median_ranks
from assessment.benchmark.statistics.merging import Group

_HIDEABLE = 0

Sum = tuple[Numbers, float, float, int]
"""Which atoms and classes are counted, between what the count lies, and what could hide it."""


def class_weaknesses(  # noqa: PLR0917 - each is needed once
    layout: Layout,
    answers: Answers,
    classes: Sequence[str],
    cells: Mapping[int, Mapping[str, Any]],
    rules: Rules,
) -> tuple[Weakness, ...]:
    """Every small group in a class that the cells, by their place, bound too tightly."""
    told = {at: cell for at, cell in cells.items() if "suppressed" not in cell}
    groups = {group for cell in told.values() for group in _groups(cell, classes)}
    found = []
    for number, (table, among) in enumerate(answers.tables()):
        watched = watched_classes(answers, table, groups, rules)
        if not told or not len(watched.width):
            continue
        sums = [one for at, cell in told.items() for one in _sums(layout, table, classes, at, cell)]
        if table is answers.counts:
            allow(layout, answers, watched, _medians(answers, told))
            sums += [one for at, cell in told.items() for one in _sides(layout, answers, at, cell)]
        what = _known(sums, _limits(layout, among, told, table))
        for target, low, high in too_tight(watched, what):
            within = layout.cell_of_atom[:, watched.atom_targets[target]]
            found.append(Weakness(tuple(layout.cells[at] for at in within), low, high, number))
    return tuple(found)


def _limits(layout: Layout, among: Among, told: Mapping[int, Any], table: Ints) -> Limits:
    shown = np.isin(np.arange(len(layout.cells)), list(told))
    return most_answers(membership(layout), among, shown, table.shape[1])


def _known(sums: Sequence[Sum], limits: Limits) -> Known:
    rows, most = limits
    return Known(
        rows=csr_array(vstack([csr_array(np.array([one[0] for one in sums])), rows], format="csr")),
        low=np.array([*(one[1] for one in sums), *[-np.inf] * len(most)]),
        high=np.array([*(one[2] for one in sums), *most]),
        place=np.array([*(one[3] for one in sums), *[NOWHERE] * len(most)], dtype=np.int64),
    )


def _groups(cell: Mapping[str, Any], classes: Sequence[str]) -> Iterator[Group]:
    """The classes of a distribution as they are shown together."""
    parts = cell.get("distribution")
    for part in parts if isinstance(parts, list) else ():
        yield tuple(sorted(classes.index(one) for one in part["classes"]))


def _sums(  # noqa: PLR0917 - each is needed for every cell
    layout: Layout, table: Ints, classes: Sequence[str], at: int, cell: Mapping[str, Any]
) -> Iterator[Sum]:
    """The sums that one cell tells exactly."""
    unknown = len(classes)
    parts: list[tuple[Sequence[int], int]] = [(range(unknown), NOWHERE)]
    parts += [(group, _HIDEABLE) for group in _groups(cell, classes)]
    if "share" in cell.get("unknown", ()):
        parts.append((range(unknown, unknown + 1), _HIDEABLE))
    for group, place in parts:
        row = _part(layout, table, at, group)
        count = float(row @ table.reshape(-1))
        yield row, count, count, place


def _sides(layout: Layout, answers: Answers, at: int, cell: Mapping[str, Any]) -> Iterator[Sum]:
    """So many lie at or below a published value, and so many at or above it."""
    if answers.scale is None:
        return
    for value, at_place in _values(cell):
        for group, count in answers.scale.beside(value, at_place, cell["n"], ROUNDED):
            yield _part(layout, answers.counts, at, group), float(count), np.inf, _HIDEABLE


def _medians(answers: Answers, told: Mapping[int, Mapping[str, Any]]) -> Iterator[Left]:
    for at, cell in told.items():
        if isinstance(median := cell.get("median"), int | float):
            yield from answers.left_by_median(at, median, cell["n"])


def _part(layout: Layout, table: Ints, at: int, classes: Sequence[int]) -> Numbers:
    """Which atoms and classes of a table are counted."""
    inside = (layout.cell_of_atom == at).any(axis=0)
    counted = np.zeros(table.shape[1])
    counted[list(classes)] = 1.0
    return np.outer(inside, counted).reshape(-1)


def _values(cell: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """The published values, each with its place among the answers."""
    count = cell["n"]
    lower, upper = _pair(cell, "quartiles")
    for value, share in ((lower, 0.25), (cell.get("median"), 0.5), (upper, 0.75)):
        if isinstance(value, int | float):
            yield value, (count - 1) * share
    low, high = _pair(cell, "median_interval")
    if low is not None and high is not None:
        tail = int(median_ranks(np.array([count]))[0])
        yield low, tail - 1
        yield high, count - tail


def _pair(cell: Mapping[str, Any], name: str) -> tuple[float | None, float | None]:
    told = cell.get(name)
    return (told[0], told[1]) if isinstance(told, list) else (None, None)
