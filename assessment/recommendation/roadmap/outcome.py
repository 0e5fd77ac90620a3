"""What the roadmap says: goals, steps in quarters, what stands in the way; codes, not words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assessment.questionnaire.answers import Plan
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import RouteState


class GoalKind(StrEnum):
    """What a goal is for, the most urgent first."""

    MINIMUM = "minimum"  # a gate that stops the route
    CONDITION = "condition"  # a gate to be met before go-live
    TARGET = "target"  # a level that the body wants
    SCORE = "score"  # the points that the route needs of a topic


@dataclass(frozen=True)
class Goal:
    """One thing the plan is to reach: every question of `topic` at `level` at least.

    `id` is the gate's for minimums and conditions, else that of the topic or question. A target
    belongs to no application. Where `topic` is None no measure can help.
    """

    kind: GoalKind
    id: str
    topic: str | None
    level: int
    application: str | None = None
    route: Route | None = None
    question: str | None = None
    factor: str | None = None


@dataclass(frozen=True)
class Step:
    """A measure in its place: it starts with `quarter` and is done after `quarters`.

    A measure with more person-days than a quarter holds takes more quarters than it has to.
    `serves` are the goals it is needed for, directly or because another measure rests on it.
    """

    measure: str
    topic: str
    to_level: int
    quarter: str
    quarters: int
    person_days: int | float
    serves: tuple[Goal, ...]


@dataclass(frozen=True)
class Obstacle:
    """Why the plan does not reach every goal.

    - no_measure: no measure can meet the `goal`
    - measure_too_large: `measure` alone takes `needed` person-days, the plan holds `given`
    - chain_too_long: measures that rest on one another take `needed` quarters at the plan's pace,
      `given` are there
    - too_much_work: the measures take `needed` person-days in all, the plan holds `given`
    - does_not_fit: none of these alone, but together they leave no room
    """

    code: Literal[
        "no_measure", "measure_too_large", "chain_too_long", "too_much_work", "does_not_fit"
    ]
    needed: int | float | None = None
    given: int | float | None = None
    measure: str | None = None
    goal: Goal | None = None


@dataclass(frozen=True)
class Outlook:
    """How things stand after a quarter: its person-days, and each application's routes."""

    quarter: str
    person_days: int | float
    states: Mapping[str, Mapping[Route, RouteState]]


@dataclass(frozen=True)
class Roadmap:
    """Measures placed in quarters so that the goals are reached at least effort.

    `routes` says which route each application is planned for: the advised or chosen one, or where
    none is open the one that takes the least effort to open (None: no measure opens any). Not
    `feasible`: `because` says why, `would_do` which plans would hold all, `missed` what is left
    out, and the steps are what fits, most important first. `counted_as_zero` are the unknown
    questions; what is unknown is planned for as if it stood at level 0.
    """

    plan: Plan
    plan_stated: bool
    routes: Mapping[str, Route | None]
    targets: Mapping[str, int]
    feasible: bool
    because: tuple[Obstacle, ...]
    would_do: tuple[Plan, ...]
    goals: tuple[Goal, ...]
    missed: tuple[Goal, ...]
    steps: tuple[Step, ...]
    outlook: tuple[Outlook, ...]
    counted_as_zero: tuple[str, ...]

    @property
    def person_days(self) -> float:
        """What all steps take together."""
        return sum(step.person_days for step in self.steps)
