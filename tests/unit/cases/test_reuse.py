"""Whose solution could be taken over: only what the source says others may share."""

from functools import cache

from assessment.cases.matching import Asker
from assessment.cases.reuse import reusable_cases
from assessment.model import load_model
from assessment.municipality import Body, by_ags
from tests.unit.cases.building import a_case, some_matching, the_catalogue

ROADS = Asker(10_000, Body.MUNICIPALITY, "NW", "mobility", "computer_vision")
TEXT = {"de": "Der Quellcode ist offen.", "en": "The source code is open."}
TITLES = [{"de": word, "en": word} for word in ("Rho", "Sigma", "Tau", "Phi")]
real = cache(the_catalogue)


def reusable(cases, asker=ROADS, archetype=None):
    matches = reusable_cases(cases, asker, archetype, limit=5, matching=some_matching())
    return [match.case.id for match in matches]


def road_condition():
    return load_model().recommendation.archetype_by_id["road_condition"]


def test_shared_services_and_stated_offers_count_and_nothing_else():
    cases = [
        a_case("far", reusable=TEXT, state="BY"),
        a_case("near", approach="shared_service"),
        a_case("bought"),
    ]
    assert reusable(cases) == ["near", "far"]


def test_an_own_application_finds_its_field_and_technology_only():
    cases = [
        a_case("a", reusable=TEXT, technology="speech"),
        a_case("b", reusable=TEXT, field="other"),
    ]
    assert reusable(cases) == []
    assert reusable([a_case("c", reusable=TEXT)], Asker(10_000)) == []


def test_an_archetype_finds_what_serves_it_whatever_the_field():
    counting = a_case("counting", reusable=TEXT)
    fitting = a_case("fitting", reusable=TEXT, field="other", archetypes=("road_condition",))
    named = a_case("zvo-ostholstein-strassenzustand-abfallfahrzeuge", approach="shared_service")
    archetype = road_condition().model_copy(update={"cases": (named.id,)})
    assert reusable([counting, fitting, named], archetype=archetype) == [named.id, "fitting"]


def test_one_customer_of_each_product_comes_first():
    cases = [
        a_case("a", approach="shared_service", partners=("Anbieter",), title=TITLES[0]),
        a_case("b", approach="shared_service", partners=("ANBIETER", "X"), title=TITLES[1]),
        a_case("c", approach="shared_service", partners=("X",), title=TITLES[2]),
        a_case("d", approach="shared_service", title=TITLES[3], state="BY"),
    ]
    assert reusable(cases) == ["a", "d", "b", "c"]


def test_what_failed_is_not_offered():
    setback = {"de": "Der Test misslang.", "en": "The test failed."}
    assert reusable([a_case("a", approach="shared_service", setback=setback)]) == []


def test_a_stated_offer_rests_on_the_text_of_its_case():
    """Whoever marks a case as reusable finds a word for it in what the source is said to tell."""
    words = ("source", "offen", "nutz", "angebo", "verfügung", "übertrag", "code", "kostenlos")
    for case in real():
        if case.reusable:
            told = [case.title, case.summary, case.approach_evidence, case.outcomes]
            text = " ".join(one.de for one in told if one).casefold()
            assert any(word in text for word in words), case.id


def test_the_real_catalogue_names_reusable_assistants_but_not_ones_own():
    archetype = load_model().recommendation.archetype_by_id["staff_assistant"]
    asker = Asker.of(by_ags("05166016"), field=archetype.field, technology=archetype.technology)
    found = reusable(real(), asker, archetype)  # Nettetal, which built a portal itself
    assert "nettetal-ki-portal" not in found
    assert "oberhausen-kommi-ki" in found
