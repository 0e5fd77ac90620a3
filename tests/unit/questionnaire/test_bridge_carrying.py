"""What is known from the earlier assessment: carried over, asked again, blank or dropped."""

import pytest

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.bridge import Kind, carried_over, earlier_said, same_version
from assessment.questionnaire.bridge.loader import load_series
from tests.unit.questionnaire.tiny import FOLDER, tiny

UNKNOWN = Answer(State.UNKNOWN)


def bridge():
    return load_series(FOLDER / "bridge", tiny("bridge")).bridge_from("tiny@0")


def level(value, **texts):
    return Answer(State.ANSWERED, value, **texts)


def test_unchanged_and_reworded_answers_carry_over_with_all_that_was_noted():
    answers = {"kept": level(3, comment="seit 2025"), "worded": UNKNOWN}

    assert carried_over(bridge(), answers) == {
        "kept": level(3, comment="seit 2025"),
        "said_better": UNKNOWN,
    }


def test_split_merged_and_changed_questions_are_asked_again():
    answers = {id: level(1) for id in ("wide", "left", "right", "other")}

    assert carried_over(bridge(), answers) == {}


def test_the_old_answer_stands_beside_each_part_of_a_split_question():
    found = earlier_said(bridge(), {"wide": level(4)})

    for part in ("wide_one", "wide_two"):
        assert found[part].kind is Kind.SPLIT
        assert [(one.question.id, one.answer.value) for one in found[part].said] == [("wide", 4)]
        assert found[part].because.en == "It was two questions."


def test_both_old_answers_stand_beside_a_merged_question():
    found = earlier_said(bridge(), {"left": level(1), "right": UNKNOWN})["joined"]

    assert [(one.question.id, one.answer) for one in found.said] == [
        ("left", level(1)),
        ("right", UNKNOWN),
    ]


def test_the_old_answer_is_told_with_the_words_of_then():
    found = earlier_said(bridge(), {"worded": level(2)})["said_better"]

    assert found.said[0].question.text.en == "How nice are your lists?"


def test_a_new_question_has_nothing_before_it():
    found = earlier_said(bridge(), {"gone": level(2)})["fresh"]

    assert (found.kind, found.said, found.carries) == (Kind.NEW, (), None)


def test_what_was_left_open_is_not_shown():
    answers = {"kept": Answer(State.UNANSWERED, comment="Frau Kuhn fragen")}

    assert earlier_said(bridge(), answers)["kept"].said == ()


def test_not_applicable_carries_over_only_where_it_may_still_be_said():
    said = Answer(State.NOT_APPLICABLE, reason="kein Personalrat")
    asked = tiny("not_applicable")
    allowed = {one.id: one.not_applicable is not None for one in asked.questions}
    carried = carried_over(same_version(asked), dict.fromkeys(allowed, said))

    assert set(allowed.values()) == {True, False}
    assert carried == {id: said for id, may in allowed.items() if may}


@pytest.mark.parametrize(("number", "carries"), [(0.0, True), (10_000.0, False)])
def test_a_number_carries_over_only_within_the_limits(number, carries):
    asked = tiny("number")
    limited = next(one for one in asked.questions if one.maximum is not None)
    answers = {limited.id: level(number)}

    assert (limited.id in carried_over(same_version(asked), answers)) is carries
