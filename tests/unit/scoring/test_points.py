"""What single answers are worth."""

import numpy as np
import pytest

from assessment.scoring.points import points, worth
from tests.unit.scoring.questionnaires import (
    NOT_APPLICABLE,
    NOT_ASKED,
    UNANSWERED,
    UNKNOWN,
    answers,
    choice,
    context,
    levels,
    number,
    one_topic,
    several,
)


def values(questionnaire, **given):
    return points(questionnaire, [answers(**given)]).values.tolist()[0]


@pytest.mark.parametrize(
    ("count", "level", "expected"), [(5, 0, 0), (5, 3, 0.75), (5, 4, 1), (3, 1, 0.5), (2, 1, 1)]
)
def test_levels_share_the_way_from_0_to_1_evenly(count, level, expected):
    assert values(one_topic(levels("a", count=count)), a=level) == [expected]


def test_an_option_is_worth_its_own_value():
    assert values(one_topic(choice("a", no=0, partly=0.3, yes=1)), a="partly") == [0.3]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [((), 0), (("one",), 0.25), (("one", "two"), 0.75), (("one", "two", "three"), 1)],
)
def test_several_options_add_up_to_their_cap(chosen, expected):
    # All three: 0.5 and 1 and 1 make 2.5, of which the cap leaves 2 of 2.
    question = several("a", 2, one=0.5, two=1, three=1)
    assert values(one_topic(question), a=chosen) == [expected]


@pytest.mark.parametrize(
    ("given", "expected"), [(-5, 0.1), (0, 0.1), (5, 0.35), (10, 0.6), (15, 0.8), (20, 1), (99, 1)]
)
def test_a_number_is_worth_what_lies_between_its_corners_and_stays_flat_outside(given, expected):
    question = number("a", (0, 0.1), (10, 0.6), (20, 1))
    assert values(one_topic(question), a=given) == pytest.approx([expected])


def test_what_is_asked_for_context_has_no_column():
    assert values(one_topic(context("c"), levels("a")), c="anything", a=2) == [0.5]


def test_context_is_worth_nothing_by_itself():
    questionnaire = one_topic(context("c"))
    with pytest.raises(TypeError, match="not scored"):
        worth(questionnaire.by_id["c"], "anything")


def test_only_unknown_and_unanswered_questions_are_open():
    questionnaire = one_topic(*(levels(name) for name in "abcdef"))
    given = answers(
        a=4, b=UNKNOWN, c=UNANSWERED, d=NOT_APPLICABLE, e=NOT_ASKED
    )  # f is left out: unanswered
    found = points(questionnaire, [given])
    assert found.open.tolist() == [[False, True, True, False, False, True]]
    assert np.isnan(found.values).tolist() == [[False, True, True, True, True, True]]


def test_each_assessment_has_a_row():
    found = points(one_topic(levels("a")), [answers(a=1), answers(a=4), {}])
    assert found.values[:2].tolist() == [[0.25], [1]]
    assert found.open.tolist() == [[False], [False], [True]]
