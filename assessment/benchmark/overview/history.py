"""Time series over rounds, or the releases of one: a gap in a line has a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from assessment.benchmark.overview.figure import Figure, Hidden, Key, from_cell, without
from assessment.benchmark.overview.scores import Spread, Subject, spread
from assessment.benchmark.release.document import Lookup


@dataclass(frozen=True)
class Moment:
    """A subject in one release; `taking` is how many took part then.

    `along` is where its day lies between the first release (0) and the last (1).
    """

    round: str
    questionnaire: str
    date: str
    number: int
    along: float
    taking: Figure
    spread: Spread


@dataclass(frozen=True)
class Line:
    """A subject over the releases, oldest first; `change` is that of the last two medians."""

    kind: str
    id: str
    moments: tuple[Moment, ...]
    change: Figure

    @property
    def has_break(self) -> bool:
        """Whether figures of several versions of the questionnaire stand side by side."""
        return len({one.questionnaire for one in self.moments}) > 1

    @property
    def runs(self) -> tuple[tuple[Moment, ...], ...]:
        """Moments in a row whose medians are shown: what a drawn line may join.

        A new version of the questionnaire is a break in the series.
        """
        in_turn = groupby(
            self.moments, key=lambda one: (one.spread.median.is_shown, one.questionnaire)
        )
        return tuple(tuple(run) for (is_shown, _), run in in_turn if is_shown)


def former_releases(release: Mapping[str, Any]) -> tuple[tuple[str, int | None], ...]:
    """Day and number of the earlier releases whose figures this one keeps, newest first."""
    tables = [*release["participation"], *release["tables"]]
    cells = (cell for table in tables for cell in table["cells"] if "as_of" in cell)
    found = {(cell["as_of"], cell.get("of_release")) for cell in cells}
    return tuple(sorted(found, key=lambda one: (one[0], one[1] or 0), reverse=True))


def history(releases: Sequence[Lookup], subjects: Sequence[Subject], key: Key) -> tuple[Line, ...]:
    """Each subject's figures in every release, in the order given."""
    places = tuple(_places([one.release["date"] for one in releases]))
    return tuple(_line(releases, places, subject, key) for subject in subjects)


def _line(releases: Sequence[Lookup], places: Sequence[float], subject: Subject, key: Key) -> Line:
    moments = tuple(
        Moment(
            one.release["round"],
            one.release["questionnaire"],
            one.release["date"],
            one.release["number"],
            along,
            from_cell(one.participation(key), "n"),
            spread(one, subject, key),
        )
        for one, along in zip(releases, places, strict=True)
    )
    return Line(*subject, moments, _change(moments))


def _places(days: Sequence[str]) -> Iterator[float]:
    """Where each day lies between the first and the last; in equal steps where two are one day."""
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    if len(set(numbers)) < len(numbers):
        numbers = list(range(len(numbers)))
    span = max(numbers[-1] - numbers[0], 1)
    return ((one - numbers[0]) / span for one in numbers)


def _change(moments: Sequence[Moment]) -> Figure:
    medians = [one.spread.median for one in moments[-2:]]
    if len(medians) < 2:
        return without(Hidden.NO_EARLIER)
    if len({one.questionnaire for one in moments[-2:]}) > 1:
        return without(Hidden.OTHER_VERSION)
    if reasons := [one.hidden for one in medians if one.hidden]:
        return without(reasons[0])
    if medians[1].as_of:
        # The figure before, repeated: what has changed since is protected.
        return without(Hidden.PROTECTED)
    return Figure(round((medians[1].value or 0) - (medians[0].value or 0), 1))
