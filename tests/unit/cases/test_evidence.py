"""How comparable cases were done: counted beside the model, each project once, Germany apart."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.cases.evidence import evidence_for, most_frequent_partner
from assessment.cases.matching import Asker
from assessment.cases.model import FIELDS, TECHNOLOGIES
from assessment.cases.weights import load_matching
from assessment.municipality import Body, by_ags
from assessment.recommendation.model import Route
from tests.unit.cases.building import KI_READINESS, a_case, some_matching, the_catalogue

ROADS = Asker(10_000, Body.MUNICIPALITY, "NW", "mobility", "computer_vision")
real = cache(the_catalogue)


@cache
def the_matching():
    return load_matching(KI_READINESS)


def evidence(cases, asker=ROADS, *, among=4):
    return evidence_for(cases, asker, some_matching(evidence={"cases": among}))


def told(found):
    return {
        one.route.value: (one.cases, one.in_operation, one.ended_or_failed) for one in found.routes
    }


def test_a_worked_example():
    """Five close cases: two bought and running, one bought and ended, one shared, one own."""
    cases = [
        a_case("a", status="regular_operation"),
        a_case("b", status="regular_operation"),
        a_case("c", status="ended"),
        a_case("d", approach="shared_service", status="pilot"),
        a_case("e", approach="in_house", status="rollout"),
    ]
    found = evidence(cases, among=5)
    assert told(found) == {
        "turnkey": (3, 2, 1),
        "shared_service": (1, 0, 0),
        "co_development": (0, 0, 0),
        "in_house": (1, 0, 0),
    }
    assert [one.share for one in found.routes] == [0.6, 0.2, 0.0, 0.2]
    assert (found.in_operation, found.ended_or_failed) == (2, 1)


def test_only_the_closest_are_counted():
    cases = [a_case(id_) for id_ in "abc"] + [a_case("z", approach="in_house", state="BY")]
    assert [match.case.id for match in evidence(cases, among=3).counted] == ["a", "b", "c"]


def test_what_is_not_comparable_is_not_counted():
    """Neither field nor technology in common: 2 + 1 + 1 of 8, which is below 0.5 with size."""
    far = a_case("far", field="other", technology="speech", register_population=20_000)
    found = evidence([far])
    assert found.counted == ()
    assert {(one.cases, one.share) for one in found.routes} == {(0, None)}


def test_few_cases_give_counts_but_no_shares():
    assert {one.share for one in evidence([a_case("a"), a_case("b")]).routes} == {None}


def test_a_case_without_a_known_route_is_passed_over_and_told():
    cases = [a_case("a", approach="unknown"), a_case("b"), a_case("y", approach="unknown")]
    found = evidence(cases, among=1)
    assert [match.case.id for match in found.counted] == ["b"]
    assert found.silent == 1
    assert evidence(cases).silent == 2


def test_austrian_and_swiss_cases_stand_apart():
    asker = replace(ROADS, state=None)
    cases = [a_case("a", state="AT"), a_case("b"), a_case("z", state="CH")]
    found = evidence(cases, asker)
    assert [match.case.id for match in found.counted] == ["b"]
    assert [match.case.id for match in found.abroad] == ["a", "z"]
    assert told(found)["turnkey"] == (1, 0, 0)


def test_foreign_cases_further_away_than_the_counted_are_not_told():
    cases = [a_case("a"), a_case("b", state="AT")]
    assert evidence(cases, among=1).abroad == ()


def test_a_project_recorded_twice_counts_once():
    cases = [a_case("a", same_as="b", status="regular_operation"), a_case("b", state="BY")]
    found = evidence(cases)
    assert told(found)["turnkey"] == (1, 1, 0)


def test_the_askers_own_cases_are_left_out():
    asker = replace(ROADS, ags="05774040")
    cases = [a_case("a", ags="05774040"), a_case("b", ags="05774032"), a_case("c")]
    assert [match.case.id for match in evidence(cases, asker).counted] == ["b", "c"]


def test_a_stated_setback_counts_as_ended_or_failed():
    setback = {"de": "Nach dem Test verworfen.", "en": "Dropped after the test."}
    assert told(evidence([a_case("a", setback=setback)]))["turnkey"] == (1, 0, 1)


def test_the_most_frequent_partner_is_told_as_it_is_spelt():
    cases = [
        a_case("a", partners=("Vialytics",)),
        a_case("b", partners=("vialytics", "assono")),
        a_case("c", partners=("assono",)),
        a_case("d", partners=("vialytics",), same_as="b"),
        a_case("e"),
    ]
    assert most_frequent_partner(cases).name == "assono"  # each has two; the first by name
    found = evidence([cases[0], cases[1], cases[4]])
    assert (found.partner.name, found.partner.cases, found.partner.of) == ("Vialytics", 2, 3)
    assert found.partner.share == pytest.approx(2 / 3)


def test_partners_named_once_each_are_no_frequent_partner():
    cases = [a_case("a", partners=("x",)), a_case("b", partners=("y",))]
    assert most_frequent_partner(cases) is None
    assert most_frequent_partner([]) is None


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from([None, *FIELDS]),
    st.sampled_from([None, *TECHNOLOGIES]),
    st.sampled_from(["05774040", "11000000", "09162000", "05774"]),
    st.frozensets(st.sampled_from(list(Route))),
)
def test_real_evidence_adds_up_and_does_not_depend_on_the_routes_within_reach(
    field, technology, ags, routes
):
    asker = Asker.of(by_ags(ags), field=field, technology=technology, routes=routes)
    found = evidence_for(real(), asker, the_matching())
    assert sum(one.cases for one in found.routes) == len(found.counted) <= 15
    projects = [match.case.project for match in found.counted]
    assert len(set(projects)) == len(projects)
    assert all(match.case.in_germany and match.case.ags != ags for match in found.counted)
    assert all(match.similarity >= 0.5 for match in found.counted)
    assert not any(match.case.in_germany for match in found.abroad)
    assert found == evidence_for(real(), replace(asker, routes=frozenset()), the_matching())
    for one in found.routes:
        assert one.in_operation + one.ended_or_failed <= one.cases


def test_the_real_note_says_what_the_count_is_not():
    note = the_matching().evidence.note
    assert "Eignung" in note.de
    assert "suitability" in note.en
    assert most_frequent_partner(c for c in real() if c.approach == "turnkey").name == "vialytics"
