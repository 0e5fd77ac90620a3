"""How well the routes suit: readiness fit F, context fit C, and both together in points.

Every function takes leading axes, so that one result, several applications, or thousands of draws
of utilities, weights or scores go through the same lines. Axes: a application, r route, t topic,
f factor, l level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assessment.recommendation.applications import Application
from assessment.recommendation.model import RecommendationModel, Route
from assessment.scoring.scorecard import Scorecard, TopicScore

Numbers = npt.NDArray[np.float64]
Levels = npt.NDArray[np.int64]

ROUTES = tuple(Route)


@dataclass(frozen=True)
class Parameters:
    """The numbers of a recommendation model as arrays; topics and factors in their own order."""

    topics: tuple[str, ...]
    factors: tuple[str, ...]
    required: Numbers  # r, t
    weight: Numbers  # r, t
    utility: Numbers  # f, r, l
    factor_weight: Numbers  # f
    readiness_share: float


def parameters(model: RecommendationModel) -> Parameters:
    """The model's numbers, ready for arithmetic."""
    topics = tuple(model.requirements[ROUTES[0]])
    asked = [[model.requirements[route][topic] for topic in topics] for route in ROUTES]
    return Parameters(
        topics=topics,
        factors=tuple(factor.id for factor in model.factors),
        required=np.array([[need.required for need in row] for row in asked]),
        weight=np.array([[need.weight for need in row] for row in asked]),
        utility=np.array([[factor.utility[route] for route in ROUTES] for factor in model.factors]),
        factor_weight=np.array([factor.weight for factor in model.factors]),
        readiness_share=model.lambda_.value,
    )


@dataclass(frozen=True)
class Fit:
    """How well every route suits every application, and what that is made of."""

    fulfilled: Numbers  # r, t
    weights: Numbers  # a, r, t
    utilities: Numbers  # a, f, r
    readiness: Numbers  # a, r
    context: Numbers  # a, r
    suitability: Numbers  # a, r


def fit(scorecard: Scorecard, applications: Sequence[Application], given: Parameters) -> Fit:
    """How well the routes suit the applications of a body with these scores."""
    fulfilled = met(topic_values(scorecard.topics, given.topics), given.required)
    weights = topic_weights(applications, given)
    utilities = chosen_utilities(given.utility, factor_levels(applications, given))
    readiness = readiness_fit(fulfilled, weights)
    context = context_fit(utilities, given.factor_weight)
    points = suitability(readiness, context, given.readiness_share)
    return Fit(fulfilled, weights, utilities, readiness, context, points)


def topic_values(scores: Mapping[str, TopicScore], topics: Sequence[str]) -> Numbers:
    """The topics' scores in the order of the parameters, NaN without one."""
    found = (scores[topic].score for topic in topics)
    return np.array([np.nan if score is None else score for score in found])


def topic_weights(applications: Sequence[Application], given: Parameters) -> Numbers:
    """The topics' weights (a, r, t): the route's, times what the archetype makes of them."""
    multipliers = [
        [application.multipliers.get(topic, 1.0) for topic in given.topics]
        for application in applications
    ]
    return np.array(multipliers)[:, np.newaxis, :] * given.weight


def factor_levels(applications: Sequence[Application], given: Parameters) -> Levels:
    """The level of each factor (a, f), given or by default."""
    return np.array(
        [
            [application.factors[factor].level for factor in given.factors]
            for application in applications
        ]
    )


def met(scores: Numbers, required: Numbers) -> Numbers:
    """How far each topic meets what a route asks, 0-1 (..., r, t); NaN if not asked or no score."""
    needed = np.where(required > 0, required, np.nan)
    reached: Numbers = np.minimum(1, scores[..., np.newaxis, :] / needed)
    return reached


def readiness_fit(fulfilled: Numbers, weights: Numbers) -> Numbers:
    """F (..., a, r): the weighted mean of what is met, over topics needed that have a score."""
    known = ~np.isnan(fulfilled)
    total = np.einsum("...rt,art->...ar", np.where(known, fulfilled, 0), weights)
    weight = np.einsum("...rt,art->...ar", _once_if_alike(known).astype(float), weights)
    nothing = np.full_like(total, np.nan)
    fit: Numbers = np.divide(total, weight, out=nothing, where=weight > 0)
    return fit


def _once_if_alike(known: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """One (r, t) where all leading axes have the same, which saves half of the work with draws."""
    first: npt.NDArray[np.bool_] = known.reshape(-1, *known.shape[-2:])[0]
    return first if (known == first).all() else known


def chosen_utilities(utility: Numbers, levels: Levels) -> Numbers:
    """The utilities (a, f, r) at the applications' levels, from all of them (f, r, l)."""
    factors = np.arange(utility.shape[0])
    chosen: Numbers = utility[factors, :, levels]
    return chosen


def context_fit(utilities: Numbers, weights: Numbers) -> Numbers:
    """C (..., a, r): the weighted mean of the factors' utilities (..., a, f, r)."""
    total = np.einsum("...afr,...f->...ar", utilities, weights)
    fit: Numbers = total / weights.sum(axis=-1)[..., np.newaxis, np.newaxis]
    return fit


def suitability(readiness: Numbers, context: Numbers, readiness_share: Numbers | float) -> Numbers:
    """Points 0-100: readiness with its share, context with the rest; NaN without readiness."""
    points: Numbers = 100 * (readiness_share * readiness + (1 - readiness_share) * context)
    return points


def by_route(row: Numbers) -> dict[Route, float | None]:
    """One application's row of numbers by route, None for NaN."""
    return {
        route: None if np.isnan(value) else float(value)
        for route, value in zip(ROUTES, row, strict=True)
    }


def gap(scorecard: Scorecard, model: RecommendationModel) -> dict[str, dict[Route, float | None]]:
    """The points each topic lacks for each route: 0 if it has enough, None without a score."""
    return {
        name: {
            route: None
            if topic.score is None
            else max(0.0, model.requirements[route][name].required - topic.score)
            for route in ROUTES
        }
        for name, topic in scorecard.topics.items()
    }


@dataclass(frozen=True)
class DimensionStance:
    """How far the topics of a dimension meet what a route asks of them.

    `fit` is the readiness fit over these topics alone, None where none of them has a score. A topic
    without a score counts among those `needed`, never among those `reached`.
    """

    fit: float | None
    reached: int
    needed: int


def stance_by_dimension(
    scorecard: Scorecard, model: RecommendationModel
) -> dict[str, dict[Route, DimensionStance]]:
    """What each dimension allows, whatever the application: no archetype weighs its topics."""
    given = parameters(model)
    scores = topic_values(scorecard.topics, given.topics)
    fulfilled = met(scores, given.required)
    stances = {}
    for name, dimension in scorecard.dimensions.items():
        own = np.isin(given.topics, list(dimension.topics))
        fit = readiness_fit(fulfilled[:, own], given.weight[np.newaxis, :, own])[0]
        reached = (fulfilled[:, own] >= 1).sum(axis=1)
        needed = (given.required[:, own] > 0).sum(axis=1)
        stances[name] = {
            route: DimensionStance(part, int(reached[place]), int(needed[place]))
            for place, (route, part) in enumerate(by_route(fit).items())
        }
    return stances
