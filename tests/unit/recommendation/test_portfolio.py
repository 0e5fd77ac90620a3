"""Benefit and readiness gap: worked out by hand."""

import pytest

from assessment.recommendation.model import Route
from assessment.recommendation.outcome import RouteState
from assessment.recommendation.portfolio import Quadrant, portfolio, readiness_gap
from tests.unit.recommendation.small_model import (
    ROUTES,
    a_condition,
    a_factor,
    a_gate,
    a_model,
    advice,
    advice_for_one,
    need,
    own,
)

# Turnkey leads by its factor, whatever the readiness.
BUYING = [a_factor("market", turnkey=[1] * 5)]


def needs(**of_topics):
    """What turnkey needs of data, law and staff."""
    return {"turnkey": {name: need(*wanted) for name, wanted in of_topics.items()}}


def positions(model, given, *applications):
    found, _ = advice(model, given, *applications)
    return portfolio(applications, found, model.portfolio)


def test_the_gap_is_what_the_advised_route_asks_and_the_body_lacks():
    # data: 25 of 50 points, half missing, weight 3; law: 75 of 75, nothing missing, weight 1.
    model = a_model(needs=needs(data=(50, 3), law=(75, 1)), factors=BUYING)
    one = advice_for_one(model, {"data": 1, "law": 3})
    assert one.route == Route.TURNKEY
    assert readiness_gap(one) == pytest.approx(100 * (3 * 0.5 + 1 * 0) / 4)


def test_more_than_enough_of_one_topic_makes_up_for_nothing():
    model = a_model(needs=needs(data=(50, 1), law=(25, 1)), factors=BUYING)
    assert readiness_gap(advice_for_one(model, {"data": 0, "law": 4})) == pytest.approx(50)


def test_a_topic_without_a_score_and_one_not_needed_do_not_count():
    model = a_model(needs=needs(data=(50, 1), law=(25, 5), staff=(0, 9)), factors=BUYING)
    assert readiness_gap(advice_for_one(model, {"data": 1, "staff": 0})) == pytest.approx(50)


def test_without_any_score_there_is_no_gap_and_no_place():
    model = a_model(factors=BUYING)
    (position,) = positions(model, {}, own(benefit=4))
    assert (position.gap, position.route, position.quadrant) == (None, None, None)


def test_where_every_route_is_stopped_the_most_suitable_one_counts_and_it_is_to_be_prepared():
    gate = a_gate("law", a_condition([2], question="law"))
    model = a_model(needs=needs(data=(50, 1)), factors=BUYING, gates=[gate])
    (position,) = positions(model, {"data": 2, "law": 0}, own(benefit=4))
    assert (position.route, position.state) == (Route.TURNKEY, RouteState.STOPPED)
    assert position.stopped
    assert (position.gap, position.quadrant) == (0, Quadrant.PREPARE)


@pytest.mark.parametrize(
    ("benefit", "data", "quadrant"),
    [
        # A level is 25 points; 40 of 40 asked: nothing is missing; 25 of 40: 37.5 are.
        (4, 2, Quadrant.QUICK_WIN),
        (3, 2, Quadrant.QUICK_WIN),
        (2, 2, Quadrant.IN_PASSING),
        (0, 2, Quadrant.IN_PASSING),
        (3, 1, Quadrant.PREPARE),
        (2, 1, Quadrant.LATER),
        (None, 2, None),
    ],
)
def test_benefit_and_gap_divide_the_portfolio_in_four(benefit, data, quadrant):
    model = a_model(needs=needs(data=(40, 1)), factors=BUYING)
    (position,) = positions(model, {"data": data}, own(benefit=benefit))
    assert position.quadrant == quadrant
    assert position.gap == pytest.approx(0 if data == 2 else 37.5)


def test_a_gap_just_as_large_as_the_border_is_a_small_one():
    # Weights 1 and 4: half of the first is missing, 10 of 100 in all.
    model = a_model(needs=needs(data=(50, 1), law=(50, 4)), factors=BUYING)
    (position,) = positions(model, {"data": 1, "law": 2}, own(benefit=3))
    assert position.gap == pytest.approx(10)
    assert position.quadrant == Quadrant.QUICK_WIN


def test_the_order_is_that_of_the_body_and_the_benefit_changes_no_advice():
    model = a_model(factors=BUYING)
    plans = own("second", benefit=0), own("first", benefit=4)
    assert [one.id for one in positions(model, {"data": 2}, *plans)] == ["second", "first"]
    found = [advice_for_one(model, {"data": 1}, own(benefit=benefit)) for benefit in (None, 0, 4)]
    assert found[0] == found[1] == found[2]
    assert set(found[0].suitability) == set(ROUTES)
