"""Contradictions are found by the questionnaire's own rules, and by levels alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.model import load_model
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.path import NOT_ASKED
from assessment.questionnaire.review.contradictions import contradictions

QUESTIONNAIRE = load_model().questionnaire
LEVELS = st.integers(0, 4).map(lambda level: Answer(State.ANSWERED, level))
ANSWERS = st.one_of(LEVELS, st.sampled_from([UNANSWERED, NOT_ASKED, Answer(State.UNKNOWN)]))


def found(**levels):
    """The pairs of questions told of, for these levels (double underscores are dots)."""
    answers = {name.replace("__", "."): value for name, value in levels.items()}
    said = {
        name: value if isinstance(value, Answer) else Answer(State.ANSWERED, value)
        for name, value in answers.items()
    }
    return [(rule.if_.question, rule.and_.question) for rule in contradictions(QUESTIONNAIRE, said)]


def test_digital_services_and_paper_files_are_told_of():
    assert found(data__digital_applications=4, data__e_file=0) == [
        ("data.digital_applications", "data.e_file")
    ]


@pytest.mark.parametrize(("services", "files"), [(3, 0), (4, 1)])
def test_levels_beyond_the_rule_are_no_contradiction(services, files):
    assert found(data__digital_applications=services, data__e_file=files) == []


@pytest.mark.parametrize("state", [State.UNKNOWN, State.NOT_APPLICABLE, State.UNANSWERED])
def test_who_states_no_level_contradicts_nobody(state):
    assert found(data__digital_applications=4, data__e_file=Answer(state)) == []


@given(answers=st.fixed_dictionaries(dict.fromkeys(QUESTIONNAIRE.by_id, ANSWERS)))
def test_what_is_told_of_is_what_the_rules_say(answers):
    def level(id):
        return answers[id].value if answers[id].state is State.ANSWERED else None

    def holds(claim):
        stated = level(claim.question)
        lowest = 0 if claim.at_least is None else claim.at_least
        highest = 4 if claim.at_most is None else claim.at_most
        return stated is not None and lowest <= stated <= highest

    expected = [rule for rule in QUESTIONNAIRE.plausibility if holds(rule.if_) and holds(rule.and_)]
    assert list(contradictions(QUESTIONNAIRE, answers)) == expected
