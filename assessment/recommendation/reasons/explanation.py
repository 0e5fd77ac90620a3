"""How the suitability of each route arose: the weighted sum itself, term by term.

With λ the share of readiness, ω the weight of a topic on the route times what the archetype makes
of it, and w the weight of a factor,

    suitability = sum over topics of λ·ω/Σω · 100·min(1, score/required)
                + sum over factors of (1 - λ)·w/Σw · 100·utility

over the topics that the route needs and that have a score.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from assessment.recommendation.applications import Application
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.suitability import ROUTES, Fit, Numbers, Parameters, fit, parameters
from assessment.scoring.explanation import Explanation, Term
from assessment.scoring.scorecard import Scorecard


def explain_suitability(
    application: Application, card: Scorecard, model: RecommendationModel
) -> tuple[Explanation, ...]:
    """One explanation for each route, in their order."""
    given = parameters(model)
    fitting = fit(card, [application], given)
    return tuple(_route(application, row, fitting, given) for row in range(len(ROUTES)))


def _route(application: Application, row: int, fitting: Fit, given: Parameters) -> Explanation:
    share, points = given.readiness_share, float(fitting.suitability[0, row])
    met, needed = fitting.fulfilled[row], given.required[row] > 0
    weights = np.where(np.isnan(met), 0, fitting.weights[0, row])
    of_factors = (1 - share) * given.factor_weight / given.factor_weight.sum()
    factors = _terms("factor", given.factors, fitting.utilities[0, :, row], of_factors)
    topics = _terms("topic", given.topics, met, share * weights / (weights.sum() or 1))
    return Explanation(
        kind="application",
        id=application.id,
        total=None if np.isnan(points) else points,
        terms=(*(term for term, asked in zip(topics, needed, strict=True) if asked), *factors),
        route=ROUTES[row].value,
    )


def _terms(
    kind: Literal["topic", "factor"], ids: Sequence[str], values: Numbers, weights: Numbers
) -> list[Term]:
    return [
        Term(
            kind,
            name,
            value=None if np.isnan(value) else 100 * float(value),
            weight=None if np.isnan(value) else float(weight),
        )
        for name, value, weight in zip(ids, values, weights, strict=True)
    ]
