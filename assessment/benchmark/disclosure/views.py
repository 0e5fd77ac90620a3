"""What figures of this and of earlier releases can be subtracted from each other.

Each view is a table of counts of its own that is to be protected: the members now; the members of
an earlier release, of which this one may tell something new; and the members who are new, gone or
changed since an earlier release.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Flags, Ints, Layout

NOBODY = 0


@dataclass(frozen=True)
class Before:
    """An earlier release: what each member had handed in, and the cells it showed by itself.

    `contributions` has a number for each member, 0 where it did not take part; the same number
    means the same answers, across all releases.
    """

    contributions: Ints
    shown: Flags


def views_of(
    layout: Layout, contributions: Ints, earlier: Sequence[Before], rules: Rules
) -> list[View]:
    """All tables of counts that this release must not tell anything small of; first that of now."""
    everything = np.ones(len(layout.cells), dtype=bool)
    now = layout.count_atoms(contributions != NOBODY)
    if not earlier:
        return [View(now, everything)]
    large = layout.count_cells(now) >= rules.group
    fixed = large & _known(layout, contributions, earlier, most=0)
    left = _left(layout, contributions, earlier)
    return [
        View(now, everything, fixed=fixed, left=left),
        *(
            replace(view, alike=layout.alike(now > 0))
            for view in (
                replace(_nearly(layout, contributions, earlier, rules), left=left),
                *_since(layout, contributions, earlier),
                *_then(layout, contributions, earlier),
            )
        ),
    ]


def changes(layout: Layout, one: Ints, other: Ints) -> Ints:
    """How many members of each cell are new, gone or changed between two releases."""
    return layout.count_cells(layout.count_atoms(one != other))


def _known(layout: Layout, given: Ints, others: Sequence[Before], *, most: int) -> Flags:
    """Cells that another release showed and in which at most so many members differ."""
    known = np.zeros(len(layout.cells), dtype=bool)
    for other in others:
        known |= other.shown & (changes(layout, given, other.contributions) <= most)
    return known


def _left(layout: Layout, given: Ints, earlier: Sequence[Before]) -> Flags:
    """Cells that all have left who stood in them in earlier releases."""
    stand, *stood = (
        layout.count_cells(layout.count_atoms(of != NOBODY)) > 0
        for of in (given, *(one.contributions for one in earlier))
    )
    left: Flags = ~stand & np.any(stood, axis=0)
    return left


def _nearly(layout: Layout, given: Ints, earlier: Sequence[Before], rules: Rules) -> View:
    """The small groups of now, as though the old figure of a cell that hardly changed held still.

    Set off against a new figure it would leave a small group and the few who changed: together
    fewer than may be told of.
    """
    everything = np.ones(len(layout.cells), dtype=bool)
    now = layout.count_atoms(given != NOBODY)
    fixed = _known(layout, given, earlier, most=rules.group - 1)
    return View(now, everything, is_now=False, fixed=fixed)


def _since(layout: Layout, given: Ints, earlier: Sequence[Before]) -> Iterator[View]:
    """Those who are new, gone or changed since each release.

    As though every cell had been shown before: earlier releases may have had other tables, and
    what they showed may add up to a cell of this one.
    """
    everything = np.ones(len(layout.cells), dtype=bool)
    for one in earlier:
        yield View(layout.count_atoms(given != one.contributions), everything, is_now=False)


def _then(layout: Layout, given: Ints, earlier: Sequence[Before]) -> Iterator[View]:
    """The members of each earlier release: a cell shown now and unchanged since was hidden then."""
    for one in earlier:
        others = [other for other in earlier if other is not one]
        fixed = one.shown | _known(layout, one.contributions, others, most=0)
        seen = fixed | (changes(layout, given, one.contributions) == 0)
        atoms = layout.count_atoms(one.contributions != NOBODY)
        yield View(atoms, seen, is_now=False, fixed=fixed)
