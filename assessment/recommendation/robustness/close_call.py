"""Advice that is too close to call: between which two results, and what decides."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from assessment.recommendation.model import Route
from assessment.recommendation.outcome import Outcome
from assessment.recommendation.reasons import factor_contributions, topic_contributions
from assessment.recommendation.robustness.model import CloseCall, Deciding
from assessment.recommendation.robustness.trial import Trial
from assessment.recommendation.suitability import ROUTES, chosen_utilities
from assessment.recommendation.variants.minimums import stopped_by_gate
from assessment.recommendation.variants.situation import NOTHING, Situation, readiness
from assessment.scoring.points import Numbers

SHOWN = 5

# Less than this is shown as 0.0 points and decides nothing.
_SHOWN_AS_NOTHING = 0.05


def close_call(
    of: Situation, trial: Trial, place: int, *, advised: Outcome, shares: Mapping[Outcome, float]
) -> CloseCall:
    """What is advised and what comes out most often beside it, with what tells the two apart.

    Of two routes it is the topics and factors whose points differ most between them; where one of
    the two is that every route is stopped, it is the gates that stop the other one in the draws.
    """
    other = max((one for one in shares if one != advised), key=lambda one: shares[one])
    if advised is not None and other is not None:
        deciding = _apart(of, place, (advised, other))
    else:
        deciding = _stopping(of, trial, place, advised or other)
    return CloseCall((advised, other), deciding)


def _apart(of: Situation, place: int, routes: tuple[Route, Route]) -> tuple[Deciding, ...]:
    """The topics and factors that weigh most between two routes, as things stand.

    All of them together are the lead of the first route over the second.
    """
    share, given = of.given.readiness_share, of.given
    utilities = chosen_utilities(given.utility, of.factor_levels(place))
    topics = topic_contributions(readiness(of, {}).first, of.weights[place], share)
    factors = factor_contributions(utilities, given.factor_weight, share)
    first, second = (ROUTES.index(route) for route in routes)
    apart = [
        *_deciding("factor", given.factors, factors[first] - factors[second]),
        *_deciding("topic", given.topics, topics[first] - topics[second]),
    ]
    return tuple(sorted(apart, key=lambda one: (-abs(one.points or 0), one.kind, one.id))[:SHOWN])


def _deciding(
    kind: Literal["factor", "topic"], ids: Sequence[str], points: Numbers
) -> list[Deciding]:
    return [
        Deciding(kind, name, float(value))
        for name, value in zip(ids, points, strict=True)
        if abs(value) >= _SHOWN_AS_NOTHING
    ]


def _stopping(of: Situation, trial: Trial, place: int, route: Outcome) -> tuple[Deciding, ...]:
    """The gates that stop the route most often in draws where every route is stopped."""
    column = ROUTES.index(Route(str(route)))
    by_gate = stopped_by_gate(of.minimums[place], trial.ready.counted, trial.levels[place])
    nothing = trial.outcomes[place] == NOTHING
    often = {name: float(np.mean(stops[:, column] & nothing)) for name, stops in by_gate.items()}
    found = sorted((name for name in often if often[name]), key=lambda name: (-often[name], name))
    return tuple(Deciding("gate", name, None) for name in found[:SHOWN])
