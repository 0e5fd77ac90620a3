"""The European list: typed, mapped by stated rules, looked up, and always with its attribution."""

import csv

import pytest

from assessment.cases.european import ATTRIBUTION, EuropeanStatus, european_cases
from assessment.cases.european.mapping import Conditions, mapping
from assessment.wording.names import codes
from tests.conftest import ROOT

FILE = ROOT / "assessment" / "data" / "pstw_local_government_ai.csv"


def rows():
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def a_row(**said):
    return rows()[0] | said


def one(id_):
    return next(case for case in european_cases() if case.id == id_)


def test_all_575_cases_are_there_once_each_those_begun_last_first():
    cases = european_cases()
    assert len({case.id for case in cases}) == len(cases) == 575
    years = [case.start_year for case in cases]
    assert years == sorted(years, reverse=True)


def test_a_case_tells_the_facts_of_its_row():
    case = one("PSTW-10")
    assert (case.country, case.status, case.start_year, case.end_year) == (
        "Belgium",
        EuropeanStatus.PILOT,
        2019,
        2021,
    )
    assert (case.field, case.technologies) == ("public_safety", ("computer_vision",))
    assert (case.company, case.ai_keywords) == (None, ())
    assert case.updated.isoformat() == "2025-08-27"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"cofog_1": "Economic affairs", "cofog_2": "Transport"}, "mobility"),
        ({"cofog_1": "Health", "cofog_2": "Hospital services."}, "social_health"),
        (
            {"cofog_1": "Environmental protection", "cofog_2": "Waste management."},
            "utilities_waste",
        ),
        (
            {
                "cofog_1": "Economic affairs",
                "cofog_2": "Agriculture, forestry, fishing and hunting",
            },
            None,
        ),
    ],
)
def test_a_field_follows_from_the_function_of_government(said, field):
    assert mapping().field_of(a_row(**said)) == field


@pytest.mark.parametrize(
    ("year", "technologies"),
    [
        ("2022", ("chatbot_rule_or_nlp",)),
        ("2023", ("chatbot_rule_or_nlp", "llm_assistant")),
    ],
)
def test_a_newer_chatbot_may_be_of_either_kind(year, technologies):
    row = a_row(ai_keywords="chatbot", start_year=year)
    assert mapping().technologies_of(row) == technologies


def test_nothing_is_guessed_where_no_rule_holds():
    row = a_row(name="Robot", ai_subdomain="Robotics and Automation", ai_keywords="")
    assert mapping().technologies_of(row) == ()


def test_every_value_of_a_rule_occurs_in_the_data():
    def meets_one(conditions):
        return any(conditions.hold_for(row) for row in rows())

    for rule in (*mapping().fields, *mapping().technologies):
        for column, values in rule.if_.model_dump(exclude={"started_before"}).items():
            for value in values:
                assert meets_one(Conditions.model_validate({column: (value,)})), value


def test_look_ups_narrow_each_other_down():
    chatbots = european_cases(technology="chatbot_rule_or_nlp", country="Spain")
    assert {case.country for case in chatbots} == {"Spain"}
    running = european_cases(
        technology="chatbot_rule_or_nlp", country="Spain", status=EuropeanStatus.IMPLEMENTED
    )
    assert set(running) < set(chatbots)
    assert european_cases(field="mobility", technology="llm_assistant", country="Iceland") == ()


def test_text_is_searched_word_by_word_without_regard_to_case():
    found = european_cases(text="CHATBOT amsterdam")
    assert found
    assert all("amsterdam" in f"{case.name} {case.organisation}".casefold() for case in found)


def test_the_attribution_names_source_doi_licence_and_changes():
    for words in ("Joint Research Centre", "10.2905/JRC.J1MWC9R", "CC BY 4.0", "Excerpt"):
        assert words in ATTRIBUTION
    assert "10.2905/JRC.J1MWC9R" in (FILE.parent / "README.md").read_text(encoding="utf-8")


def test_no_description_of_the_collector_is_carried():
    assert not {"description", "abstract"} & set(rows()[0])


def test_every_status_has_a_name():
    assert set(EuropeanStatus) == set(codes("european_status"))
