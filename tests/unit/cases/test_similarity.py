"""Similarity: a weighted Gower mean over known traits, lowered for unknown ones."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.cases.model import FIELDS, TECHNOLOGIES
from assessment.cases.similarity import Asker, likeness, population_likeness, similarity
from assessment.municipality import Body, Municipality
from assessment.recommendation.model import Route
from tests.unit.cases.building import a_case, some_matching

MATCHING = some_matching()
SCALE = MATCHING.population

ASKER = Asker(
    population=10_000,
    body=Body.MUNICIPALITY,
    state="NW",
    field="mobility",
    technology="computer_vision",
    routes=frozenset({Route.TURNKEY}),
)


def closeness(asker, case):
    return similarity(likeness(asker, case, SCALE), MATCHING)


def test_a_case_like_the_asker_in_everything_is_at_1():
    assert closeness(ASKER, a_case()) == 1


def test_a_case_that_shares_nothing_is_at_0():
    other = a_case(
        register_population=10_000_000,
        body="county",
        state="BY",
        field="other",
        technology="speech",
        approach="in_house",
    )
    asker = Asker(1_000, Body.MUNICIPALITY, "NW", "mobility", "forecasting", ASKER.routes)
    assert closeness(asker, other) == 0


def test_worked_example_with_all_traits_known():
    # population 100,000 to 10,000 over three powers of ten: 1 - 1/3 = 2/3, weight 2
    # body, field, technology alike: 1 + 2 + 2; state and route not: 0; weights sum to 10
    case = a_case(register_population=100_000, state="BY", approach="in_house")
    assert closeness(ASKER, case) == pytest.approx((2 * 2 / 3 + 1 + 2 + 2) / 10)


def test_worked_example_with_an_unknown_route():
    # known weight 8 of 10, all alike: mean 1, lowered by 0.5 * 2 / 10
    assert closeness(ASKER, a_case(approach="unknown")) == pytest.approx(0.9)


def test_worked_example_with_route_and_population_unknown():
    # known weight 6, of which 4 alike (state, body, technology): 4/6, lowered by 0.5 * 4 / 10
    case = a_case(approach="unknown", register_population=None, field="other")
    assert closeness(ASKER, case) == pytest.approx(4 / 6 * 0.8)


def test_what_the_asker_does_not_state_costs_a_case_nothing():
    asker = Asker(state="NW", field="mobility")
    assert closeness(asker, a_case(approach="unknown", register_population=None)) == 1


def test_without_a_common_trait_there_is_no_similarity():
    assert closeness(Asker(), a_case()) is None
    assert closeness(Asker(population=5_000), a_case(register_population=None)) is None


def test_the_population_of_the_source_counts_where_the_register_has_none():
    assert a_case(register_population=None, population=9_000).inhabitants == 9_000
    assert a_case(register_population=8_000, population=9_000).inhabitants == 8_000


def test_a_body_of_several_places_has_no_single_population():
    assert a_case(body="inter_municipal", population=30_000).inhabitants is None


@pytest.mark.parametrize("body", ["city", "town_or_municipality"])
def test_cities_and_towns_are_municipalities(body):
    assert likeness(ASKER, a_case(body=body), SCALE)["body"] == 1


def test_a_municipal_utility_is_a_utility():
    asker = Asker(body=Body.UTILITY)
    assert closeness(asker, a_case(body="municipal_utility")) == 1


def test_a_route_counts_as_alike_when_it_is_within_reach():
    asker = Asker(routes=frozenset({Route.TURNKEY, Route.SHARED_SERVICE}))
    assert closeness(asker, a_case(approach="shared_service")) == 1
    assert closeness(asker, a_case(approach="in_house")) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (10_000, 10_000, 1.0),
        (1_000, 1_000_000, 0.0),
        (10_000, 100_000, 2 / 3),
        (10_000, 20_000, 1 - log(2) / log(1_000)),
        (7, 1_000, 1.0),  # below the range is at its edge
        (3_000_000, 1_000, 0.0),
    ],
)
def test_population_is_compared_by_its_logarithm(one, other, expected):
    assert population_likeness(one, other, SCALE) == pytest.approx(expected)


def test_the_asker_of_a_municipality_takes_over_what_is_known_of_it():
    velen = Municipality("Velen", Body.MUNICIPALITY, state="NW", population=12_678)
    asker = Asker.of(velen, field="mobility", routes=frozenset({Route.TURNKEY}))
    assert (asker.population, asker.body, asker.state) == (12_678, "municipality", "NW")
    assert (asker.field, asker.technology) == ("mobility", None)


populations = st.none() | st.integers(1, 5_000_000)
askers = st.builds(
    Asker,
    population=populations,
    body=st.none() | st.sampled_from(Body),
    state=st.sampled_from([None, "NW", "BY", "AT"]),
    field=st.none() | st.sampled_from(FIELDS),
    technology=st.none() | st.sampled_from(TECHNOLOGIES),
    routes=st.frozensets(st.sampled_from(Route)),
)
cases = st.builds(
    a_case,
    register_population=populations,
    body=st.sampled_from(["city", "county", "municipal_utility", "inter_municipal"]),
    state=st.sampled_from(["NW", "BY", "AT"]),
    field=st.sampled_from(FIELDS),
    technology=st.sampled_from(TECHNOLOGIES),
    approach=st.sampled_from([*Route, "unknown"]),
)


@given(askers, cases)
def test_similarity_lies_between_0_and_1(asker, case):
    value = closeness(asker, case)
    assert value is None or 0 <= value <= 1


@given(askers, cases)
def test_knowing_less_of_an_alike_case_never_helps_it(asker, case):
    alike = case.model_copy(
        update={"approach": next(iter(asker.routes), "unknown"), "register_population": None}
    )
    unknown = alike.model_copy(update={"approach": "unknown"})
    known_value, unknown_value = closeness(asker, alike), closeness(asker, unknown)
    if known_value is not None and unknown_value is not None:
        assert unknown_value <= known_value + 1e-12


@given(st.integers(1, 5_000_000), st.integers(1, 5_000_000))
def test_population_likeness_is_the_same_from_both_sides(one, other):
    assert population_likeness(one, other, SCALE) == population_likeness(other, one, SCALE)
