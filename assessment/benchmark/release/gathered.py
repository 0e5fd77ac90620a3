"""What a release is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assessment.benchmark.disclosure.views import Before
from assessment.benchmark.layout import Flags, Ints, Layout
from assessment.benchmark.statistics.panel import Panel

Key = tuple[str, str]
"""Kind and id of a subject."""


@dataclass(frozen=True)
class Past:
    """A subject in an earlier release: the cells it showed, and a mark of each member's value.

    `cells` are those with figures of its own, by place, and `shown` flags them. `values` is None
    where the marks were not kept or the key to them is lost.
    """

    shown: Flags
    values: Ints | None
    cells: Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True)
class Gathered:
    """What a release is made from: the members' cells, who took part, and what they said.

    `taking` is the member that each row of the panel belongs to; `registered` counts the bodies of
    the register by cell. `contributions` numbers what each member handed in, as `earlier` does for
    the earlier releases of the round, and `releases` are those themselves, oldest first. `pasts`
    holds of each what it had by subject, `key` is what values are marked with.
    """

    layout: Layout
    panel: Panel
    taking: Ints
    registered: Ints
    bands: Sequence[float]
    contributions: Ints
    earlier: Sequence[Before] = ()
    releases: Sequence[Mapping[str, Any]] = ()
    pasts: Sequence[Mapping[Key, Past]] = ()
    key: bytes = b""

    @property
    def took_part(self) -> Flags:
        flags = np.zeros(self.layout.members, dtype=bool)
        flags[self.taking] = True
        return flags
