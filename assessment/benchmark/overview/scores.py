"""Points of dimensions and topics: of everybody, by size class (heat map), by state (tile map)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.benchmark.overview.figure import (
    Figure,
    Hidden,
    Json,
    Key,
    figure,
    from_cell,
    without,
)
from assessment.benchmark.overview.groups import EVERYBODY
from assessment.benchmark.release.document import Lookup

Subject = tuple[str, str]


@dataclass(frozen=True)
class Spread:
    """Number, median and quartiles of a group; the median with its interval where a sample.

    `interval_hidden` says why there is no interval though the group is a sample.
    """

    key: Key
    n: Figure
    median: Figure
    lower: Figure
    upper: Figure
    interval_hidden: Hidden | None = None


@dataclass(frozen=True)
class ScoreRow:
    """A dimension, topic or question: the spread of everybody, and of each group of a breakdown."""

    kind: str
    id: str
    total: Spread
    groups: tuple[Spread, ...]


def score_rows(
    release: Lookup, subjects: Sequence[Subject], keys: Sequence[Key]
) -> tuple[ScoreRow, ...]:
    """The rows of a heat map: the subjects in the order given, a column for each group."""
    return tuple(
        ScoreRow(
            kind,
            id,
            spread(release, (kind, id), EVERYBODY),
            tuple(spread(release, (kind, id), key) for key in keys),
        )
        for kind, id in subjects
    )


def with_figures(
    release: Lookup, subjects: Sequence[Subject], keys: Sequence[Key]
) -> tuple[Key, ...]:
    """The groups of which the number or the median of at least one of the subjects is shown."""
    return tuple(
        key
        for key in keys
        if any(one.n.is_shown or one.median.is_shown for one in _spreads(release, subjects, key))
    )


def _spreads(release: Lookup, subjects: Sequence[Subject], key: Key) -> Iterator[Spread]:
    return (spread(release, one, key) for one in subjects)


def spread(release: Lookup, subject: Subject, key: Key) -> Spread:
    """A subject's spread in one group."""
    cell = release.cell(*subject, key)
    lower, upper = _quartiles(cell)
    is_sample = cell is not None and "median_interval" in cell
    hidden = from_cell(cell, "median_interval").hidden if is_sample else None
    return Spread(key, from_cell(cell, "n"), _median(cell), lower, upper, hidden)


def _median(cell: Json | None) -> Figure:
    found = from_cell(cell, "median")
    interval = cell.get("median_interval") if cell and found.is_shown else None
    if not isinstance(interval, list):
        return found
    return Figure(found.value, None, interval[0], interval[1], found.as_of, found.of_release)


def _quartiles(cell: Json | None) -> tuple[Figure, Figure]:
    if cell is None:
        return without(Hidden.NO_MEMBERS), without(Hidden.NO_MEMBERS)
    given = cell.get("quartiles", cell)
    if isinstance(given, list):
        return figure(given[0], cell), figure(given[1], cell)
    return figure(given), figure(given)
