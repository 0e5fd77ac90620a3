"""The planned applications side by side: what they are expected to bring, and what is missing.

The readiness gap of an application is the part of what its route asks of the topics that the body
does not have yet, in points from 0 (nothing is missing) to 100 (everything is). With score s, the
required points r and the weight ω of a topic on the route, and m, what the archetype makes of it,

    readiness gap = 100 · Σ ω·m·(1 − min(1, s/r)) / Σ ω·m  =  100 · (1 − readiness fit)

over the topics with r > 0 and a score. The route is the advised one; where every route is stopped
it is the most suitable one, which will be the first worth preparing. Without any score there is
no gap. Gates are no part of it: they are told by the state of the route.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Portfolio, Route
from assessment.recommendation.outcome import (
    DECIMALS_THAT_COUNT,
    ApplicationRecommendation,
    RouteState,
)


class Quadrant(StrEnum):
    """The four parts of the portfolio, by benefit and by what is missing."""

    QUICK_WIN = "quick_win"
    PREPARE = "prepare"
    IN_PASSING = "in_passing"
    LATER = "later"


@dataclass(frozen=True)
class Position:
    """Where an application stands in the portfolio.

    `stopped` says that every route is stopped, so that `route` is only the most suitable one.
    `quadrant` is None where nobody has stated a benefit or there is no gap yet.
    """

    id: str
    benefit: int | None
    gap: float | None
    route: Route | None
    state: RouteState | None
    stopped: bool
    quadrant: Quadrant | None


def portfolio(
    planned: Iterable[PlannedApplication],
    advice: Iterable[ApplicationRecommendation],
    division: Portfolio,
) -> tuple[Position, ...]:
    """The position of each planned application, in the body's order."""
    advised = {one.id: one for one in advice}
    return tuple(
        _position(application, advised[application.id], division) for application in planned
    )


def readiness_gap(advice: ApplicationRecommendation) -> float | None:
    """The points missing for the route that counts; None without a score."""
    route = route_that_counts(advice)
    fit = advice.readiness_fit[route] if route else None
    return None if fit is None else 100 * (1 - fit)


def route_that_counts(advice: ApplicationRecommendation) -> Route | None:
    """The advised route, else the most suitable of the stopped ones; None without a score.

    Equal ones keep the order of the routes.
    """
    if advice.route:
        return advice.route
    points = {route: value for route, value in advice.suitability.items() if value is not None}
    return max(
        (route for route in Route if route in points),
        key=lambda route: round(points[route], DECIMALS_THAT_COUNT),
        default=None,
    )


def _position(
    application: PlannedApplication, advice: ApplicationRecommendation, division: Portfolio
) -> Position:
    route, gap = route_that_counts(advice), readiness_gap(advice)
    stopped = advice.route is None
    return Position(
        id=application.id,
        benefit=application.benefit,
        gap=gap,
        route=route,
        state=advice.state[route] if route else None,
        stopped=stopped,
        quadrant=None
        if application.benefit is None or gap is None
        else _quadrant(application.benefit, gap, division, stopped=stopped),
    )


def _quadrant(benefit: int, gap: float, division: Portfolio, *, stopped: bool) -> Quadrant:
    """The part of the portfolio; where no route is open something is to be prepared first."""
    ready = not stopped and round(gap, DECIMALS_THAT_COUNT) <= division.small_gap
    if benefit >= division.benefit.high:
        return Quadrant.QUICK_WIN if ready else Quadrant.PREPARE
    return Quadrant.IN_PASSING if ready else Quadrant.LATER
