"""What is left of a figure once the shown parts of it are taken away.

A shown cell less the shown cells within it leaves the hidden ones together. Each of them may be
so small that nothing can be asked of it by itself: of two members, none or both may be of a class.
Together they are more members than that, and must not be told to hold few of a class.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Flags, Ints, Layout
from assessment.benchmark.statistics.merging import Group

_TOGETHER = 2


def small_rests(
    layout: Layout, counts: Ints, shown: Mapping[int, Collection[Group]], group: int
) -> Iterator[tuple[Group, tuple[int, ...]]]:
    """Classes of which cells leave few in several others; of these the whole, then shown parts.

    `counts` are atoms by classes, `shown` the classes that each cell shows together.
    """
    for classes in sorted({one for groups in shown.values() for one in groups}):
        told = np.zeros(len(layout.cells), dtype=bool)
        told[[cell for cell, groups in shown.items() if _adds_up_to(classes, groups)]] = True
        of_cell = layout.count_cells(counts[:, classes].sum(axis=1))
        for whole_of in layout.nested:
            for cells in _of_breakdown(whole_of, of_cell, told, group):
                yield classes, cells


def few_left(layout: Layout, view: View, hidden: Flags, rules: Rules) -> Iterator[tuple[int, ...]]:
    """The same cells for a view of counts, where being counted is an answer; else none."""
    if view.among is not None:
        seen = np.flatnonzero(view.seen & ~hidden & (layout.count_cells(view.atoms) > 0)).tolist()
        shown = dict.fromkeys(seen, ((0,),))
        found = small_rests(layout, view.atoms[:, np.newaxis], shown, rules.group)
        yield from (cells for _, cells in found)


def _of_breakdown(
    whole_of: Ints, of_cell: Ints, told: Flags, group: int
) -> Iterator[tuple[int, ...]]:
    inside = whole_of >= 0
    shown, hidden = inside & told, inside & ~told
    width = len(of_cell)
    left = of_cell - np.bincount(whole_of[shown], of_cell[shown], width).astype(np.int64)
    several = np.bincount(whole_of[hidden], minlength=width) >= _TOGETHER
    for whole in np.flatnonzero(told & several & (left > 0) & (left < group)).tolist():
        yield whole, *np.flatnonzero(shown & (whole_of == whole)).tolist()


def _adds_up_to(classes: Group, groups: Collection[Group]) -> bool:
    parts = [one for one in groups if set(one) <= set(classes)]
    return sum(len(one) for one in parts) == len(classes)
