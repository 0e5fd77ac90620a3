"""The cells of a release as they are published; what is hidden says so, and only so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assessment.benchmark.disclosure.shown import Shown
from assessment.benchmark.layout import Cell, Flags, Ints
from assessment.benchmark.rounding import points, share
from assessment.benchmark.statistics.figures import Figures
from assessment.benchmark.statistics.intervals import share_interval
from assessment.benchmark.statistics.panel import Subject

Json = dict[str, Any]

PROTECTED = "protected"
"""Hidden so that nobody's answers can be told; deliberately not said which rule asked for it."""
TOO_FEW = "too_few"
"""More members are needed for this kind of figure; anyone can see that from the number shown."""


def key_of(cell: Cell) -> dict[str, str]:
    """The values that the members of a cell share, by attribute."""
    return dict(zip(cell.by, cell.key, strict=True))


def suppressed(reason: str) -> Json:
    """A value that is hidden, with its reason."""
    return {"suppressed": reason}


@dataclass(frozen=True)
class Participation:
    """How many of each cell are in the register, are members, and took part."""

    registered: Ints
    members: Ints
    taking: Ints
    hidden: Flags

    def cell(self, cell: Cell, place: int) -> Json:
        """Participation in a cell: response rate of its members, coverage against the register."""
        registered, members = int(self.registered[place]), int(self.members[place])
        known: Json = {"key": key_of(cell), "registered": registered, "members": members}
        if self.hidden[place]:
            return {**known, **suppressed(PROTECTED)}
        count = int(self.taking[place])
        coverage = share(count / registered) if registered else None
        return {**known, "n": count, "response": share(count / members), "coverage": coverage}


@dataclass(frozen=True)
class SubjectCells:
    """A subject's figures, what may be shown of them, and which cells are samples."""

    subject: Subject
    figures: Figures
    shown: Shown
    sample: Flags
    contributors: Ints
    least_for_shares: int

    def cell(self, cell: Cell, place: int) -> Json:
        """The subject's figures in a cell."""
        if not self.shown.count[place]:
            return {"key": key_of(cell), **suppressed(PROTECTED)}
        found: Json = {"key": key_of(cell), "n": int(self.figures.answered[place])}
        if self.subject.has_points:
            found |= self._points(place)
        if self.subject.classes:
            found["distribution"] = self._distribution(place)
        if self.subject.kind == "question":
            found["unknown"] = self._unknown(place)
        return found

    def _points(self, place: int) -> Json:
        low, middle, high = self.figures.quartiles[place]
        shown = self.shown
        found: Json = {
            "median": points(middle) if shown.median[place] else suppressed(PROTECTED),
            "quartiles": [points(low), points(high)]
            if shown.quartiles[place]
            else self._because(place),
        }
        if self.sample[place]:
            ends = [points(end) for end in self.figures.interval[place]]
            found["median_interval"] = ends if shown.interval[place] else self._because(place)
        return found

    def _distribution(self, place: int) -> list[Json] | Json:
        if place not in self.shown.groups:
            return self._because(place)
        counts = self.figures.classes[place]
        whole = int(self.figures.answered[place])
        return [
            {
                "classes": [self.subject.classes[one] for one in group],
                **self._share(sum(int(counts[one]) for one in group), whole, place),
            }
            for group in self.shown.groups[place]
        ]

    def _unknown(self, place: int) -> Json:
        if self.shown.unknown[place]:
            whole = int(self.contributors[place])
            return self._share(int(self.figures.unknown[place]), whole, place)
        few = self.contributors[place] < self.least_for_shares
        return suppressed(TOO_FEW if few else PROTECTED)

    def _share(self, part: int, whole: int, place: int) -> Json:
        found: Json = {"share": share(part / whole)}
        if self.sample[place]:
            low, high = share_interval(_one(part), _one(whole))
            found["interval"] = [share(low[0]), share(high[0])]
        return found

    def _because(self, place: int) -> Json:
        few = self.figures.answered[place] < self.least_for_shares
        return suppressed(TOO_FEW if few else PROTECTED)


def _one(value: int) -> Ints:
    return np.array([value])


def of_breakdown(cells: Sequence[Cell], by: Sequence[str]) -> list[int]:
    """Where the cells of a breakdown stand."""
    return [place for place, cell in enumerate(cells) if cell.by == tuple(by)]
