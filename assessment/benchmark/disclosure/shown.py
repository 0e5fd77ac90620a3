"""What of a subject's figures may be shown in each cell, before tables are played off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Flags, Ints
from assessment.benchmark.statistics.figures import Figures
from assessment.benchmark.statistics.merging import Group, merged
from assessment.benchmark.statistics.panel import Subject


@dataclass(frozen=True)
class Shown:
    """A flag for each cell and kind of figure; `groups` are the classes as they are shown."""

    count: Flags
    median: Flags
    quartiles: Flags
    interval: Flags
    unknown: Flags
    groups: Mapping[int, tuple[Group, ...]]

    def without_points(self, cell: int) -> "Shown":
        """The same without median, quartiles and interval of a cell."""
        return replace(self.without_spread(cell), median=_without(self.median, cell))

    def without_spread(self, cell: int) -> "Shown":
        """The same without quartiles and interval of a cell."""
        return replace(
            self,
            quartiles=_without(self.quartiles, cell),
            interval=_without(self.interval, cell),
        )

    def without_classes(self, cell: int) -> "Shown":
        """The same without the distribution of a cell."""
        return replace(self, groups={at: of for at, of in self.groups.items() if at != cell})

    def without_unknown(self, cell: int) -> "Shown":
        """The same without the share of those who do not know in a cell."""
        return replace(self, unknown=_without(self.unknown, cell))


def showable(  # noqa: PLR0917 - what is known of a subject, each used once
    subject: Subject,
    found: Figures,
    members: Ints,
    hidden: Flags,
    rules: Rules,
    *,
    changes: Sequence[Ints] = (),
) -> Shown:
    """What the rules allow in each cell by itself.

    Group disclosure (Hundepool et al., 5.2; "attribute disclosure by unanimity"): where all answers
    of a cell are alike, or all but one, so that the one would know the others, only their number
    is shown. A class is merged with others until it holds enough members, and so is a tail that the
    interval of the median rests on. Of `changes`, cells by classes of what came or went since an
    earlier release, a distribution is the difference of two: it has to keep the same rules.
    """
    count = ~hidden & (found.answered >= rules.group)
    unlike = count & ~found.alike
    many = unlike & (found.answered >= rules.shares)
    median = unlike & subject.has_points
    knowing = members - found.unknown
    groups = {
        int(cell): parts
        for cell in np.flatnonzero(many)
        if (parts := _groups(subject, found, int(cell), changes, rules=rules))
    }
    enough = np.ones(len(hidden), dtype=bool)
    for table in changes:
        knowing_too = table[:, :-1].sum(axis=1)
        nobody = table.sum(axis=1) == 0
        enough &= nobody | (np.minimum(knowing_too, table[:, -1]) >= rules.group)
    return Shown(
        count=count,
        median=median,
        quartiles=median & many,
        interval=median & many & (found.tail >= rules.group),
        unknown=~hidden
        & enough
        & (members >= rules.shares)
        & (found.unknown >= rules.group)
        & (knowing >= rules.group),
        groups=groups,
    )


def _groups(
    subject: Subject, found: Figures, cell: int, changes: Sequence[Ints], *, rules: Rules
) -> tuple[Group, ...]:
    """The classes of a cell as they may be shown together."""
    differences = [table[cell, :-1].tolist() for table in changes if table[cell, :-1].any()]
    counts = found.classes[cell]
    return merged(counts, rules.group, neighbours=subject.ordered, changes=differences)


def _without(flags: Flags, cell: int) -> Flags:
    left = flags.copy()
    left[cell] = False
    return left
