"""The real catalogue: complete, consistent with the register, and careful about what it claims."""

from collections import Counter
from functools import cache

import pytest

from assessment.cases.model import BODIES, BODY_OF, FIELDS, TECHNOLOGIES
from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.wording.names import codes
from tests.unit.cases.building import the_catalogue

real = cache(the_catalogue)


def test_all_389_cases_are_there():
    assert len(real()) == 389
    assert {case.field for case in real()} == set(FIELDS)
    assert {case.technology for case in real()} == set(TECHNOLOGIES)
    assert {case.body for case in real()} == set(BODIES)


def test_seven_projects_are_recorded_twice():
    twice = [case for case in real() if case.same_as]
    assert len(twice) == 7
    assert len({case.project for case in real()}) == 382


def test_records_of_one_source_place_and_technology_are_one_project():
    """A new record of a project that is there already has to name it."""
    first = {}
    unmarked = []
    for case in real():
        key = (case.source_url, case.ags, case.technology)
        if first.setdefault(key, case.project) != case.project and case.ags:
            unmarked.append(case.id)
    assert unmarked == []


def test_archetypes_name_first_records_only():
    model = load_model()
    for archetype in model.recommendation.archetypes:
        named = [*archetype.cases, *(hint.case for hint in archetype.cost_hints)]
        assert [id_ for id_ in named if model.case_by_id[id_].same_as] == []


def test_every_shared_service_says_whom_it_serves_or_is_of_no_kind_of_ours():
    of_no_kind = [
        case.id for case in real() if case.approach == "shared_service" and not case.archetypes
    ]
    assert of_no_kind == [
        "detmold-cyberabwehr-owl-it",
        "egov6-hessen-ki",
        "landkreis-dachau-aufenthalt-digital-ki",
        "landkreis-dahme-spreewald-aufenthalt-digital-ki",
        "leipzig-aufenthalt-digital-ki",
        "smart-kikz-hessen",
    ]


@pytest.mark.parametrize(
    ("kind", "known"), [("field", FIELDS), ("technology", TECHNOLOGIES), ("body", BODIES)]
)
def test_every_code_of_a_case_has_a_name(kind, known):
    assert set(known) <= set(codes(kind))


def test_every_kind_of_body_is_one_of_the_tools_kinds():
    assert set(BODY_OF) == set(BODIES)


def test_26_cases_from_austria_and_switzerland_stay_out_of_german_totals():
    assert Counter(case.in_germany for case in real()) == {True: 363, False: 26}


def test_keys_and_populations_are_those_of_the_register():
    joined = [case for case in real() if case.ags]
    assert len(joined) > 300
    for case in joined:
        registered = by_ags(case.ags)
        assert (case.id, case.register_population) == (case.id, registered.population)
        assert (case.id, case.state) == (case.id, registered.state)


def test_a_case_tells_outcomes_exactly_if_it_says_their_kind():
    unclear = [c.id for c in real() if (c.outcomes is None) != (c.outcome_kind == "none")]
    assert unclear == []


def test_grants_and_costs_are_not_told_as_effects():
    words = ("Förderung", "Kosten rund", "Anschaffung")
    claimed = [
        case.id
        for case in real()
        if case.outcome_kind in {"measured", "reported", "expected"}
        and any(word in case.outcomes.de for word in words)
    ]
    assert claimed == []


def test_one_firm_has_one_name():
    spellings = {}
    for case in real():
        for partner in case.partners:
            spellings.setdefault(partner.casefold().removesuffix(" gmbh"), set()).add(partner)
    assert [names for names in spellings.values() if len(names) > 1] == []


def test_every_text_is_clean_in_both_languages():
    for case in real():
        texts = (case.title, case.summary, case.outcomes, case.challenges)
        for text in (*texts, case.setback, case.reusable):
            for language in ("de", "en") if text else ():
                assert text[language] == " ".join(text[language].split()), case.id
                assert "'" not in text[language], case.id


def test_every_archetype_names_cases_that_exist():
    model = load_model()
    named = {id_ for archetype in model.recommendation.archetypes for id_ in archetype.cases}
    assert named
    assert named <= set(model.case_by_id)
