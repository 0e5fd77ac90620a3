"""The draws in which all advice is tried out: made once for a model, the same for every assessment.

Every number that varies has a column of a scrambled Sobol sequence, which its id alone decides. The
seed is the hash of the model. So the same numbers are drawn whatever is answered, planned or shown,
and two results differ by what differs between them, never by chance (common random numbers).

Rank acceptability follows SMAA-2 (R. Lahdelma, P. Salminen: SMAA-2: Stochastic multicriteria
acceptability analysis for group decision making, Operations Research 49(3), 2001). That figures
made of weighted sums should be tried out like this is the step on robustness and sensitivity of the
Handbook on Constructing Composite Indicators (OECD and Joint Research Centre, 2008).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.robustness.sobol import sobol_points
from assessment.recommendation.suitability import ROUTES
from assessment.scoring.points import Numbers, scored_questions


@dataclass(frozen=True)
class Draws:
    """What is drawn for each of d draws.

    `weighted_utility` (f, l, d, r) is the utility of each level, times the weight of its factor;
    the weights of a draw sum to 1. `readiness_share` (d, 1) is λ. `answers` and `factors` are even
    numbers 0-1 by id, for what nobody knows.
    """

    count: int
    weighted_utility: Numbers
    readiness_share: Numbers
    answers: Mapping[str, Numbers]
    factors: Mapping[str, Numbers]


def make_draws(model: RecommendationModel, questionnaire: Questionnaire, seed: str) -> Draws:
    """The draws of a model, whose hash is the seed."""
    bounds, count = model.firmness, model.firmness.draws
    factors = sorted(factor.id for factor in model.factors)
    questions = sorted(question.id for question in scored_questions(questionnaire))
    single = 1 + 2 * len(factors) + len(questions)
    levels = len(model.factors[0].utility[ROUTES[0]])
    uniform = sobol_points(count, single + len(factors) * levels * len(ROUTES), int(seed, 16))
    share, weights, of_factors, of_questions, utilities = np.split(
        uniform, np.cumsum([1, len(factors), len(factors), len(questions)]), axis=1
    )
    weight = _weights(model, factors, weights)
    utility = _utilities(model, factors, utilities)
    own_order = [factors.index(factor.id) for factor in model.factors]
    return Draws(
        count=count,
        weighted_utility=np.ascontiguousarray((utility * weight)[own_order]),
        readiness_share=_between(bounds.readiness_share, share),
        answers=dict(zip(questions, of_questions.T, strict=True)),
        factors=dict(zip(factors, of_factors.T, strict=True)),
    )


def _between(bounds: tuple[float, float], uniform: Numbers) -> Numbers:
    low, high = bounds
    return low + (high - low) * uniform


def _weights(model: RecommendationModel, factors: list[str], uniform: Numbers) -> Numbers:
    """Weights (f, 1, d, 1) from a Dirichlet distribution around those stated, as gamma shares."""
    from scipy.special import gammaincinv  # noqa: PLC0415

    stated = np.array([model.factor_by_id[name].weight for name in factors])
    shapes = model.firmness.weight_concentration * stated / stated.sum()
    drawn = np.zeros_like(uniform)
    counts = shapes > 0
    drawn[:, counts] = gammaincinv(shapes[counts], uniform[:, counts])
    shares: Numbers = drawn / drawn.sum(axis=1, keepdims=True)
    return shares.T[:, np.newaxis, :, np.newaxis]


def _utilities(model: RecommendationModel, factors: list[str], uniform: Numbers) -> Numbers:
    """Utilities (f, l, d, r), each times its own number between the bounds, within 0-1."""
    stated = np.array(
        [[model.factor_by_id[name].utility[route] for route in ROUTES] for name in factors]
    )
    times = _between(model.firmness.utility_factor, uniform).reshape(-1, *stated.shape)
    utility: Numbers = np.clip(stated * times, 0, 1).transpose(1, 3, 0, 2)
    return utility
