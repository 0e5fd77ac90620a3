"""Small models tried out: with more draws, or with draws in which nothing varies."""

from dataclasses import replace

import numpy as np

from assessment.recommendation.model import Route
from assessment.recommendation.robustness.assess import robustness
from assessment.recommendation.robustness.draws import make_draws
from tests.unit.recommendation.robustness.by_hand import overall_of
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE

SEED = "5eed"


def with_firmness(model, **changed):
    return model.model_copy(update={"firmness": model.firmness.model_copy(update=changed)})


def fixed(model, draws=16):
    """The model with draws that all are as stated."""
    return with_firmness(
        model,
        draws=draws,
        utility_factor=(1, 1),
        readiness_share=(model.lambda_.value, model.lambda_.value),
        weight_concentration=1e12,
    )


def all_as_stated(model):
    """Draws of the fixed model without the last trace of chance that its weights keep."""
    draws = make_draws(fixed(model), QUESTIONNAIRE, SEED)
    weight = np.array([factor.weight for factor in model.factors])
    utility = np.array(
        [np.transpose([factor.utility[route] for route in Route]) for factor in model.factors]
    )
    stated = utility * (weight / weight.sum())[:, np.newaxis, np.newaxis]
    exact = np.broadcast_to(stated[:, :, np.newaxis, :], draws.weighted_utility.shape)
    np.testing.assert_allclose(draws.weighted_utility, exact, rtol=1e-4)
    return replace(draws, weighted_utility=np.ascontiguousarray(exact))


def tried(assessment, model, questionnaire=QUESTIONNAIRE, draws=None):
    """How firm the advice is for each application by id, and overall."""
    draws = draws or make_draws(model, questionnaire, SEED)
    overall = overall_of(assessment, questionnaire, model)
    found, standing = robustness(
        assessment, overall, questionnaire=questionnaire, model=model, draws=draws
    )
    return {
        one.id: firm for one, firm in zip(assessment.applications, found, strict=True)
    }, standing
