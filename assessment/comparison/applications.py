"""The advice for each application on both sides, and which requirements were met since."""

from assessment.comparison.model import ApplicationPair, Side
from assessment.recommendation.model import Route
from assessment.result import ApplicationResult


def application_pairs(earlier: Side, later: Side) -> tuple[ApplicationPair, ...]:
    """The applications of both sides by id, in the later order; those given up come last."""
    before = {one.recommendation.id: one for one in earlier.result.applications}
    now = {one.recommendation.id: one for one in later.result.applications}
    return tuple(_pair(id, before.get(id), now.get(id)) for id in now | before)


def _pair(
    id: str, earlier: ApplicationResult | None, later: ApplicationResult | None
) -> ApplicationPair:
    routes = (one.recommendation.route for one in (later, earlier) if one)
    route = next((route for route in routes if route), None)
    if earlier is None or later is None or route is None:
        return ApplicationPair(id, earlier, later, route)
    before, now = (_unmet(one, route) for one in (earlier, later))
    return ApplicationPair(
        id,
        earlier,
        later,
        route,
        met=tuple(gate for gate in before if gate not in now),
        still=tuple(gate for gate in now if gate in before),
        new=tuple(gate for gate in now if gate not in before),
    )


def _unmet(application: ApplicationResult, route: Route) -> dict[str, None]:
    """The unmet gates of the route, each once, in order."""
    return dict.fromkeys(gate.gate for gate in application.recommendation.gates.get(route, ()))
