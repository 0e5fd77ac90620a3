"""What speaks for and against a route, in points that add up."""

import pytest

from assessment.questionnaire.path import effective_answers
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import Reason
from assessment.recommendation.reasons import factor_contributions, topic_contributions
from assessment.recommendation.suitability import ROUTES, fit, parameters
from assessment.scoring.scorecard import scorecard
from tests.unit.recommendation.small_model import (
    a_condition,
    a_factor,
    a_gate,
    a_model,
    advice_for_one,
    need,
    own,
)


def of(found, route):
    return [(reason.kind, reason.id) for reason in found.reasons if reason.route == route]


def points(found, route, name):
    (only,) = [r.points for r in found.reasons if (r.route, r.id) == (route, name)]
    return only


def test_a_factor_counts_by_its_distance_from_the_mean_of_the_routes():
    # Utilities 1, 0.5, 0.5, 0: mean 0.5. 60 · (1 − 0.5) · weight 1 of 2.
    market = a_factor("market", turnkey=[1] * 5, in_house=[0] * 5)
    found = advice_for_one(a_model(factors=[market, a_factor("other")]), {"data": 2})
    assert points(found, "turnkey", "market") == pytest.approx(15)
    assert points(found, "in_house", "market") == pytest.approx(-15)


def test_what_speaks_for_every_route_alike_is_no_reason():
    found = advice_for_one(a_model(), {"data": 2})
    assert found.reasons == ()


def test_a_topic_counts_by_what_it_lacks():
    # 40 · (25 of 50, so a half missing) · weight 1 of 4
    model = a_model(needs={"turnkey": {"law": need(50, 3)}})
    found = advice_for_one(model, {"data": 1, "law": 4})
    assert points(found, "turnkey", "data") == pytest.approx(-5)
    assert ("topic", "law") not in of(found, "turnkey")


def test_a_gate_that_stops_comes_first_and_has_no_points():
    gate = a_gate("rules", a_condition((1, 0, 0, 0), (2,), question="law"))
    found = advice_for_one(a_model(gates=[gate]), {"data": 1, "law": 0})
    assert found.reasons[0] == Reason("gate", "rules", Route.TURNKEY, None)
    assert ("gate", "rules") not in of(found, "shared_service")  # a condition there, no stop


def test_the_three_strongest_each_way_are_named_strongest_first():
    names = ["first", "second", "third", "fourth"]
    for_it = [
        a_factor(f"for_{name}", weight, turnkey=[1] * 5)
        for name, weight in zip(names, [4, 3, 2, 1], strict=True)
    ]
    against = [
        a_factor(f"against_{name}", weight, turnkey=[0] * 5)
        for name, weight in zip(names, [4, 3, 2, 1], strict=True)
    ]
    found = advice_for_one(a_model(factors=[*against, *for_it]), {"data": 2})
    assert of(found, "turnkey") == [
        *[("factor", f"for_{name}") for name in names[:3]],
        *[("factor", f"against_{name}") for name in names[:3]],
    ]


def test_contributions_add_up_to_the_suitability(shipped):
    """100 · (λ + (1 − λ) · mean C) is common to all routes; the rest is contributions."""
    model, assessment = shipped
    effective = effective_answers(model.questionnaire, assessment.answers)
    given = parameters(model.recommendation)
    applications = stated_applications(assessment, model.recommendation)
    fitting = fit(scorecard(model.questionnaire, effective), applications, given)
    share = given.readiness_share
    for place in range(len(applications)):
        topics = topic_contributions(fitting.fulfilled, fitting.weights[place], share)
        factors = factor_contributions(fitting.utilities[place], given.factor_weight, share)
        common = 100 * (share + (1 - share) * fitting.context[place].mean())
        explained = common + topics.sum(axis=1) + factors.sum(axis=1)
        assert len(explained) == len(ROUTES)
        assert explained.tolist() == pytest.approx(fitting.suitability[place].tolist())


def test_own_applications_have_reasons_too():
    market = a_factor("market", turnkey=[0, 0, 0, 1, 1])
    found = advice_for_one(a_model(factors=[market]), {"data": 2}, own(factors={"market": 4}))
    assert of(found, "turnkey") == [("factor", "market")]
