"""Which route is advised, by how much, and what to do where none is."""

import pytest

from assessment.municipality import Body
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import RouteState, ranking
from tests.unit.recommendation.small_model import (
    a_condition,
    a_factor,
    a_gate,
    a_model,
    advice,
    advice_for_one,
    an_archetype,
    own,
)
from tests.unit.scoring.questionnaires import UNKNOWN

# With data at level 2 every readiness fit is 1: suitability = 40 + 60 · utility.
MARKET = a_factor(
    "market", turnkey=[0.1] * 5, shared_service=[0.4] * 5, co_development=[0.9] * 5
)  # 46, 64, 94 and in-house 70


def stop(*routes, question="law"):
    """A gate that asks level 1 of the question on these routes."""
    minimum = [1 if route in routes else 0 for route in Route]
    return a_gate(f"stop_{'_'.join(routes)}", a_condition(minimum, question=question))


def test_the_route_with_the_highest_suitability_is_advised():
    found = advice_for_one(a_model(factors=[MARKET]), {"data": 2})
    assert found.route == Route.CO_DEVELOPMENT
    assert found.margin == pytest.approx(94 - 70)
    assert found.clarify_first == ()


def test_a_stopped_route_is_passed_over_and_keeps_its_suitability():
    model = a_model(factors=[MARKET], gates=[stop("co_development")])
    found = advice_for_one(model, {"data": 2, "law": 0})
    assert found.route == Route.IN_HOUSE
    assert found.margin == pytest.approx(70 - 64)
    assert found.suitability["co_development"] == pytest.approx(94)


def test_a_conditional_route_may_be_advised():
    gate = a_gate("later", a_condition((0,), (None, None, 3, None), question="law"))
    found = advice_for_one(a_model(factors=[MARKET], gates=[gate]), {"data": 2, "law": 1})
    assert found.route == Route.CO_DEVELOPMENT
    assert found.state["co_development"] == RouteState.CONDITIONAL


def test_equal_routes_keep_their_order():
    found = advice_for_one(a_model(), {"data": 2})
    assert found.ranking == tuple(Route)
    assert found.route == Route.TURNKEY
    assert found.margin == 0


def test_differences_in_the_last_bits_do_not_decide():
    state = dict.fromkeys(Route, RouteState.OPEN)
    points = dict(zip(Route, [0.1 * 3, 0.3, 0.3, 0.2], strict=True))
    assert ranking(points, state)[0] == Route.TURNKEY
    points = dict(zip(Route, [0.3, 0.1 * 3, 0.3, 0.2], strict=True))
    assert ranking(points, state)[0] == Route.TURNKEY


def test_with_a_single_route_there_is_no_margin():
    gates = [stop("turnkey", "shared_service", "in_house")]
    found = advice_for_one(a_model(factors=[MARKET], gates=gates), {"data": 2, "law": 0})
    assert found.route == Route.CO_DEVELOPMENT
    assert found.margin is None


@pytest.mark.parametrize(("threshold", "expected"), [(24.5, True), (23.5, False)])
def test_a_margin_below_the_threshold_is_nearly_equal(threshold, expected):
    found = advice_for_one(a_model(factors=[MARKET]), {"data": 2})
    assert found.is_nearly_equal(threshold) is expected


class TestNothingIsOpen:
    def test_known_obstacles_mean_prepare_first(self):
        found = advice_for_one(a_model(gates=[stop(*Route)]), {"data": 2, "law": 0})
        assert found.route is None
        assert found.margin is None
        assert found.clarify_first == ()

    def test_unknown_answers_that_could_open_a_route_are_to_be_clarified_first(self):
        found = advice_for_one(a_model(gates=[stop(*Route)]), {"data": 2, "law": UNKNOWN})
        assert found.route is None
        assert found.clarify_first == ("law",)

    def test_the_route_with_the_fewest_open_questions_is_asked_about(self):
        gates = [stop(*Route), stop("turnkey", "co_development", "in_house", question="staff")]
        assert advice_for_one(a_model(gates=gates), {"data": 2}).clarify_first == ("law",)

    def test_a_known_obstacle_beside_an_unknown_one_leaves_nothing_to_clarify(self):
        gates = [stop(*Route), stop(*Route, question="staff")]
        found = advice_for_one(a_model(gates=gates), {"data": 2, "staff": 0})
        assert found.clarify_first == ()

    def test_a_factor_that_nobody_gave_is_to_be_clarified_too(self):
        gate = a_gate("funds", a_condition((3,), factor="market"))
        model = a_model(gates=[gate])
        assert advice_for_one(model, {"data": 2}).clarify_first == ("market",)
        stated = own(factors={"market": 2})
        assert advice_for_one(model, {"data": 2}, stated).clarify_first == ()

    def test_a_factor_that_no_gate_misses_is_left_alone(self):
        """At level 4 this factor would bring a gate into play that stops everything."""
        gates = [
            stop(*Route),
            a_gate(
                "secret",
                a_condition((4,), question="data"),
                applies_if={"factor": "market", "at_least": 4},
            ),
        ]
        assert advice_for_one(a_model(gates=gates), {"data": 2}).clarify_first == ("law",)

    def test_blank_answers_give_no_route_and_a_list_to_clarify(self):
        found = advice_for_one(a_model(gates=[stop(*Route)]), {})
        assert found.route is None
        assert found.clarify_first == ("law",)


class TestOverall:
    chat = an_archetype("chat", factors={"market": 0}, standard_set_for=["municipality"])
    road = an_archetype("road", factors={"market": 4}, standard_set_for=["municipality", "county"])
    market = a_factor("market", turnkey=[0, 0.25, 0.5, 0.75, 1], in_house=[1, 0.75, 0.5, 0.25, 0])

    def test_suitability_is_the_mean_weighted_by_priority(self):
        # Turnkey 40 for chat (utility 0) with priority 1, 100 for road (utility 1) with priority 2.
        model = a_model(factors=[self.market], archetypes=[self.chat, self.road])
        planned = PlannedApplication("a", "chat"), PlannedApplication("b", "road", priority=2)
        found, overall = advice(model, {"data": 2}, *planned)
        assert [one.id for one in found] == ["a", "b"]
        assert overall.suitability["turnkey"] == pytest.approx((40 + 2 * 100) / 3)
        assert overall.suitability["in_house"] == pytest.approx((100 + 2 * 40) / 3)
        assert overall.route == Route.TURNKEY
        assert not overall.standard_set

    def test_a_route_must_be_admissible_in_at_least_half(self):
        """Turnkey has the highest mean, but is stopped for two of three."""
        gate = a_gate(
            "not_public",
            a_condition((4, 0, 0, 0), question="law"),
            applies_if={"trait": "public_facing"},
        )
        model = a_model(factors=[a_factor("market", turnkey=[1] * 5)], gates=[gate])
        public = [own(name, traits=("public_facing",)) for name in ("a", "b")]
        _, overall = advice(model, {"data": 2, "law": 0}, *public, own("c"))
        assert overall.state["turnkey"] == RouteState.STOPPED
        assert overall.route == Route.SHARED_SERVICE
        _, overall = advice(model, {"data": 2, "law": 0}, public[0], own("c"))
        assert overall.state["turnkey"] == RouteState.OPEN
        assert overall.route == Route.TURNKEY

    def test_a_route_open_in_less_than_half_is_conditional(self):
        gate = a_gate(
            "public", a_condition((0,), (2,), question="law"), applies_if={"trait": "public_facing"}
        )
        public = [own(name, traits=("public_facing",)) for name in ("a", "b")]
        _, overall = advice(a_model(gates=[gate]), {"data": 2, "law": 0}, *public, own("c"))
        assert set(overall.state.values()) == {RouteState.CONDITIONAL}

    def test_without_applications_the_standard_set_of_the_body_counts(self):
        model = a_model(factors=[self.market], archetypes=[self.chat, self.road])
        found, overall = advice(model, {"data": 2})
        assert found == ()
        assert overall.standard_set
        assert overall.suitability["turnkey"] == pytest.approx((40 + 100) / 2)
        _, overall = advice(model, {"data": 2}, body=Body.COUNTY)
        assert overall.suitability["turnkey"] == pytest.approx(100)

    def test_the_factors_of_the_body_hold_for_the_standard_set(self):
        model = a_model(factors=[self.market], archetypes=[self.chat])
        _, overall = advice(model, {"data": 2}, factors={"market": 2})
        assert overall.suitability["turnkey"] == pytest.approx(40 + 60 * 0.5)

    def test_without_scores_there_is_no_stance(self):
        _, overall = advice(a_model(archetypes=[]), {})
        assert overall.route is None
        assert set(overall.suitability.values()) == {None}
