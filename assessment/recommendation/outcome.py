"""What the recommendation says about an application and overall; unrounded, codes instead of words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assessment.recommendation.model import Route


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
    """A gate that is not met on a route: below `minimum` it stops, below `target` it is a condition.

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


@dataclass(frozen=True)
class ApplicationRecommendation:
    """The advice for one application; `route` None means prepare first, or clarify first when
    `clarify_first` names questions or factors whose answers could open a route."""

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


@dataclass(frozen=True)
class OverallRecommendation:
    """The stance over all applications, weighted by priority; for the standard set if none is stated."""

    route: Route | None
    suitability: Mapping[Route, float | None]
    state: Mapping[Route, RouteState]
    standard_set: bool
