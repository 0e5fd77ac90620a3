"""Few of a class in several hidden cells together: what shown cells leave, class by class."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assessment.benchmark.disclosure.bounds import NOWHERE
from assessment.benchmark.disclosure.classes.answers import Table
from assessment.benchmark.disclosure.classes.published import Row
from assessment.benchmark.disclosure.rests import small_rests
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Layout
from assessment.benchmark.statistics.merging import Group


def rows_that_leave_few(
    layout: Layout, table: Table, rows: Sequence[Row], rules: Rules
) -> Iterator[tuple[Row, ...]]:
    """The sums that can be hidden of each whole, and its parts, that leave few of some classes."""
    told: dict[int, set[Group]] = defaultdict(set)
    for row in rows:
        if row.least is None:
            told[row.cell].add(row.classes)
    for classes, cells in small_rests(layout, table.counts, told, rules.group):
        hideable = tuple(
            row
            for row in rows
            if row.figure != NOWHERE and row.cell in cells and set(row.classes) <= set(classes)
        )
        if hideable:
            yield hideable
