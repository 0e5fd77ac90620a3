"""A figure of a release as it is shown: a value, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
Key = Mapping[str, str]


class Hidden(StrEnum):
    """Why no value is shown. PROTECTED and TOO_FEW are the release's own words."""

    PROTECTED = "protected"
    TOO_FEW = "too_few"
    NO_MEMBERS = "no_members"
    """Nobody in this group belongs to the round; anyone can see that from the list of members."""
    MERGED = "merged"
    """Levels were put together in the release in another way than would be needed."""
    NOT_COMPARED = "not_compared"
    """The release has no table of this kind."""
    NO_EARLIER = "no_earlier"
    """It is the first release of its round."""
    OTHER_VERSION = "other_version"
    """The figures before are of another version of the questionnaire: a break in the series."""


@dataclass(frozen=True)
class Figure:
    """A published value with its interval where it is a sample; or `hidden`, the reason.

    `as_of` and `of_release` are day and number of the earlier release whose figure it is.
    """

    value: float | None
    hidden: Hidden | None = None
    low: float | None = None
    high: float | None = None
    as_of: str | None = None
    of_release: int | None = None

    @property
    def is_shown(self) -> bool:
        return self.value is not None


def without(reason: Hidden) -> Figure:
    """A figure that is not shown."""
    return Figure(None, reason)


def figure(given: Any, cell: Json | None = None) -> Figure:
    """A published number, or the reason that stands in its place."""
    if isinstance(given, int | float):
        return Figure(float(given), **_when(cell))
    return without(_reason(given))


def from_cell(cell: Json | None, name: str) -> Figure:
    """One of a cell's figures; where the cell is hidden, so are all of them."""
    if cell is None:
        return without(Hidden.NO_MEMBERS)
    if "suppressed" in cell:
        return without(_reason(cell))
    return figure(cell.get(name), cell)


def share_of(given: Any, cell: Json | None = None) -> Figure:
    """A published share with its interval, or the reason that stands in its place."""
    if isinstance(given, dict) and "share" in given:
        low, high = given.get("interval") or (None, None)
        return Figure(float(given["share"]), None, low, high, **_when(cell))
    return without(_reason(given))


def _reason(given: Any) -> Hidden:
    if isinstance(given, dict) and "suppressed" in given:
        return Hidden(given["suppressed"])
    return Hidden.NOT_COMPARED


def _when(cell: Json | None) -> Json:
    return {name: cell[name] for name in ("as_of", "of_release") if name in cell} if cell else {}
