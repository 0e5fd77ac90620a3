"""The scoring of another published maturity model can be written in our format."""

from pathlib import Path

import pytest

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.loader import load_questionnaire
from assessment.scoring.scorecard import scorecard

SAMM = load_questionnaire(Path(__file__).parents[2] / "questionnaires" / "samm")
OPTIONS = {0: "none", 0.25: "some", 0.5: "half", 1: "most"}


def practice(name, first, second):
    """The answers to a practice, from the values of its two streams."""
    return {
        f"{name}.{stream}{level}": Answer(State.ANSWERED, OPTIONS[value])
        for stream, values in (("a", first), ("b", second))
        for level, value in enumerate(values, start=1)
    }


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ((0.5, 0, 0), (0.25, 0.25, 0), 0.50),
        ((1, 0.5, 0.5), (1, 1, 0), 2.00),
        ((1, 1, 1), (1, 1, 1), 3.00),
    ],
)
def test_a_practice_of_samm_is_the_mean_of_its_streams_sums(first, second, score):
    card = scorecard(SAMM, practice("architecture", first, second))
    assert card.topics["architecture"].score * 3 / 100 == pytest.approx(score)


def test_a_function_of_samm_is_the_mean_of_its_practices():
    answers = practice("architecture", (0.5, 0, 0), (0.25, 0.25, 0))
    answers |= practice("threats", (1, 0.5, 0.5), (1, 1, 0))
    design = scorecard(SAMM, answers).dimensions["design"]
    assert design.score * 3 / 100 == pytest.approx((0.50 + 2.00) / 2)
