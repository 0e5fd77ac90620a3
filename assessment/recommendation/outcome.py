"""What the recommendation says of an application and overall; unrounded, codes, not words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assessment.recommendation.model import Route

# Far below what is shown, far above the rounding of sums.
DECIMALS_THAT_COUNT = 9


Outcome = Route | None
OUTCOMES: tuple[Outcome, ...] = (*Route, None)
"""What an application may come to: one of the routes, or None, where every route is stopped."""


class RouteState(StrEnum):
    """May the route be taken: open, under a condition (Auflage), or stopped (gesperrt)."""

    OPEN = "open"
    CONDITIONAL = "conditional"
    STOPPED = "stopped"


@dataclass(frozen=True)
class FactorLevel:
    """The level of a factor that was used, and whether somebody gave it or it is a default."""

    level: int
    given: bool


@dataclass(frozen=True)
class UnmetGate:
    """A gate not met on a route: below `minimum` it stops, below `target` it is a condition.

    `actual` is a level, or "unknown" or "not_applicable", which count as level 0 here.
    Exactly one of `question` and `factor` is set.
    """

    gate: str
    question: str | None
    factor: str | None
    minimum: int
    target: int | None
    actual: int | Literal["unknown", "not_applicable"]

    @property
    def stops(self) -> bool:
        level = self.actual if isinstance(self.actual, int) else 0
        return level < self.minimum


@dataclass(frozen=True)
class Reason:
    """What speaks for (points > 0) or against (< 0) a route, in points of its suitability.

    A gate that stops the route has no points: None.
    """

    kind: Literal["topic", "factor", "gate"]
    id: str
    route: Route
    points: float | None


def ranking(
    suitability: Mapping[Route, float | None], state: Mapping[Route, RouteState]
) -> tuple[Route, ...]:
    """The routes that may be taken and have a suitability, best first.

    Equal ones keep the order of the routes; differences in the last bits do not count.
    """
    points = {route: suitability[route] for route in Route if state[route] != RouteState.STOPPED}
    suited = {route: value for route, value in points.items() if value is not None}
    return tuple(sorted(suited, key=lambda route: -round(suited[route], DECIMALS_THAT_COUNT)))


@dataclass(frozen=True)
class ApplicationRecommendation:
    """The advice for one application.

    `route` None means prepare first, or clarify first where `clarify_first` names the questions and
    factors whose answers could open a route.
    """

    id: str
    archetype: str | None
    title: str | None
    priority: int
    factors: Mapping[str, FactorLevel]
    route: Route | None
    margin: float | None
    suitability: Mapping[Route, float | None]
    readiness_fit: Mapping[Route, float | None]
    context_fit: Mapping[Route, float]
    state: Mapping[Route, RouteState]
    gates: Mapping[Route, tuple[UnmetGate, ...]]
    reasons: tuple[Reason, ...]
    clarify_first: tuple[str, ...]

    @property
    def ranking(self) -> tuple[Route, ...]:
        """The routes that may be taken, best first; the first one is advised."""
        return ranking(self.suitability, self.state)

    def is_nearly_equal(self, points: float) -> bool:
        """Whether the second-best route comes so close that both are possible."""
        return self.margin is not None and self.margin < points


@dataclass(frozen=True)
class OverallRecommendation:
    """The stance over the stated applications by priority, or over the standard set if none is."""

    route: Route | None
    suitability: Mapping[Route, float | None]
    state: Mapping[Route, RouteState]
    standard_set: bool
