"""What goes into a position, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assessment.benchmark.position.peers import Group
from assessment.benchmark.position.release import Origin


class Quarter(StrEnum):
    """The quarter of the peer group that a value lies in; on the border it counts as inside."""

    LOWER = "lower"
    BELOW_MEDIAN = "below_median"
    ABOVE_MEDIAN = "above_median"
    UPPER = "upper"


class Because(StrEnum):
    """Why there is no position, or why a closer group was passed over."""

    HIDDEN = "hidden"
    NO_QUARTILES = "no_quartiles"
    NO_VALUE = "no_value"
    MOSTLY_OPEN = "mostly_open"


@dataclass(frozen=True)
class OwnScore:
    """A body's own points, with the range that open answers leave and the share answered."""

    score: float | None
    low: float | None
    high: float | None
    coverage: float | None


@dataclass(frozen=True)
class OwnLevel:
    """The level that a body stated in a question, and the highest there is."""

    level: int
    highest: int


@dataclass(frozen=True)
class OwnPlan:
    """An application that a body plans, its kind, and the route advised; None: prepare first."""

    id: str
    archetype: str | None
    route: str | None


@dataclass(frozen=True)
class Own:
    """What a body's own result holds, as far as peers have the like.

    `archetypes` are all kinds of application that it could plan.
    """

    dimensions: Mapping[str, OwnScore]
    topics: Mapping[str, OwnScore]
    questions: Mapping[str, OwnLevel] = field(default_factory=dict)
    plans: tuple[OwnPlan, ...] = ()
    archetypes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passed:
    """A closer group that was passed over, and why; of each dimension the median that it shows.

    Each median has the day of the earlier release whose figure it is, None where it is of this one.
    """

    group: Group
    because: Because
    medians: Mapping[str, tuple[float, date | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A body's quarter in a subject, with the figures of the group it was compared with.

    Without a quarter `because` says why there is none. `lowest` and `highest` are the quarters at
    the ends of the body's own range: where they differ, the position is not firm.
    """

    subject: str
    own: OwnScore
    quarter: Quarter | None = None
    lowest: Quarter | None = None
    highest: Quarter | None = None
    because: Because | None = None
    group: Group | None = None
    n: int | None = None
    median: float | None = None
    quartiles: tuple[float, float] | None = None
    as_of: date | None = None

    @property
    def firm(self) -> bool:
        """Whether no open answer could move it to another quarter."""
        return self.quarter is not None and self.lowest == self.highest


@dataclass(frozen=True)
class Ahead:
    """A question in which at least a quarter of the group has reached a higher level."""

    question: str
    own: int
    reached: int
    highest: int
    group: Group
    n: int | None


@dataclass(frozen=True)
class PeersRoutes:
    """The routes advised to peers that plan the same kind, beside one's own.

    `shares` are those of routes, or of several taken together; None where they are not shown.
    """

    application: str
    archetype: str
    own: str | None
    shares: tuple[tuple[tuple[str, ...], float], ...] | None
    group: Group | None
    n: int | None


@dataclass(frozen=True)
class Wanted:
    """A kind of application that peers plan and the body does not, and how many of them do."""

    archetype: str
    share: float
    group: Group


@dataclass(frozen=True)
class Moment:
    """The median of a dimension in the group at one release; None where it is not shown."""

    date: date
    number: int
    median: float | None


@dataclass(frozen=True)
class Position:
    """Where a body stands among its peers.

    `group` is the one that all is compared with, unless a subject says otherwise; `passed` are the
    closer ones. None: no group is shown. `course` is the median of each dimension over the
    releases, oldest first, and empty with one release only.
    """

    origin: Origin
    group: Group | None
    passed: tuple[Passed, ...]
    dimensions: tuple[Place, ...]
    topics: tuple[Place, ...]
    ahead: tuple[Ahead, ...]
    routes: tuple[PeersRoutes, ...]
    wanted: tuple[Wanted, ...]
    course: Mapping[str, tuple[Moment, ...]]
