"""The second look at a subject's tables: whether what is about to be published tells too much.

It reads the cells as they will stand in the release and nothing of how they were chosen: classes
of a distribution, shares of those who do not know, medians and quartiles. What it is told of the
true answers is only how many of each atom gave each.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array, vstack

from assessment.benchmark.disclosure.audit import Weakness, too_tight
from assessment.benchmark.disclosure.bounds import NOWHERE, Known, membership
from assessment.benchmark.disclosure.classes.answers import (
    Answers,
    Left,
    Table,
    allow,
    cells_around,
    most_answers,
    watched_classes,
)
from assessment.benchmark.disclosure.classes.published import Row, groups_of, matrix_of, rows_in
from assessment.benchmark.disclosure.classes.rests import rows_that_leave_few
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Layout


def class_weaknesses(  # noqa: PLR0917 - each is needed once
    layout: Layout,
    answers: Answers,
    classes: Sequence[str],
    cells: Mapping[int, Mapping[str, Any]],
    rules: Rules,
) -> tuple[Weakness, ...]:
    """Every small group in a class that the cells, by their place, bound too tightly."""
    told = {at: cell for at, cell in cells.items() if "suppressed" not in cell}
    groups = {group for cell in told.values() for group in groups_of(cell, classes)}
    rows = [row for at, cell in told.items() for row in rows_in(at, cell, classes, answers.scale)]
    found = []
    for number, table in enumerate(answers.tables):
        watched = watched_classes(layout, table, answers.figures.answered, groups, rules)
        known = table.told(rows)
        if not len(watched.width) or all(row.figure == NOWHERE for row in known):
            continue
        seen = {at: cell for at, cell in told.items() if table.seen[at]}
        if table.stood:
            allow(layout, table, watched, _medians(answers, seen))
        for target, low, high in too_tight(watched, _known(layout, table, known, seen)):
            within = cells_around(layout, watched, target)
            found.append(Weakness(tuple(layout.cells[at] for at in within), low, high, number))
        for few in rows_that_leave_few(layout, table, known, rules):
            shown = tuple(layout.cells[at] for at in sorted({row.cell for row in few}))
            found.append(Weakness(shown, 1, rules.group - 1, number))
    return tuple(found)


def _known(layout: Layout, table: Table, rows: Sequence[Row], seen: Collection[int]) -> Known:
    """What these rows tell of a table; of the cells `seen` the number is among them."""
    matrix = membership(layout)
    sums = matrix_of(matrix, table.counts, rows)
    least = np.array([np.nan if row.least is None else row.least for row in rows])
    exactly = np.isnan(least)
    low = np.where(exactly, sums @ table.counts.reshape(-1), least)
    shown = np.isin(np.arange(len(layout.cells)), list(seen))
    limits, most = most_answers(matrix, table.among, shown, table.counts.shape[1])
    return Known(
        rows=csr_array(vstack([sums, limits], format="csr")),
        low=np.concatenate([low, np.full(len(most), -np.inf)]),
        high=np.concatenate([np.where(exactly, low, np.inf), most]),
        place=np.array([*(row.figure for row in rows), *[NOWHERE] * len(most)], dtype=np.int64),
    )


def _medians(answers: Answers, told: Mapping[int, Mapping[str, Any]]) -> Iterator[Left]:
    for at, cell in told.items():
        if isinstance(median := cell.get("median"), int | float):
            yield from answers.left_by_median(at, median, cell["n"])
