"""Codes have names in both languages."""

import pytest

from assessment.benchmark.rounds.members import all_kinds
from assessment.cases.model import Case
from assessment.municipality import STATES, Body
from assessment.municipality.register import county_rows
from assessment.questionnaire.answer_file import FIELDS, TECHNOLOGIES
from assessment.questionnaire.answers import State
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import RouteState
from assessment.wording import LANGUAGES, codes, name


def allowed(field):
    return Case.model_fields[field].annotation.__args__


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("state", STATES),
        ("register_kind", {*all_kinds(), *(row["kind"] for row in county_rows().values())}),
        ("asker_body", Body),
        ("body", {*Body, *allowed("body")}),
        ("field", FIELDS),
        ("technology", TECHNOLOGIES),
        ("route", Route),
        ("approach", allowed("approach")),
        ("route_state", RouteState),
        ("answer_state", State),
        ("status", allowed("status")),
        ("funding", allowed("funding")),
        ("confidence", allowed("confidence")),
        ("outcome_kind", allowed("outcome_kind")),
        ("trait", ["population", "body", "state", "field", "technology", "route"]),
    ],
)
def test_every_code_of_the_domain_has_a_name(kind, expected):
    assert {str(code) for code in expected} == set(codes(kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_language(language):
    assert (
        name("state", "NW", language)
        == {
            "de": "Nordrhein-Westfalen",
            "en": "North Rhine-Westphalia",
        }[language]
    )
    assert (
        name("route_state", RouteState.CONDITIONAL, language)
        == {
            "de": "Unter Auflage",
            "en": "Conditional",
        }[language]
    )


def test_states_are_called_in_german_as_the_register_calls_them():
    assert {code: name("state", code, "de") for code in STATES} == STATES


def test_a_code_without_a_name_stays_what_it_is():
    assert name("state", "XX", "de") == "XX"
    assert name("state", None, "de") == ""
