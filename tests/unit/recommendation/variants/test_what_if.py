"""Changes that are tried out: what they make of an assessment, and which of them are targets."""

from datetime import date

import pytest

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.recommendation.variants.what_if import (
    Item,
    Try,
    changes_nothing,
    item_of_factor,
    stated,
    targets_from,
    with_tries,
)
from tests.unit.scoring.questionnaires import NOT_APPLICABLE, UNKNOWN, a_questionnaire, levels

QUESTIONS = a_questionnaire({"d": {"data": [levels("a"), levels("b")], "law": [levels("c")]}})
MAP = Item("question", "a")
LAW = Item("question", "c")
BUDGET = Item("factor", "budget")
MARKET = Item("factor", "market", "bot")


def level(value, **more):
    return Answer(State.ANSWERED, value, **more)


def an_assessment(**parts):
    body = Municipality("Musterstadt", Body.MUNICIPALITY)
    applications = (PlannedApplication("bot", None, factors={"market": None}),)
    return Assessment(
        "small@1", body, date(2026, 11, 22), **{"applications": applications, **parts}
    )


def test_only_what_is_tried_is_another():
    today = an_assessment(answers={"a": level(1), "b": level(2)}, factors={"budget": 1})
    tries = [Try(MAP, 4), Try(LAW, None), Try(BUDGET, None), Try(MARKET, 3)]
    tried = with_tries(today, tries)
    assert tried.answers == {"a": level(4), "b": level(2), "c": UNKNOWN}
    assert tried.factors == {"budget": None}
    assert tried.applications[0].factors == {"market": 3}
    assert today == an_assessment(answers={"a": level(1), "b": level(2)}, factors={"budget": 1})
    assert with_tries(today, []) == today


def test_a_factor_of_an_application_that_is_gone_changes_nothing():
    today = an_assessment(answers={})
    assert with_tries(today, [Try(Item("factor", "market", "gone"), 3)]) == today


@pytest.mark.parametrize(
    ("item", "to", "nothing"),
    [
        (MAP, 2, True),
        (MAP, 3, False),
        (MAP, None, False),
        (LAW, None, True),
        (LAW, 0, False),
        (Item("question", "b"), None, False),
        (BUDGET, 0, True),
        (BUDGET, None, False),
        (Item("factor", "time"), None, True),
        (Item("factor", "time"), 2, False),
        (MARKET, None, True),
        (MARKET, 0, False),
    ],
)
def test_a_change_to_what_is_there_already_is_none(item, to, nothing):
    today = an_assessment(answers={"a": level(2), "b": NOT_APPLICABLE}, factors={"budget": 0})
    assert changes_nothing(today, Try(item, to)) == nothing


def test_what_is_stated_is_told_apart_from_what_is_not():
    today = an_assessment(answers={"a": level(0), "b": NOT_APPLICABLE}, factors={"budget": None})
    items = (MAP, Item("question", "b"), LAW, BUDGET, Item("factor", "time"), MARKET)
    assert [stated(today, item) for item in items] == [
        0,
        State.NOT_APPLICABLE,
        State.UNANSWERED,
        State.UNKNOWN,
        None,
        State.UNKNOWN,
    ]


@pytest.mark.parametrize(
    ("answers", "tries", "targets"),
    [
        # Both questions of the topic stand at 3 then: a target of the topic.
        ({"a": level(1), "b": level(3)}, {"a": 3}, {"data": 3}),
        # The topic stands at 2 as a whole; the question beyond it is a target of its own.
        ({"a": level(1), "b": level(2)}, {"a": 4}, {"data": 2, "a": 4}),
        # The other question holds the topic back.
        ({"a": level(1), "b": level(0)}, {"a": 3}, {"a": 3}),
        # Unknown counts as 0; what does not apply holds nothing back.
        ({"b": NOT_APPLICABLE}, {"a": 2}, {"data": 2}),
        ({"a": level(3), "b": level(3)}, {"a": 1}, {}),
        ({"a": level(3), "b": level(3)}, {"a": None}, {}),
        ({}, {"c": 4, "a": 0}, {"law": 4}),
    ],
)
def test_raises_become_targets_of_topics_or_of_questions(answers, tries, targets):
    tried = [Try(Item("question", name), value) for name, value in tries.items()]
    assert targets_from(an_assessment(answers=answers), tried, QUESTIONS) == targets


def test_factors_are_no_targets():
    assert targets_from(an_assessment(answers={}), [Try(BUDGET, 4)], QUESTIONS) == {}


def test_a_factor_of_the_house_is_changed_where_it_is_stated():
    plain = an_assessment(answers={})
    own = an_assessment(
        answers={}, applications=(PlannedApplication("bot", None, factors={"budget": 1}),)
    )
    assert item_of_factor(plain, "budget", "bot", "body") == BUDGET
    assert item_of_factor(own, "budget", "bot", "body") == Item("factor", "budget", "bot")
    assert item_of_factor(plain, "market", "bot", "application") == MARKET


def test_items_and_changes_have_a_word_for_addresses():
    tries = (Try(MAP, 3), Try(BUDGET, None), Try(MARKET, 0))
    assert [one.written for one in tries] == ["a:3", "budget:unknown", "bot/market:0"]
