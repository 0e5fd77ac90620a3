"""Which cases come first, which traits they share, and how a list is kept diverse."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.cases.matching import Asker, closest_cases
from assessment.cases.model import FIELDS, TECHNOLOGIES
from assessment.cases.weights import load_matching
from assessment.municipality import Body, by_ags
from assessment.recommendation.model import Route
from tests.bench.neighbours import leave_one_out
from tests.unit.cases.building import KI_READINESS, a_case, some_matching, the_catalogue

ROADS = Asker(10_000, Body.MUNICIPALITY, "NW", "mobility", "computer_vision")


real = cache(the_catalogue)


@cache
def the_matching():
    return load_matching(KI_READINESS)


def ids(cases, asker=ROADS, *, limit=10, diverse=False, matching=None):
    matches = closest_cases(
        cases, asker, limit=limit, diverse=diverse, matching=matching or some_matching()
    )
    return [match.case.id for match in matches]


def only_match(case, asker=ROADS):
    return closest_cases([case], asker, limit=1, diverse=False, matching=some_matching())[0]


def test_the_closest_comes_first():
    cases = [
        a_case("far", field="other", technology="speech", state="BY"),
        a_case("near"),
        a_case("middle", state="BY"),
    ]
    assert ids(cases) == ["near", "middle", "far"]


def test_equally_close_cases_come_in_order_of_their_ids():
    assert ids([a_case("c"), a_case("a"), a_case("b")]) == ["a", "b", "c"]


def test_cases_without_similarity_come_last():
    asker = Asker(population=5_000)
    cases = [a_case("a", register_population=None), a_case("b", register_population=900_000)]
    assert ids(cases, asker) == ["b", "a"]


def test_a_match_names_what_is_shared_and_what_differs():
    match = only_match(a_case(state="BY", register_population=90_000))
    assert match.shared == ("body", "field", "technology")
    assert match.differing == ("population", "state")


def test_what_the_case_leaves_open_is_neither_shared_nor_different():
    asker = Asker(10_000, routes=frozenset({Route.TURNKEY}))
    match = only_match(a_case(approach="unknown", register_population=None, population=None), asker)
    assert match.shared == match.differing == ()
    assert match.similarity is None


@pytest.mark.parametrize(
    ("population", "shared"), [(5_000, True), (20_000, True), (4_999, False), (20_001, False)]
)
def test_up_to_twice_or_half_as_large_is_of_similar_size(population, shared):
    match = only_match(a_case(register_population=population))
    assert ("population" in match.shared) is shared


def test_a_plain_list_may_show_one_vendor_over_and_over():
    cases = [a_case(id_, partners=("vialytics",)) for id_ in "abcd"]
    assert ids(cases) == ["a", "b", "c", "d"]


def test_a_diverse_list_holds_no_more_customers_of_a_vendor_than_stated():
    cases = [a_case(id_, partners=("Vialytics",)) for id_ in "abcd"]
    cases += [a_case(id_, partners=("vialytics", "other")) for id_ in "ef"]
    cases += [a_case("z", field="other", technology="speech", partners=("assono",))]
    assert ids(cases, diverse=True) == ["a", "b", "z"]


def test_a_diverse_list_prefers_another_field_and_place_to_a_little_more_similarity():
    asker = Asker(10_000, Body.MUNICIPALITY, "NW")
    cases = [
        a_case("a"),
        a_case("b"),
        a_case("c", field="public_safety", municipality="Anderswo", register_population=12_000),
    ]
    assert ids(cases, asker, limit=2) == ["a", "b"]
    assert ids(cases, asker, limit=2, diverse=True) == ["a", "c"]


def test_a_diverse_list_is_shown_closest_first():
    matches = closest_cases(real(), ROADS, limit=10, diverse=True, matching=the_matching())
    values = [match.similarity for match in matches]
    assert values == sorted(values, reverse=True)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans(), st.sampled_from(["05774040", "09162000"]))
def test_the_order_of_the_catalogue_does_not_matter(random, diverse, ags):
    asker = Asker.of(by_ags(ags), field="citizen_services", routes=frozenset({Route.TURNKEY}))
    shuffled = random.sample(real(), len(real()))
    matching = the_matching()
    assert ids(shuffled, asker, diverse=diverse, matching=matching) == ids(
        real(), asker, diverse=diverse, matching=matching
    )


@pytest.mark.parametrize("field", [None, "mobility", "utilities_waste", "citizen_services"])
def test_ten_diverse_real_cases_show_many_vendors_and_places(field):
    asker = Asker.of(by_ags("05774040"), field=field)
    matching = the_matching()
    matches = closest_cases(real(), asker, limit=10, diverse=True, matching=matching)
    vendors = Counter(partner for match in matches for partner in match.case.partners)
    places = Counter(match.case.municipality for match in matches)
    assert len(matches) == 10
    assert max(vendors.values()) <= matching.diversity.at_most_per_vendor
    assert max(places.values()) <= 2


def test_the_ten_cases_of_a_body_without_an_application_come_from_several_fields():
    asker = Asker.of(by_ags("05774040"))
    matching = the_matching()
    matches = closest_cases(real(), asker, limit=10, diverse=True, matching=matching)
    assert len({match.case.field for match in matches}) >= 4


def test_a_project_recorded_twice_is_shown_once_by_its_closest_record():
    cases = [a_case("far", same_as="near", state="BY"), a_case("near"), a_case("other")]
    assert ids(cases) == ["near", "other"]
    assert ids(cases, replace(ROADS, state="BY")) == ["far", "other"]


def test_a_body_is_not_compared_with_itself():
    cases = [a_case("own", ags="05774040"), a_case("other", ags="05774032"), a_case("third")]
    assert ids(cases, replace(ROADS, ags="05774040")) == ["other", "third"]
    assert ids(cases) == ["other", "own", "third"]
    assert Asker.of(by_ags("05774040")).ags == "05774040"


def test_the_last_place_of_a_diverse_list_is_kept_for_an_ended_case():
    cases = [a_case(id_) for id_ in "abc"] + [a_case("z", state="BY", status="ended")]
    assert ids(cases, limit=3, diverse=True) == ["a", "b", "z"]
    assert ids(cases, limit=3) == ["a", "b", "c"]


def test_a_failed_case_that_is_in_the_list_anyway_takes_no_other_place():
    setback = {"de": "Verworfen.", "en": "Dropped."}
    cases = [a_case("a", setback=setback), a_case("b"), a_case("c")]
    cases += [a_case("z", state="BY", status="ended")]
    assert ids(cases, limit=3, diverse=True) == ["a", "b", "c"]


def test_an_ended_case_that_is_not_comparable_gets_no_place():
    cases = [a_case(id_) for id_ in "abc"]
    cases += [a_case("z", field="other", technology="speech", state="BY", status="ended")]
    assert ids(cases, limit=3, diverse=True) == ["a", "b", "c"]


def test_short_lists_keep_no_place_for_an_ended_case():
    cases = [a_case("a"), a_case("b"), a_case("z", state="BY", status="ended")]
    assert ids(cases, limit=2, diverse=True) == ["a", "b"]


@pytest.mark.parametrize("field", [None, *FIELDS])
@pytest.mark.parametrize("technology", [None, *TECHNOLOGIES])
def test_ten_real_cases_show_an_ended_or_failed_one_wherever_one_is_comparable(field, technology):
    asker = Asker.of(by_ags("05774040"), field=field, technology=technology)
    matching = the_matching()
    every = closest_cases(real(), asker, limit=1000, diverse=False, matching=matching)
    setbacks = [
        match
        for match in every
        if match.case.ended_or_failed and (match.similarity or 0) >= matching.comparable.at_least
    ]
    shown = closest_cases(real(), asker, limit=10, diverse=True, matching=matching)
    assert not setbacks or any(match.case.ended_or_failed for match in shown)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([case for case in the_catalogue() if case.field != "mobility"]),
    st.sampled_from(["05774040", "11000000", "05774"]),
)
def test_without_a_common_field_or_technology_no_case_is_comparable(case, ags):
    """What the reason of the threshold says; the asker states both and reaches every route."""
    asker = Asker.of(by_ags(ags), field="mobility", technology="magic", routes=frozenset(Route))
    matching = the_matching()
    found = closest_cases([case], asker, limit=1, diverse=False, matching=matching)
    assert all(match.similarity < matching.comparable.at_least for match in found)


def test_the_closest_cases_tell_the_route_of_a_case_better_than_its_frequency():
    """Leave one project out, and all else from its place: the study of the bench."""
    study = leave_one_out(15)
    assert len(study.pairs) == 261
    assert study.accuracy >= 0.60
    assert study.naive < 0.50
