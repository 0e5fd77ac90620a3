"""What is worth finding out first, worked by hand."""

from dataclasses import replace

import pytest

from tests.unit.recommendation.robustness.trying_out import fixed, tried
from tests.unit.recommendation.small_model import a_condition, a_factor, a_gate, a_model, own
from tests.unit.scoring.questionnaires import UNKNOWN, answers

KNOWN = {"data": 2, "follow_up": 2, "law": 2, "form": "file", "staff": 2}
GATES = [
    a_gate("law", a_condition((2,), question="law")),
    a_gate("staff", a_condition((1,), question="staff")),
]
MARKET = a_factor("market", turnkey=[0, 0, 1, 1, 1])


def worth_finding_out(blank, model, factors=None, **given):
    given = answers(**(KNOWN | given))
    stated = replace(blank, answers=given, applications=(own(factors=factors or {"market": 2}),))
    found, _ = tried(stated, fixed(model, draws=4096))
    return [(item.kind, item.id, item.gain) for item in found["own"].find_out_first]


def nearly(gain):
    return pytest.approx(gain, abs=0.002)


def test_the_share_of_a_certain_result_is_expected_to_rise_to_1(blank):
    """Unknown counts as level 0: nothing is advised, in 2 of 3 draws rightly. Knowing it settles
    the matter."""
    found = worth_finding_out(blank, a_model(gates=GATES), law=UNKNOWN)
    assert found == [("question", "law", nearly(1 / 3))]


def test_a_single_answer_is_worth_nothing_where_another_one_is_missing_too(blank):
    """Either alone leaves the other at level 0, so the advice stays, and so does its share."""
    found = worth_finding_out(blank, a_model(gates=GATES), law=UNKNOWN, staff=UNKNOWN)
    assert found == []


def test_a_factor_that_was_not_given_is_worth_finding_out(blank):
    """At the default level 2 turnkey is best, at 0 and 1, two draws of five, another route is."""
    found = worth_finding_out(blank, a_model(factors=[MARKET]), factors={"market": None})
    assert found == [("factor", "market", nearly(2 / 5))]


def test_what_is_known_already_is_not_asked_again(blank):
    assert worth_finding_out(blank, a_model(gates=GATES, factors=[MARKET])) == []


def test_what_helps_most_comes_first(blank):
    """With "law" unknown nothing is advised; the factor matters only where the law allows."""
    model = a_model(gates=GATES[:1], factors=[MARKET])
    found = worth_finding_out(blank, model, factors={"market": None}, law=UNKNOWN)
    # Known law: 2/3 nothing for certain, 1/3 turnkey in three of five draws.
    assert found == [("question", "law", nearly(2 / 3 + 1 / 3 * 3 / 5 - 2 / 3))]
