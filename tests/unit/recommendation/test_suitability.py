"""Readiness fit, context fit and suitability, worked by hand."""

import numpy as np
import pytest

from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.suitability import (
    DimensionStance,
    context_fit,
    gap,
    met,
    readiness_fit,
    stance_by_dimension,
    suitability,
)
from assessment.scoring.scorecard import scorecard
from tests.unit.recommendation.small_model import (
    QUESTIONS,
    a_factor,
    a_model,
    advice_for_one,
    an_archetype,
    need,
    own,
)
from tests.unit.scoring.questionnaires import NOT_APPLICABLE, UNKNOWN, answers


def test_readiness_fit_is_the_weighted_mean_of_what_is_met():
    # data: 25 of 50, weight 1; law: 75 of 50, so 1, weight 3. F = (1 · 0.5 + 3 · 1) / 4
    model = a_model(needs={"turnkey": {"law": need(50, 3)}})
    found = advice_for_one(model, {"data": 1, "law": 3})
    assert found.readiness_fit["turnkey"] == 0.875
    assert found.readiness_fit["in_house"] == 0.5  # law is not needed there


def test_a_topic_without_a_score_drops_out_of_the_readiness_fit():
    model = a_model(needs={"turnkey": {"law": need(50, 3)}})
    assert advice_for_one(model, {"data": 1}).readiness_fit["turnkey"] == 0.5


def test_the_archetype_makes_topics_weigh_more_or_not_at_all():
    # data 0.5 with weight 1, law 1 with weight 3 times 2: (0.5 + 6) / 7
    model = a_model(
        needs={"turnkey": {"law": need(50, 3)}},
        archetypes=[
            an_archetype("more", factors={"market": 2}, law=2),
            an_archetype("nothing", factors={"market": 2}, law=0),
        ],
    )
    more = advice_for_one(model, {"data": 1, "law": 3}, PlannedApplication("a", "more"))
    nothing = advice_for_one(model, {"data": 1, "law": 3}, PlannedApplication("a", "nothing"))
    assert more.readiness_fit["turnkey"] == pytest.approx(6.5 / 7)
    assert nothing.readiness_fit["turnkey"] == 0.5


def test_context_fit_is_the_weighted_mean_of_the_utilities_at_the_levels():
    # market at 4: 1, weight 3; budget at 1: 0.2, weight 1. C = (3 · 1 + 1 · 0.2) / 4
    model = a_model(
        factors=[
            a_factor("market", 3, turnkey=[0, 0.2, 0.5, 0.9, 1]),
            a_factor("budget", 1, turnkey=[0, 0.2, 0.5, 0.9, 1]),
        ]
    )
    found = advice_for_one(model, {"data": 2}, own(factors={"market": 4, "budget": 1}))
    assert found.context_fit["turnkey"] == pytest.approx(0.8)
    assert found.context_fit["in_house"] == 0.5


def test_suitability_weighs_readiness_and_context():
    # F = 0.5, C = 1: 100 · (0.4 · 0.5 + 0.6 · 1)
    model = a_model(factors=[a_factor("market", turnkey=[1, 1, 1, 1, 1])])
    found = advice_for_one(model, {"data": 1})
    assert found.suitability["turnkey"] == pytest.approx(80)


def test_without_any_score_there_is_no_suitability():
    found = advice_for_one(a_model(), {"data": UNKNOWN, "law": NOT_APPLICABLE})
    assert set(found.suitability.values()) == {None}
    assert set(found.readiness_fit.values()) == {None}
    assert found.context_fit["turnkey"] == 0.5
    assert found.route is None
    assert found.margin is None


def test_draws_go_through_the_same_lines_as_a_single_result():
    """Axes: 3 draws, 1 application, 2 routes, 2 topics or 1 factor."""
    scores = np.array([[0.0, 50], [25, 50], [np.nan, np.nan]])
    required = np.array([[50.0, 50], [50, 0]])
    readiness = readiness_fit(met(scores, required), np.ones((1, 2, 2)))
    assert readiness[:2].tolist() == [[[0.5, 0]], [[0.75, 0.5]]]
    assert np.isnan(readiness[2]).all()
    context = context_fit(np.array([[[[0.2, 0.4]]], [[[1.0, 0]]], [[[0, 0]]]]), np.ones((3, 1)))
    assert context.tolist() == [[[0.2, 0.4]], [[1, 0]], [[0, 0]]]
    shares = np.array([1.0, 0.5, 0])[:, np.newaxis, np.newaxis]
    assert suitability(readiness, context, shares)[:2].tolist() == [[[50, 0]], [[87.5, 25]]]


def test_the_gap_is_what_is_missing_and_never_negative():
    card = scorecard(QUESTIONS, answers(data=1, law=4))
    found = gap(card, a_model(needs={"turnkey": {"law": need(75)}}))
    assert found["data"]["turnkey"] == 25
    assert found["law"]["turnkey"] == 0
    assert found["staff"]["turnkey"] is None


def test_a_dimension_tells_for_each_route_how_many_of_its_needed_topics_have_enough():
    # data: 25 of 50, weight 1; law: 75 of 50, so 1, weight 3; staff is needed but has no score.
    model = a_model(needs={"turnkey": {"law": need(50, 3), "staff": need(25, 2)}})
    given = answers(data=1, law=3, staff=UNKNOWN)
    stance = stance_by_dimension(scorecard(QUESTIONS, given), model)["d"]
    assert stance["turnkey"] == DimensionStance(fit=0.875, reached=1, needed=3)
    assert stance["in_house"] == DimensionStance(fit=0.5, reached=0, needed=1)


def test_a_dimension_without_a_score_has_no_fit():
    given = answers(data=UNKNOWN, law=UNKNOWN, staff=UNKNOWN)
    stance = stance_by_dimension(scorecard(QUESTIONS, given), a_model())["d"]
    assert stance["turnkey"] == DimensionStance(fit=None, reached=0, needed=1)
