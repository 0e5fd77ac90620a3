"""Where a body stands, from the release alone; every expectation is worked out by hand."""

import json
import pickle

import pytest

from assessment.benchmark.position.model import Because, Own, OwnLevel, OwnPlan, OwnScore, Quarter
from assessment.benchmark.position.peers import peers_of
from assessment.benchmark.position.release import Released
from assessment.benchmark.position.whole import position_of
from assessment.errors import Invalid
from tests.unit.benchmark.handmade import ALL, content, hidden, points, shares

TOWN = {"size_class": "30", "state": "NW", "kind": "Stadt", "district": "05758"}
SIZE, STATE = {"size_class": "30"}, {"state": "NW"}


def released(tables, **options):
    return Released(content(tables, **options))


def own(score, low=None, high=None, coverage=1.0, **more):
    low, high = (score if low is None else low), (score if high is None else high)
    return Own({"governance": OwnScore(score, low, high, coverage)}, {}, **more)


def position(tables, mine, attributes=TOWN, earlier=(), **options):
    return position_of(mine, peers_of(released(tables, **options), attributes, earlier))


GOVERNANCE = ("dimension", "governance")


@pytest.mark.parametrize(
    ("points_of_mine", "quarter"),
    [
        (29.94, Quarter.LOWER),
        (29.95, Quarter.BELOW_MEDIAN),  # shown as 30.0, which is the lower quartile
        (39.9, Quarter.BELOW_MEDIAN),
        (40, Quarter.ABOVE_MEDIAN),
        (60, Quarter.ABOVE_MEDIAN),
        (60.1, Quarter.UPPER),
    ],
)
def test_points_lie_in_a_quarter_of_the_peers(points_of_mine, quarter):
    (place,) = position({GOVERNANCE: [points()]}, own(points_of_mine)).dimensions
    assert (place.quarter, place.firm) == (quarter, True)


def test_a_range_across_a_border_is_not_firm():
    (place,) = position({GOVERNANCE: [points()]}, own(45, low=25, high=65)).dimensions
    assert (place.quarter, place.firm) == (Quarter.ABOVE_MEDIAN, False)
    assert (place.lowest, place.highest) == (Quarter.LOWER, Quarter.UPPER)


@pytest.mark.parametrize(
    ("mine", "because"),
    [
        (own(None, coverage=0), Because.NO_VALUE),
        (own(45, low=5, high=85, coverage=0.49), Because.MOSTLY_OPEN),
    ],
)
def test_who_does_not_know_itself_has_no_position(mine, because):
    (place,) = position({GOVERNANCE: [points()]}, mine).dimensions
    assert (place.quarter, place.because) == (None, because)


def test_the_closest_group_that_shows_every_dimension_is_the_peer_group():
    groups = ({"size_class": "30", "state": "NW"}, SIZE, STATE, ALL)
    tables = {
        GOVERNANCE: [
            hidden(groups[0]),
            {**points(SIZE, n=7), "quartiles": {"suppressed": "too_few"}},
            points(STATE, median=50.0),
            points(),
        ],
        ("dimension", "expertise"): [points(SIZE), points(STATE), points()],
    }
    found = position(tables, own(45), groups=groups, closed=[groups[0]])
    assert found.group.key == STATE
    assert [(one.group.key, one.because) for one in found.passed] == [
        (groups[0], Because.HIDDEN),
        (SIZE, Because.NO_QUARTILES),
    ]
    assert [one.medians for one in found.passed] == [
        {},
        {"governance": (40.0, None), "expertise": (40.0, None)},
    ]
    (place,) = found.dimensions
    assert (place.quarter, place.median, place.group is found.group) == ("below_median", 50.0, True)


def test_a_topic_that_the_group_hides_is_compared_with_a_wider_one():
    tables = {
        GOVERNANCE: [points(SIZE), points()],
        ("topic", "roles"): [hidden(SIZE), points(quartiles=(10.0, 20.0), median=15.0)],
    }
    mine = Own(own(45).dimensions, {"roles": OwnScore(18, 18, 18, 1.0)})
    found = position(tables, mine, groups=(SIZE, ALL))
    (place,) = found.topics
    assert (found.group.key, place.group.key, place.quarter) == (SIZE, ALL, "above_median")


def test_without_any_released_group_there_is_no_position():
    found = position({GOVERNANCE: [hidden(ALL)]}, own(45), closed=[ALL])
    (place,) = found.dimensions
    assert (found.group, place.quarter, place.because) == (None, None, Because.HIDDEN)
    assert [one.because for one in found.passed] == [Because.HIDDEN]


def test_a_county_is_compared_with_counties_before_all():
    county = {"size_class": "", "state": "NW", "kind": "Kreis", "district": "05758"}
    kind = {"kind": "Kreis"}
    tables = {GOVERNANCE: [points(kind), points()]}
    assert position(tables, own(45), county, groups=(kind, ALL)).group.key == kind
    # A town is not compared with all towns because they are called so.
    town = {"kind": "Stadt"}
    tables = {GOVERNANCE: [points(town), points()]}
    assert position(tables, own(45), TOWN, groups=(town, ALL)).group.key == ALL


def test_a_quarter_of_the_peers_is_ahead_by_the_lower_of_two_levels():
    # Five levels: 25 points each. 62.5 lies between level 2 and 3, so a quarter has reached 2.
    tables = {
        GOVERNANCE: [points()],
        ("question", "near"): [points(quartiles=(25.0, 62.5))],
        ("question", "far"): [points(quartiles=(25.0, 100.0))],
        ("question", "level"): [points(quartiles=(25.0, 74.9))],
    }
    questions = {"near": OwnLevel(1, 4), "far": OwnLevel(1, 4), "level": OwnLevel(2, 4)}
    found = position(tables, own(45, questions=questions)).ahead
    assert [(one.question, one.own, one.reached) for one in found] == [
        ("far", 1, 4),
        ("near", 1, 2),
    ]


def test_routes_of_peers_stand_beside_the_own_one_with_the_commonest_first():
    tables = {
        GOVERNANCE: [points()],
        ("route", "chatbot"): [
            shares(turnkey=0.3, shared_service=0.5, co_development__in_house=0.2)
        ],
        ("route", "potholes"): [hidden(ALL)],
    }
    plans = (
        OwnPlan("a", "chatbot", "turnkey"),
        OwnPlan("b", "potholes", None),
        OwnPlan("c", None, None),
    )
    chatbot, potholes = position(tables, own(45, plans=plans)).routes
    assert (chatbot.own, chatbot.shares[0]) == ("turnkey", (("shared_service",), 0.5))
    assert (potholes.application, potholes.own, potholes.shares) == ("b", None, None)


def test_what_peers_want_and_a_body_does_not_plan_is_a_hint_from_a_fifth_on():
    tables = {
        GOVERNANCE: [points()],
        ("application", "chatbot"): [shares(planned=0.9, not_planned=0.1)],
        ("application", "minutes"): [shares(planned=0.3, not_planned=0.7)],
        ("application", "search"): [shares(planned=0.6, not_planned=0.4)],
        ("application", "rare"): [shares(planned=0.19, not_planned=0.81)],
        ("application", "merged"): [shares(planned__not_planned=1.0)],
    }
    kinds = ("chatbot", "minutes", "search", "rare", "merged")
    mine = own(45, plans=(OwnPlan("a", "chatbot", None),), archetypes=kinds)
    found = position(tables, mine).wanted
    assert [(one.archetype, one.share) for one in found] == [("search", 0.6), ("minutes", 0.3)]


def test_the_course_has_a_gap_where_a_release_hides_the_group():
    first = released({GOVERNANCE: [points(median=35.0)]}, day="2024-06-30", number=1)
    second = released({GOVERNANCE: [hidden(ALL)]}, day="2025-06-30", number=2)
    found = position({GOVERNANCE: [points()]}, own(45), earlier=[first, second], number=3)
    course = [(one.date.year, one.median) for one in found.course["governance"]]
    assert course == [(2024, 35.0), (2025, None), (2026, 40.0)]


def test_own_points_are_the_same_whoever_joins():
    mine = own(45.678)
    few = position({GOVERNANCE: [points()]}, mine)
    many = position({GOVERNANCE: [points(n=400, median=80.0, quartiles=(70.0, 90.0))]}, mine)
    assert few.dimensions[0].own is many.dimensions[0].own is mine.dimensions["governance"]
    assert (few.dimensions[0].quarter, many.dimensions[0].quarter) == ("above_median", "lower")


def test_peers_travel_to_another_process_and_tell_releases_apart():
    peers = peers_of(released({GOVERNANCE: [points()]}), TOWN)
    assert repr(pickle.loads(pickle.dumps(peers))) == repr(peers)
    assert repr(peers_of(released({GOVERNANCE: [points()]}, number=2), TOWN)) != repr(peers)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"tables": "none"},
        {"date": "yesterday"},
        {"participation": [{"cells": [{"key": {}, "members": -1, "registered": 1}]}]},
        {"tables": [{"kind": "topic", "subject": "x", "cells": [points(median=101.0)]}]},
        {"tables": [{"kind": "topic", "subject": "x", "cells": [points(median=float("nan"))]}]},
        {"tables": [{"kind": "topic", "subject": "x", "cells": [{"key": {"state": 5}}]}]},
        {"round": "x" * 100_000},
    ],
)
def test_a_file_that_is_no_release_is_refused_with_its_place(spoilt):
    whole = content({GOVERNANCE: [points()]})
    Released(json.loads(json.dumps(whole)))
    with pytest.raises(Invalid) as refused:
        Released({**whole, **spoilt})
    (problem,) = refused.value.problems
    assert problem.code == "no_release"
    assert problem.place.startswith(next(iter(spoilt)))
