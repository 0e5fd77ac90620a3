"""Between which two results it is too close to call, and what decides."""

from dataclasses import replace

import pytest

from assessment.recommendation.model import Route
from tests.unit.recommendation.robustness.by_hand import recommended
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE
from tests.unit.recommendation.robustness.trying_out import fixed, tried, with_firmness
from tests.unit.recommendation.small_model import (
    a_condition,
    a_factor,
    a_gate,
    a_model,
    need,
    own,
)
from tests.unit.scoring.questionnaires import UNKNOWN, answers

LOW, HIGH = [0.2] * 5, [0.9] * 5
OTHERS = {"co_development": [0] * 5, "in_house": [0] * 5}
FACTORS = [
    a_factor("market", 2, turnkey=HIGH, shared_service=LOW, **OTHERS),
    a_factor("partner", 2, of="body", turnkey=LOW, shared_service=HIGH, **OTHERS),
]


def close_call(blank, model, **given):
    given = {"data": 2, "follow_up": 2, "law": 2, "form": "file", "staff": 2} | given
    stated = replace(
        blank,
        answers=answers(**given),
        factors={"market": 2, "partner": 2},
        applications=(own(),),
    )
    found, _ = tried(stated, model)
    (advice,), _ = recommended(stated, QUESTIONNAIRE, model)
    return found["own"].too_close, advice


def test_two_routes_are_told_apart_by_factors_and_topics_in_points(blank):
    """Turnkey asks more of "staff": level 1 of 2 is all of what sharing needs, and half of it."""
    needs = {"turnkey": {"staff": need(100, 0.02)}, "shared_service": {"staff": need(50, 0.02)}}
    model = with_firmness(a_model(factors=FACTORS, needs=needs), draws=1024)
    found, advice = close_call(blank, model, staff=1)
    assert found.between == (Route.SHARED_SERVICE, Route.TURNKEY)
    assert [(one.kind, one.id) for one in found.deciding] == [
        ("factor", "market"),
        ("factor", "partner"),
        ("topic", "staff"),
    ]
    by_id = {one.id: one.points for one in found.deciding}
    assert by_id["market"] == pytest.approx(100 * 0.6 * 0.5 * (0.2 - 0.9))
    assert by_id["partner"] == pytest.approx(-by_id["market"])
    assert by_id["staff"] == pytest.approx(100 * 0.4 * 0.02 / 1.02 * 0.5)
    lead = advice.suitability["shared_service"] - advice.suitability["turnkey"]
    assert sum(by_id.values()) == pytest.approx(lead)


def test_where_everything_may_be_stopped_the_gates_decide(blank):
    gates = [
        a_gate("data", a_condition((1,), question="data")),
        a_gate("law", a_condition((1,), question="law")),
    ]
    model = with_firmness(fixed(a_model(factors=FACTORS, gates=gates)), draws=1024)
    found, _ = close_call(blank, model, law=UNKNOWN)
    assert found.between == (None, Route.TURNKEY)
    assert [(one.kind, one.id, one.points) for one in found.deciding] == [("gate", "law", None)]
