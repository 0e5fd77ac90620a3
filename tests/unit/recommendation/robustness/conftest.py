"""A blank assessment to be filled."""

from datetime import date

import pytest

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Assessment
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE


@pytest.fixture
def blank():
    """An assessment in which nothing is said yet."""
    return Assessment(
        questionnaire=QUESTIONNAIRE.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers={},
    )
