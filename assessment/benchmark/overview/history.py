"""Time series over the releases of a round: a gap in a line has a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.benchmark.overview.figure import Figure, Hidden, Key, from_cell, without
from assessment.benchmark.overview.scores import Spread, Subject, spread
from assessment.benchmark.release.document import Lookup


@dataclass(frozen=True)
class Moment:
    """A subject in one release; `taking` is how many took part then."""

    date: str
    taking: Figure
    spread: Spread


@dataclass(frozen=True)
class Line:
    """A subject over the releases, oldest first; `change` is that of the last two medians."""

    kind: str
    id: str
    moments: tuple[Moment, ...]
    change: Figure


def history(releases: Sequence[Lookup], subjects: Sequence[Subject], key: Key) -> tuple[Line, ...]:
    """Each subject's figures in every release, in the order given."""
    return tuple(_line(releases, subject, key) for subject in subjects)


def _line(releases: Sequence[Lookup], subject: Subject, key: Key) -> Line:
    moments = tuple(
        Moment(
            one.release["date"],
            from_cell(one.participation(key), "n"),
            spread(one, subject, key),
        )
        for one in releases
    )
    return Line(*subject, moments, _change(moments))


def _change(moments: Sequence[Moment]) -> Figure:
    medians = [one.spread.median for one in moments[-2:]]
    if len(medians) < 2:
        return without(Hidden.NO_EARLIER)
    if reasons := [one.hidden for one in medians if one.hidden]:
        return without(reasons[0])
    if medians[1].as_of:
        # The figure before, repeated: what has changed since is protected.
        return without(Hidden.PROTECTED)
    return Figure(round((medians[1].value or 0) - (medians[0].value or 0), 1))
