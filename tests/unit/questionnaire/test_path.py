"""Which questions are asked, given the answers so far."""

import pytest

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.conditions import FactorIs, QuestionIs
from assessment.questionnaire.path import NOT_ASKED, effective_answers, is_said
from tests.unit.questionnaire.tiny import tiny


def level(value):
    return Answer(State.ANSWERED, value)


def states(answers):
    return {id_: answer.state.value for id_, answer in answers.items()}


def test_every_question_has_an_answer_and_open_ones_are_unanswered():
    assert states(effective_answers(tiny("levels"), {"first": level(2)})) == {
        "first": "answered",
        "second": "unanswered",
    }


def test_a_follow_up_is_asked_from_level_two_on():
    answers = {"first": level(2), "follow_up": level(3)}

    assert effective_answers(tiny("show_if"), answers)["follow_up"] == level(3)


def test_a_hidden_follow_up_is_not_asked_even_if_it_was_answered_before():
    answers = {"first": level(1), "follow_up": level(3)}

    assert effective_answers(tiny("show_if"), answers)["follow_up"] == NOT_ASKED


@pytest.mark.parametrize("state", [State.UNKNOWN, State.NOT_APPLICABLE, State.UNANSWERED])
def test_an_open_answer_bears_out_no_level(state):
    answers = {"first": Answer(state)}

    assert effective_answers(tiny("show_if"), answers)["follow_up"] == NOT_ASKED


def test_a_rule_that_leans_on_a_hidden_question_sees_it_as_not_asked():
    answers = {"first": level(0), "follow_up": level(4), "why_not": level(1)}

    # follow_up is hidden, so "not follow_up at least 1" is true although 4 was answered once.
    assert effective_answers(tiny("show_if"), answers)["why_not"] == level(1)


def test_a_rule_may_ask_for_a_state():
    assert is_said(QuestionIs(question="q", state="unknown"), {"q": Answer(State.UNKNOWN)})
    assert not is_said(QuestionIs(question="q", state="unknown"), {"q": level(0)})
    assert is_said(QuestionIs(question="q", state="not_asked"), {})


@pytest.mark.parametrize(
    ("statement", "value", "expected"),
    [
        ({"at_least": 2}, 2, True),
        ({"at_least": 2}, 1, False),
        ({"at_most": 40.5}, 40.5, True),
        ({"at_least": 1, "at_most": 2}, 3, False),
        ({"is": "paper"}, "paper", True),
        ({"is": "paper"}, "file", False),
        ({"includes": "maps"}, ("register", "maps"), True),
        ({"includes": "maps"}, (), False),
        ({"includes": "maps"}, "maps", False),
        ({"at_least": 0}, "paper", False),
    ],
)
def test_statements_about_values(statement, value, expected):
    said = QuestionIs.model_validate({"question": "q", **statement})

    assert is_said(said, {"q": level(value)}) is expected


def test_statements_about_applications_are_not_for_questionnaires_to_judge():
    assert not is_said(FactorIs(factor="market", at_least=0), {})
