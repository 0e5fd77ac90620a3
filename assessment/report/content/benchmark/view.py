"""The parts of a position among peers, as texts."""

from dataclasses import dataclass

from assessment.report.charts.chart import Chart


@dataclass(frozen=True)
class PlaceView:
    """A dimension or topic with its own points, those of the peers, and where that is.

    `note` says what is to be known of it: that it is not firm, or another group.
    """

    title: str
    own: str
    median: str
    middle: str
    position: str
    note: str


@dataclass(frozen=True)
class AheadView:
    """A question, the level stated, and the one that a quarter of the peers has reached."""

    question: str
    own: str
    reached: str
    note: str


@dataclass(frozen=True)
class RoutesView:
    """A planned application: the route advised to the body, and those advised to peers."""

    title: str
    own: str
    peers: str


@dataclass(frozen=True)
class CourseView:
    """The median of a dimension at each release."""

    title: str
    medians: tuple[str, ...]


@dataclass(frozen=True)
class BenchmarkView:
    """Where a body stands among its peers.

    `warning` stands where the figures are invented; `passed` says which closer groups are not
    shown, and why. `further_ahead` is how many questions more there are. `short` is what is said
    where there is little room, `told` the same as one paragraph.
    """

    warning: str
    group: str
    passed: tuple[str, ...]
    dimensions: tuple[PlaceView, ...]
    chart: Chart | None
    narrow_chart: Chart | None
    topics: tuple[tuple[str, tuple[PlaceView, ...]], ...]
    ahead: tuple[AheadView, ...]
    further_ahead: int
    routes: tuple[RoutesView, ...]
    wanted: tuple[str, ...]
    wanted_group: str
    releases: tuple[str, ...]
    course: tuple[CourseView, ...]
    source: str
    short: tuple[str, ...]
    told: str
