"""Where the releases of a package come from: the folder of a round, or a file with a release."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.following import releases_before
from assessment.services.benchmark.opening import RELEASES, read_release, read_round

Json = dict[str, Any]
Period = tuple[date, date]


@dataclass(frozen=True)
class Source:
    """What is published of a round: its releases and the last ones of the rounds before it.

    Oldest first; `period` are the days on which answers were collected.
    """

    releases: tuple[Json, ...]
    before: tuple[Json, ...] = ()
    period: Period | None = None

    @property
    def all(self) -> tuple[Json, ...]:
        """Every release."""
        return (*self.before, *self.releases)

    @property
    def last(self) -> Json:
        """The release that is published."""
        return self.releases[-1]


def releases_at(path: Path, model: Model) -> Source:
    """The releases in the folder of a round, or the one in a file. Raises Invalid and Damaged."""
    if path.is_file():
        return Source((read_release(path),))
    round_ = read_round(path, model)
    found = tuple(read_release(one) for one in sorted((path / RELEASES).glob("*.json")))
    if not found:
        raise Invalid([Problem("round_without_release", file=str(path))])
    period = round_.period
    return Source(
        found,
        tuple(read_release(one) for one in releases_before(path)),
        (period.first, period.last) if period else None,
    )
