"""The model that comes with the tool, with an assessment that plans every archetype."""

from datetime import date

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State


@pytest.fixture(scope="session")
def shipped():
    """The model, and an assessment whose answers run through the levels 0 to 4 again and again."""
    model = load_model()
    answers = {
        name: Answer(State.ANSWERED, place % 5)
        for place, name in enumerate(model.questionnaire.by_id)
    }
    planned = tuple(PlannedApplication(one.id, one.id) for one in model.recommendation.archetypes)
    return model, Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=20_000),
        date=date(2026, 11, 22),
        answers=answers,
        applications=planned,
    )
