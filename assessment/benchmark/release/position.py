"""Where one body stands among its peers, from a release alone: a quarter, never a rank.

Nothing here needs the answers of others, so that whoever shows a position cannot tell more than the
release does. The body's own score is not changed by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.benchmark.release.document import Json, Lookup
from assessment.benchmark.release.rounding import points

Key = Mapping[str, str]

WIDENING: tuple[tuple[str, ...], ...] = (
    ("size_class", "state", "kind"),
    ("size_class", "state"),
    ("size_class", "kind"),
    ("size_class",),
    ("state",),
    (),
)
"""Peer groups from the closest to the widest: alike in size first, then in state, then all."""


class Quarter(StrEnum):
    """The quarter of the peer group that a value lies in; on the border it counts as inside."""

    LOWER = "lower"
    BELOW_MEDIAN = "below_median"
    ABOVE_MEDIAN = "above_median"
    UPPER = "upper"


class TooSmall(StrEnum):
    """Why a closer peer group could not be used."""

    HIDDEN = "hidden"
    NO_QUARTILES = "no_quartiles"


@dataclass(frozen=True)
class Widened:
    """A closer peer group that was passed over, and why."""

    key: Key
    because: TooSmall


@dataclass(frozen=True)
class Position:
    """A body's quarter in its peer group, with the group's figures; None where no group has any.

    `widened` are the closer groups that were passed over, closest first.
    """

    kind: str
    subject: str
    own: float
    quarter: Quarter | None
    group: Key | None
    members: int | None
    median: float | None
    quartiles: tuple[float, float] | None
    widened: tuple[Widened, ...]


def position(release: Lookup, subject: tuple[str, str], own: float, attributes: Key) -> Position:
    """Where a value stands in the closest group of peers whose quartiles were released."""
    widened: list[Widened] = []
    for key, cell in _groups(release, subject, attributes):
        quartiles = cell.get("quartiles")
        if isinstance(quartiles, list) and isinstance(cell["median"], int | float):
            low, high = quartiles
            value, middle = points(own), float(cell["median"])
            quarter = _quarter(value, low, middle, high)
            return Position(
                *subject, value, quarter, key, cell["n"], middle, (low, high), tuple(widened)
            )
        hidden = "suppressed" in cell
        widened.append(Widened(key, TooSmall.HIDDEN if hidden else TooSmall.NO_QUARTILES))
    return Position(*subject, points(own), None, None, None, None, None, tuple(widened))


def ahead_of(release: Lookup, own: Mapping[str, float], attributes: Key) -> tuple[Position, ...]:
    """The questions in which a quarter of the peers are further on, widest gap first."""
    found = [position(release, ("question", id), value, attributes) for id, value in own.items()]
    behind = [one for one in found if one.quartiles and one.quartiles[1] > one.own]
    return tuple(sorted(behind, key=_gap, reverse=True))


def peers_routes(release: Lookup, archetype: str, attributes: Key) -> tuple[Key, Json] | None:
    """The closest group of peers whose advised routes were released, and its cell."""
    for key, cell in _groups(release, ("route", archetype), attributes):
        if isinstance(cell.get("distribution"), list):
            return key, cell
    return None


def series(
    releases: Sequence[Lookup], subject: tuple[str, str], key: Key
) -> tuple[tuple[str, Json], ...]:
    """A cell's figures in each release that has it, with the release's date, in the order given.

    Where its cell is hidden, the release says so in its place: a gap in a line has a reason.
    """
    found = ((one.release["date"], one.cell(*subject, key)) for one in releases)
    return tuple((date, cell) for date, cell in found if cell is not None)


def _groups(
    release: Lookup, subject: tuple[str, str], attributes: Key
) -> Iterator[tuple[Key, Json]]:
    for by in WIDENING:
        key = {name: attributes[name] for name in by if name in attributes}
        if len(key) == len(by) and (cell := release.cell(*subject, key)) is not None:
            yield key, cell


def _quarter(value: float, low: float, middle: float, high: float) -> Quarter:
    if value < low:
        return Quarter.LOWER
    if value > high:
        return Quarter.UPPER
    return Quarter.BELOW_MEDIAN if value < middle else Quarter.ABOVE_MEDIAN


def _gap(one: Position) -> float:
    return one.quartiles[1] - one.own if one.quartiles else 0.0
