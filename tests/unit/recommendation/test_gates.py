"""Which routes are open, conditional or stopped, and by what."""

import pytest

from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.outcome import RouteState, UnmetGate
from tests.unit.recommendation.small_model import (
    a_condition,
    a_factor,
    a_gate,
    a_model,
    advice_for_one,
    an_archetype,
    own,
    per_route,
)
from tests.unit.scoring.questionnaires import NOT_APPLICABLE, UNANSWERED, UNKNOWN

GATE = a_gate("rules", a_condition((1, 1, 2, 3), (2, None, 3, 3), question="law"))


def states(found):
    return [found.state[route].value for route in found.state]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (0, ["stopped", "stopped", "stopped", "stopped"]),
        (1, ["conditional", "open", "stopped", "stopped"]),
        (2, ["open", "open", "conditional", "stopped"]),
        (3, ["open", "open", "open", "open"]),
    ],
)
def test_below_the_minimum_stops_and_below_the_target_is_a_condition(level, expected):
    assert states(advice_for_one(a_model(gates=[GATE]), {"data": 2, "law": level})) == expected


def test_only_unmet_gates_are_named_with_what_is_asked_and_what_is_there():
    found = advice_for_one(a_model(gates=[GATE]), {"data": 2, "law": 1})
    assert found.gates["turnkey"] == (UnmetGate("rules", "law", None, 1, 2, 1),)
    assert found.gates["shared_service"] == ()
    assert found.gates["in_house"] == (UnmetGate("rules", "law", None, 3, 3, 1),)


@pytest.mark.parametrize("still_open", [UNKNOWN, UNANSWERED])
def test_what_is_unknown_counts_as_0_and_says_so(still_open):
    found = advice_for_one(a_model(gates=[GATE]), {"data": 2, "law": still_open})
    assert found.state["turnkey"] == RouteState.STOPPED
    assert found.gates["turnkey"][0].actual == "unknown"


@pytest.mark.parametrize(("rule", "expected"), [("pass", "open"), ("fail", "stopped")])
def test_what_does_not_apply_passes_where_the_gate_says_so(rule, expected):
    gate = a_gate("council", a_condition((1,), (2,), question="law", not_applicable=rule))
    found = advice_for_one(a_model(gates=[gate]), {"data": 2, "law": NOT_APPLICABLE})
    assert states(found) == [expected] * 4


def test_a_minimum_of_0_never_stops():
    gate = a_gate("training", a_condition((0,), (2,), question="law"))
    assert states(advice_for_one(a_model(gates=[gate]), {"data": 2})) == ["conditional"] * 4


def test_a_gate_that_does_not_concern_the_application_is_not_asked():
    gate = a_gate(
        "notice", a_condition((4,), question="law"), applies_if={"trait": "public_facing"}
    )
    model = a_model(gates=[gate])
    assert states(advice_for_one(model, {"data": 2}, own())) == ["open"] * 4
    public = own(traits=("public_facing",))
    assert states(advice_for_one(model, {"data": 2}, public)) == ["stopped"] * 4


def test_a_raise_lifts_the_minimum_and_a_target_below_it():
    raised = {"if": {"ai_act": ["high_possible"]}, "minimum": per_route(3, 2, 0, 0)}
    gate = a_gate("class", a_condition((1,), (2,), question="law", raises=[raised]))
    found = advice_for_one(a_model(gates=[gate]), {"law": 1}, own(ai_act="high_possible"))
    thresholds = {route: (g.minimum, g.target) for route, (g,) in found.gates.items()}
    assert list(thresholds.values()) == [(3, 3), (2, 2), (1, 2), (1, 2)]
    assert states(found) == ["stopped", "stopped", "conditional", "conditional"]


def test_of_several_raises_the_highest_counts():
    raises = [
        {"if": {"trait": "staff_use"}, "minimum": per_route(3)},
        {"if": {"factor": "market", "at_least": 2}, "minimum": per_route(2)},
    ]
    gate = a_gate("owner", a_condition((0,), question="law", raises=raises))
    found = advice_for_one(a_model(gates=[gate]), {"law": 2}, own(traits=("staff_use",)))
    assert found.gates["turnkey"][0].minimum == 3


def test_a_gate_may_ask_about_a_factor():
    gate = a_gate("funds", a_condition((1, 0, 1, 3), factor="budget"))
    model = a_model(factors=[a_factor("budget")], gates=[gate])
    found = advice_for_one(model, {"data": 2}, own(factors={"budget": 1}))
    assert states(found) == ["open", "open", "open", "stopped"]
    assert found.gates["in_house"] == (UnmetGate("funds", None, "budget", 3, None, 1),)


class TestFactors:
    """The application's own level comes first, then the body's, then the archetype's."""

    model = a_model(
        factors=[a_factor("partner")], archetypes=[an_archetype("bot", factors={"partner": 3})]
    )

    @pytest.mark.parametrize(
        ("of_application", "of_body", "level", "given"),
        [
            ({"partner": 1}, {"partner": 4}, 1, True),
            ({}, {"partner": 4}, 4, True),
            ({}, {"partner": None}, 3, False),
            ({"partner": None}, {"partner": 4}, 3, False),
            ({}, {}, 3, False),
        ],
    )
    def test_the_level_used(self, of_application, of_body, level, given):
        planned = PlannedApplication("a", "bot", factors=of_application)
        found = advice_for_one(self.model, {"data": 2}, planned, factors=of_body)
        assert (found.factors["partner"].level, found.factors["partner"].given) == (level, given)

    def test_an_own_application_stands_in_the_middle_where_nothing_is_given(self):
        found = advice_for_one(self.model, {"data": 2}, own())
        assert (found.factors["partner"].level, found.factors["partner"].given) == (2, False)
