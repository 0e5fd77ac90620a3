"""The stance over all applications: which route fits most of what a body plans."""

from collections.abc import Sequence

from assessment.recommendation.model import Route
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    OverallRecommendation,
    RouteState,
    ranking,
)


def overall(
    advice: Sequence[ApplicationRecommendation], *, standard_set: bool
) -> OverallRecommendation:
    """Mean suitability weighted by priority; the best route admissible in at least half of them."""
    suitability = {route: _mean_suitability(advice, route) for route in Route}
    state = {route: _common_state([one.state[route] for one in advice]) for route in Route}
    ranked = ranking(suitability, state)
    return OverallRecommendation(
        route=ranked[0] if ranked else None,
        suitability=suitability,
        state=state,
        standard_set=standard_set,
    )


def _mean_suitability(advice: Sequence[ApplicationRecommendation], route: Route) -> float | None:
    weighed = [
        (points, one.priority)
        for one in advice
        if (points := one.suitability[route]) is not None and one.priority > 0
    ]
    total = sum(priority for _, priority in weighed)
    return sum(points * priority for points, priority in weighed) / total if total else None


def _common_state(states: Sequence[RouteState]) -> RouteState:
    """Open where at least half are open, else conditional where at least half may be taken."""
    if not states:
        return RouteState.STOPPED
    half = len(states) / 2
    if states.count(RouteState.OPEN) >= half:
        return RouteState.OPEN
    stopped = states.count(RouteState.STOPPED)
    return RouteState.CONDITIONAL if len(states) - stopped >= half else RouteState.STOPPED
