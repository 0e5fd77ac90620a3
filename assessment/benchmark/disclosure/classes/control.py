"""Which of a subject's figures fall away so that no small group in a class can be told.

Distributions, medians and quartiles are played off against each other: the classes of a
distribution as they were merged, how many answered, how many do not know. A median or quartile says
that at least so many answers lie on either side of it. Where a small group in a class could be told
too well, the figure that it rests on is hidden, first that of the smallest cell.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array, vstack

from assessment.benchmark.disclosure.bounds import NOWHERE, Known, membership
from assessment.benchmark.disclosure.classes.answers import (
    Answers,
    Left,
    Table,
    allow,
    cells_touched,
    most_answers,
    watched_classes,
)
from assessment.benchmark.disclosure.classes.published import (
    CLASSES,
    MEDIAN,
    PARTS,
    SPREAD,
    UNKNOWN,
    Row,
    matrix_of,
)
from assessment.benchmark.disclosure.classes.rests import rows_that_leave_few
from assessment.benchmark.disclosure.pattern import held_by
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.shown import Shown
from assessment.benchmark.disclosure.watch import Watch, spread_out
from assessment.benchmark.layout import Flags, Layout
from assessment.benchmark.statistics.figures import QUARTERS, Figures

_WITHOUT = {
    CLASSES: Shown.without_classes,
    UNKNOWN: Shown.without_unknown,
    SPREAD: Shown.without_spread,
    MEDIAN: Shown.without_points,
}


def protected(layout: Layout, answers: Answers, shown: Shown, rules: Rules) -> Shown:
    """What may be shown of a subject so that no small group in a class can be told."""
    if not (shown.groups or shown.median.any() or shown.unknown.any()):
        return shown
    medians = shown.median
    for table in answers.tables:
        shown = _protected(layout, answers, shown, table=table, rules=rules)
    if sum(table.stood for table in answers.tables) > 1 and (shown.median != medians).any():
        # What a median left by itself in one table, it may have lost to another.
        return protected(layout, answers, shown, rules)
    return _without_small_rests(layout, answers, shown, rules)


def _without_small_rests(layout: Layout, answers: Answers, shown: Shown, rules: Rules) -> Shown:
    """What may be shown so that cells leave few of a class in no others: the smallest go."""
    size = answers.figures.answered
    for table in answers.tables:
        while few := next(_leaving_few(layout, answers, shown, table, rules=rules), None):
            figure = min(few, key=lambda row: (size[row.cell], row.figure)).figure
            shown = _WITHOUT[figure % len(PARTS)](shown, figure // len(PARTS))
    return shown


def _leaving_few(
    layout: Layout, answers: Answers, shown: Shown, table: Table, *, rules: Rules
) -> Iterator[tuple[Row, ...]]:
    rows = table.told(_exact_rows(answers, shown))
    return rows_that_leave_few(layout, table, rows, rules)


def _protected(
    layout: Layout, answers: Answers, shown: Shown, *, table: Table, rules: Rules
) -> Shown:
    """What may be shown so that no small group of one table can be told."""
    groups = {group for parts in shown.groups.values() for group in parts}
    watched = watched_classes(layout, table, answers.figures.answered, groups, rules)
    rows = table.told(_rows(answers, shown, with_values=table.stood)) if len(watched.width) else []
    if all(row.figure == NOWHERE for row in rows):
        return shown
    what = _known(membership(layout), table, rows, shown.count & table.seen)
    asked = watched.width.copy()
    medians = np.zeros_like(shown.median)
    while True:
        if table.stood and (shown.median != medians).any():
            # A median that has fallen leaves nothing any more.
            medians, watched.width[:] = shown.median, asked
            allow(layout, table, watched, _medians(answers, medians & table.seen))
        if not (weakest := _weakest(layout, what, watched)):
            return shown
        for figure in weakest:
            shown = _without(shown, what, *divmod(figure, len(PARTS)))


def _without(shown: Shown, what: Known, cell: int, part: int) -> Shown:
    """What is shown without a figure; of it, and of what falls with it, nothing is known."""
    for fallen in (SPREAD, MEDIAN) if part == MEDIAN else (part,):
        what.forget(cell * len(PARTS) + fallen)
    return _WITHOUT[part](shown, cell)


def _weakest(layout: Layout, what: Known, watched: Watch) -> tuple[int, ...]:
    """The figures to hide next; what rests on the same cells as one of them waits its turn."""
    spread_out(watched, what)
    chosen: dict[int, None] = {}
    touched: set[int] = set()
    for target in watched.tight().tolist():
        around = cells_touched(layout, watched, target)
        if touched & set(around):
            continue
        if held := held_by(watched, what, target):
            chosen[min(held, key=lambda one: (watched.cells[one], one))] = None
            touched |= {figure // len(PARTS) for figure in held}
    return tuple(chosen)


def _known(matrix: csr_array, table: Table, rows: Sequence[Row], counted: Flags) -> Known:
    """What these rows tell of a table; of the cells `counted` the number is among them."""
    of_cell = matrix @ table.counts
    values = np.array(
        [of_cell[one.cell, one.classes].sum() if one.least is None else one.least for one in rows],
        dtype=float,
    )
    open_ended = np.array([one.least is not None for one in rows], dtype=bool)
    limits, most = most_answers(matrix, table.among, counted, table.counts.shape[1])
    return Known(
        rows=csr_array(vstack([matrix_of(matrix, table.counts, rows), limits], format="csr")),
        low=np.concatenate([values, np.full(len(most), -np.inf)]),
        high=np.concatenate([np.where(open_ended, np.inf, values), most]),
        place=np.array([*(one.figure for one in rows), *[NOWHERE] * len(most)], dtype=np.int64),
    )


def _rows(answers: Answers, shown: Shown, *, with_values: bool) -> Iterator[Row]:
    """What the figures tell; medians and quartiles, where they speak of it."""
    yield from _exact_rows(answers, shown)
    if with_values:
        yield from _least_rows(answers, shown)


def _exact_rows(answers: Answers, shown: Shown) -> Iterator[Row]:
    last = answers.classes
    for cell in np.flatnonzero(shown.count).tolist():
        yield Row(cell, tuple(range(last)), NOWHERE)
        for group in shown.groups.get(cell, ()):
            yield Row(cell, group, cell * len(PARTS) + CLASSES)
    for cell in np.flatnonzero(shown.unknown).tolist():
        yield Row(cell, (last,), cell * len(PARTS) + UNKNOWN)


def _least_rows(answers: Answers, shown: Shown) -> Iterator[Row]:
    """So many lie at or below a published value, and so many at or above it."""
    if answers.scale is None:
        return
    for cell in np.flatnonzero(shown.median).tolist():
        least: dict[tuple[int, tuple[int, ...]], int] = {}
        answered = int(answers.figures.answered[cell])
        for part, value, at in _values(answers.figures, shown, cell):
            for side, count in answers.scale.beside(value, at, answered):
                of = part, tuple(side)
                least[of] = max(count, least.get(of, 0))
        for (part, classes), count in least.items():
            if 0 < len(classes) < answers.classes:
                yield Row(cell, classes, cell * len(PARTS) + part, count)


def _medians(answers: Answers, shown: Flags) -> Iterator[Left]:
    figures = answers.figures
    for cell in np.flatnonzero(shown).tolist():
        yield from answers.left_by_median(
            cell, float(figures.quartiles[cell, 1]), int(figures.answered[cell])
        )


def _values(figures: Figures, shown: Shown, cell: int) -> Iterator[tuple[int, float, float]]:
    """The published values of a cell: of which figure each is, and its place among the answers."""
    count = int(figures.answered[cell])
    for place in range(3) if shown.quartiles[cell] else (1,):
        part = MEDIAN if place == 1 else SPREAD
        yield part, float(figures.quartiles[cell, place]), (count - 1) * QUARTERS[place]
    if shown.interval[cell]:
        tail = int(figures.tail[cell])
        low, high = figures.interval[cell].tolist()
        yield SPREAD, low, tail - 1
        yield SPREAD, high, count - tail
