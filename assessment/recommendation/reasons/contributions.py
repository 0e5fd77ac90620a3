"""Why a route suits as it does: contributions in points that add up to its suitability.

A factor counts by how far its utility lies above (for) or below (against) the mean of the four
routes: what speaks for every route alike is no reason to choose one. A topic counts by what it
still lacks of the route's requirement (against); a topic that has enough costs nothing. Hence,
with F the readiness fit, C the context fit and λ the share of readiness,

    suitability(route) = 100·(λ + (1 − λ)·mean of C over the routes)  +  sum of its contributions

where the first part is the same for every route: full readiness in an average context. A gate that
stops the route has no points; it outweighs all of them.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from assessment.recommendation.gates import Unmet
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import Reason, UnmetGate
from assessment.recommendation.suitability import ROUTES, Fit, Numbers, Parameters

SHOWN_EACH_WAY = 3

# Less than this is shown as 0.0 points and is no reason.
_SHOWN_AS_NOTHING = 0.05


def topic_contributions(fulfilled: Numbers, weights: Numbers, readiness_share: float) -> Numbers:
    """Points (r, t) that each topic costs an application's routes; 0 or less, 0 without a score."""
    known = ~np.isnan(fulfilled)
    effective = np.where(known, weights, 0)
    total = effective.sum(axis=-1, keepdims=True)
    share = np.divide(effective, total, out=np.zeros_like(effective), where=total > 0)
    missing: Numbers = np.where(known, fulfilled, 1) - 1
    points: Numbers = 100 * readiness_share * share * missing
    return points


def factor_contributions(utilities: Numbers, weights: Numbers, readiness_share: float) -> Numbers:
    """Points (r, f) by which each factor lifts or lowers a route against the mean of the routes."""
    apart = utilities - utilities.mean(axis=-1, keepdims=True)
    points: Numbers = 100 * (1 - readiness_share) * apart * (weights / weights.sum())[:, np.newaxis]
    return points.T


def reasons(fit: Fit, place: int, given: Parameters, unmet: Unmet) -> tuple[Reason, ...]:
    """What decides each route of the application at this place.

    First the gates that stop it, then the three factors or topics that weigh most for it, then the
    three that weigh most against it.
    """
    topics = topic_contributions(fit.fulfilled, fit.weights[place], given.readiness_share)
    factors = factor_contributions(fit.utilities[place], given.factor_weight, given.readiness_share)
    found: list[Reason] = []
    for row, route in enumerate(ROUTES):
        weighed = [
            *_reasons("factor", given.factors, route, factors[row]),
            *_reasons("topic", given.topics, route, topics[row]),
        ]
        found += [*_stops(unmet[route], route), *_strongest(weighed)]
    return tuple(found)


def _reasons(
    kind: Literal["topic", "factor"], ids: Sequence[str], route: Route, points: Numbers
) -> list[Reason]:
    return [
        Reason(kind, name, route, float(value)) for name, value in zip(ids, points, strict=True)
    ]


def _stops(unmet: Iterable[UnmetGate], route: Route) -> list[Reason]:
    stopping = dict.fromkeys(gate.gate for gate in unmet if gate.stops)
    return [Reason("gate", gate, route, None) for gate in stopping]


def _strongest(weighed: Sequence[Reason]) -> list[Reason]:
    def points(reason: Reason) -> float:
        return reason.points or 0.0

    speaking = sorted(weighed, key=points, reverse=True)
    favour = [reason for reason in speaking if points(reason) >= _SHOWN_AS_NOTHING]
    against = [reason for reason in reversed(speaking) if points(reason) <= -_SHOWN_AS_NOTHING]
    return favour[:SHOWN_EACH_WAY] + against[:SHOWN_EACH_WAY]
