"""Amounts are shown as their sources state them, by the route of their case."""

from assessment.cases.costs import stated_costs
from assessment.model import load_model
from assessment.recommendation.model import Archetype, CostHint
from tests.unit.cases.building import a_case

TEXT = {"de": "rund 40.000 Euro im Jahr", "en": "about EUR 40,000 a year"}


def a_hint(case, **said):
    content = {
        "case": case,
        "kind": "running",
        "text": TEXT,
        "source": "https://example.org/a",
        "case_status": "pilot",
    }
    return CostHint.model_validate(content | said)


def costs(cases, *hints):
    archetype = Archetype.model_construct(id="x", cost_hints=hints)
    return stated_costs(archetype, {case.id: case for case in cases})


def test_amounts_stand_by_route_in_the_order_given():
    cases = [a_case("a"), a_case("b", approach="unknown"), a_case("c")]
    found = costs(cases, a_hint("c"), a_hint("b", kind="grant"), a_hint("a", kind="offer"))
    assert {route: [one.case.id for one in its] for route, its in found.items()} == {
        "turnkey": ["c", "a"],
        "unknown": ["b"],
    }


def test_an_amount_without_a_date_takes_that_of_its_source_only_if_it_is_the_same():
    case = a_case("a", source_date="2021-04")
    own, elsewhere = a_hint("a", as_of="2025"), a_hint("a", source="https://example.org/b")
    found = costs([case], own, a_hint("a"), elsewhere)["turnkey"]
    assert [one.as_of for one in found] == ["2025", "2021-04", None]


def test_every_real_amount_is_shown_and_agrees_with_its_case():
    model = load_model()
    for archetype in model.recommendation.archetypes:
        found = stated_costs(archetype, model.case_by_id)
        shown = [one for its in found.values() for one in its]
        assert sorted(one.hint.case for one in shown) == sorted(
            hint.case for hint in archetype.cost_hints
        )
        for one in shown:
            assert (one.hint.case, one.hint.case_status) == (one.case.id, one.case.status)
