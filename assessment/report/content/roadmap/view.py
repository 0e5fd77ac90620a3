"""What page and PDF show of a roadmap; texts are in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from assessment.recommendation.outcome import RouteState
from assessment.recommendation.roadmap.outcome import GoalKind
from assessment.report.charts.chart import Chart


@dataclass(frozen=True)
class Link:
    """A place elsewhere, with the words for it."""

    name: str
    url: str

    @property
    def host(self) -> str:
        """Whose address it is, for where the words do not say it."""
        return (urlsplit(self.url).hostname or self.url).removeprefix("www.")


@dataclass(frozen=True)
class Purpose:
    """What a measure is for, or a goal the plan misses; `applications` are those that need it."""

    kind: GoalKind
    kind_name: str
    subject: str
    level: int
    applications: tuple[str, ...]


@dataclass(frozen=True)
class StepView:
    """A measure in its place: `first` is its quarter counted from 0, `length` how many it takes."""

    id: str
    title: str
    description: str
    topic: str
    level: int
    first: int
    length: int
    when: str
    days: str
    estimate: str
    responsible: str
    purposes: tuple[Purpose, ...]
    offers: tuple[Link, ...]
    sources: tuple[Link, ...]

    @property
    def kind(self) -> GoalKind:
        """The most urgent thing it is for."""
        return self.purposes[0].kind

    @property
    def kind_name(self) -> str:
        return self.purposes[0].kind_name


@dataclass(frozen=True)
class StepGroup:
    """The measures of a dimension by topic, and their chart."""

    id: str
    title: str
    steps: tuple[StepView, ...]
    chart: Chart


@dataclass(frozen=True)
class QuarterView:
    """A quarter of the plan with the person-days that its measures take, and what is done by it."""

    name: str
    days: str
    share: float
    done: tuple[str, ...]

    @property
    def idle(self) -> bool:
        """Whether nothing is worked on and nothing done."""
        return not (self.share or self.done)


@dataclass(frozen=True)
class StateView:
    """The state of the planned route at some time."""

    code: RouteState
    name: str


@dataclass(frozen=True)
class ApplicationOutlook:
    """The state of an application's planned route today and after each quarter.

    `changes` are the quarters after which it differs; without a `route` no measure opens any.
    """

    id: str
    title: str
    route: str
    today: StateView | None
    states: tuple[StateView, ...]
    changes: tuple[tuple[str, StateView], ...]

    @property
    def spans(self) -> tuple[tuple[StateView, int], ...]:
        """Each state with the number of quarters that it lasts."""
        return tuple((state, len(list(same))) for state, same in groupby(self.states))


@dataclass(frozen=True)
class PlanView:
    """The frame: from when to when, how many quarters, person-days a quarter and in all."""

    start: str
    end: str
    quarters: int
    days: str
    room: str
    stated: bool


@dataclass(frozen=True)
class RoadmapView:
    """All of the roadmap; `kinds` are what its measures are for, the most urgent first."""

    plan: PlanView
    feasible: bool
    obstacles: tuple[str, ...]
    would_do: tuple[str, ...]
    missed: tuple[Purpose, ...]
    wanted: tuple[Purpose, ...]
    groups: tuple[StepGroup, ...]
    kinds: Mapping[GoalKind, str]
    quarters: tuple[QuarterView, ...]
    applications: tuple[ApplicationOutlook, ...]
    days: str
    counted_as_zero: int
    note: str
    as_of: str

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The measures of each dimension."""
        return tuple(group.chart for group in self.groups)

    @property
    def steps(self) -> tuple[StepView, ...]:
        """Every measure, by dimension and topic."""
        return tuple(step for group in self.groups for step in group.steps)

    @property
    def first_steps(self) -> tuple[StepView, ...]:
        """The measures that begin at once."""
        return tuple(step for step in self.steps if step.first == 0)
