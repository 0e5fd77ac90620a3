"""Twelve invented municipalities and eighteen applications, worked with an independent prototype.

Where a number of the model changes on purpose, the reason stands beside it in the data, and the
expectation here changes with it.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.recommend import recommend
from assessment.scoring.scorecard import scorecard

WORKED = json.loads(
    (Path(__file__).parents[2] / "data" / "calibration_profiles.json").read_text(encoding="utf-8")
)
ROUNDED = 0.05 + 1e-9  # the expectations have one decimal


def answer(given):
    return Answer(State.ANSWERED, given) if isinstance(given, int) else Answer(State(given))


def advice_for(profile):
    model = load_model()
    assessment = Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality(profile["name"], Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers={name: answer(given) for name, given in profile["answers"].items()},
        applications=tuple(
            PlannedApplication(
                name, name, factors=dict(zip(WORKED["factors"], worked["factors"], strict=True))
            )
            for name, worked in profile["applications"].items()
        ),
    )
    effective = effective_answers(model.questionnaire, assessment.answers)
    card = scorecard(model.questionnaire, effective)
    found, _ = recommend(assessment, effective, card, model.recommendation)
    return {advice.id: advice for advice in found}


def nearly(expected):
    return None if expected is None else pytest.approx(expected, abs=ROUNDED)


@pytest.mark.parametrize("profile", WORKED["profiles"], ids=lambda profile: profile["id"])
def test_the_worked_results_are_reproduced(profile):
    found = advice_for(profile)
    assert set(found) == set(profile["applications"])
    assert len(found) == 18
    for name, worked in profile["applications"].items():
        advice = found[name]
        by_route = [advice.suitability[route] for route in WORKED["routes"]]
        assert by_route == [nearly(points) for points in worked["suitability"]], name
        assert [advice.state[route] for route in WORKED["routes"]] == worked["state"], name
        assert advice.route == worked["route"], name
        assert advice.margin == nearly(worked["margin"]), name
