"""How scores arose, worked by hand, and that terms add up."""

import pytest
from hypothesis import given, settings

from assessment.scoring.explanation import explain_dimension, explain_question, explain_topic
from assessment.scoring.scorecard import scorecard
from tests.unit.scoring import questionnaires as build
from tests.unit.scoring.test_properties import sheets, small_questionnaires

# Topic t of weight 1: questions of weight 1, 3 and 1. Topic u of weight 2: one question.
QUESTIONNAIRE = build.a_questionnaire(
    {
        "d": {
            "t": [build.levels("a"), build.levels("b", weight=3), build.levels("c")],
            "u": [build.several("s", 0.5, x=0.25, y=0.5)],
        }
    },
    topic_weights={"u": 2},
)
ANSWERS = build.answers(a=2, b=4, c=build.UNKNOWN, s=("x",))
CARD = scorecard(QUESTIONNAIRE, ANSWERS)


def terms(explanation):
    return [(term.id, term.value, term.weight, term.contribution) for term in explanation.terms]


def test_a_topic_is_made_of_its_answered_questions():
    found = explain_topic("t", QUESTIONNAIRE, ANSWERS, CARD)
    assert terms(found) == [
        ("a", 50, 0.25, 12.5),
        ("b", 100, 0.75, 75),
        ("c", None, None, None),
    ]
    assert found.total == pytest.approx(87.5)
    assert (found.low, found.high) == (CARD.topics["t"].low, CARD.topics["t"].high)
    assert [(part.id, part.weight) for part in found.part_of] == [("d", 1 / 3)]


def test_a_dimension_is_made_of_its_topics():
    found = explain_dimension("d", QUESTIONNAIRE, CARD)
    assert [term.value for term in found.terms] == [87.5, 50]
    assert [term.weight for term in found.terms] == pytest.approx([1 / 3, 2 / 3])
    assert found.total == pytest.approx(87.5 / 3 + 100 / 3)


def test_a_question_counts_in_its_topic_and_dimension():
    found = explain_question(QUESTIONNAIRE.by_id["a"], QUESTIONNAIRE, ANSWERS, CARD)
    assert terms(found) == [("2", 50, 1, 50)]
    assert [(part.id, part.contribution) for part in found.part_of] == [
        ("t", 12.5),
        ("d", pytest.approx(12.5 / 3)),
    ]


@pytest.mark.parametrize(("chosen", "total"), [(("x",), 50), (("x", "y"), 100), ((), 0)])
def test_of_several_options_each_is_a_term_until_the_cap_is_reached(chosen, total):
    answers = build.answers(s=chosen)
    question, card = QUESTIONNAIRE.by_id["s"], scorecard(QUESTIONNAIRE, answers)
    found = explain_question(question, QUESTIONNAIRE, ANSWERS | answers, card)
    assert [term.id for term in found.terms] == list(chosen)
    assert sum(term.contribution for term in found.terms) == pytest.approx(total)
    assert found.total == total


def test_without_an_answer_there_is_no_result_to_explain():
    card = scorecard(QUESTIONNAIRE, {})
    blank = dict.fromkeys("abcs", build.UNANSWERED)
    asked = QUESTIONNAIRE.by_id["a"]
    for found in (
        explain_question(asked, QUESTIONNAIRE, blank, card),
        explain_topic("t", QUESTIONNAIRE, blank, card),
        explain_dimension("d", QUESTIONNAIRE, card),
    ):
        assert found.total is None
        assert [term.contribution for term in found.terms] == [None] * len(found.terms)


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), sheets)
def test_the_terms_always_add_up_to_the_score(questionnaire, sheet):
    card = scorecard(questionnaire, sheet)
    explanations = [
        *(explain_topic(name, questionnaire, sheet, card) for name in card.topics),
        *(explain_dimension(name, questionnaire, card) for name in card.dimensions),
    ]
    for found in explanations:
        contributions = [term.contribution for term in found.terms]
        counted = [points for points in contributions if points is not None]
        assert bool(counted) == (found.total is not None)
        assert sum(counted) == pytest.approx(found.total or 0)
