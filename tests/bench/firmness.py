"""Firmness of fifteen applications against the bare weighted sums of as many draws, and flips."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.robustness.flips import all_flips
from assessment.recommendation.robustness.steps import single_steps
from assessment.recommendation.robustness.trial import shares, tried_out
from assessment.recommendation.variants.situation import situation
from tests.bench.measure import Figure, medians

APPLICATIONS = 15
EXAMPLE = Path("questionnaires/ki-readiness/examples/kleinstadt-halb-ausgefuellt.yaml")


def figures():
    model = load_model()
    of, draws = _situation(model), model.draws
    floor = _floor(model.recommendation, draws.count)
    seconds = medians(
        {
            "firmness": lambda: [shares(one) for one in tried_out(of, draws).outcomes],
            "flips": lambda: all_flips(single_steps(of)),
            "floor": floor,
        }
    )
    yield Figure(
        name=f"firmness of {APPLICATIONS} applications, half known",
        floor="NumPy's weighted sums and best routes of as many draws",
        value=seconds["firmness"] / seconds["floor"],
        unit="x",
        hold=8.0,
        seconds=seconds,
    )
    yield Figure(
        name="the same, seconds",
        floor="well under 0.2 s once the draws are made",
        value=seconds["firmness"],
        unit="s",
        hold=0.2,
        seconds=seconds,
    )
    yield Figure(
        name=f"all flips of {APPLICATIONS} applications, seconds",
        floor="a fraction of a second",
        value=seconds["flips"],
        unit="s",
        hold=0.75,
        seconds=seconds,
    )


def _situation(model):
    assessment = read_answer_file(EXAMPLE, model.vocabulary)
    planned = [
        PlannedApplication(one.id, one.id) for one in model.recommendation.archetypes[:APPLICATIONS]
    ]
    stated = replace(assessment, applications=tuple(planned))
    return situation(
        model.questionnaire,
        model.recommendation,
        stated_applications(stated, model.recommendation),
        assessment.answers,
    )


def _floor(model, draws):
    """The bare context of each application in each draw, added to a readiness, and its best."""
    random = np.random.default_rng(1)
    utilities = random.random((APPLICATIONS, draws, len(model.factors), 4))
    weights = random.dirichlet([1] * len(model.factors), draws)
    readiness = random.random((draws, 4))
    share = random.random((draws, 1))

    def best_routes():
        for each in utilities:
            context = np.einsum("dfr,df->dr", each, weights)
            points = share * readiness + (1 - share) * context
            np.bincount(points.argmax(axis=1), minlength=4)

    return best_routes
