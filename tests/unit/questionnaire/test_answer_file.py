"""Answer files: what they may say."""

import datetime as dt

import pytest

from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answer_file import read_answer_file
from assessment.questionnaire.answers import (
    Answer,
    Assessment,
    Plan,
    PlannedApplication,
    State,
)
from tests.unit.questionnaire.tiny import HEAD, parsed, vocabulary


def answer_of(written, questionnaire="levels", question="first"):
    text = f"{HEAD}answers:\n  {question}: {written}\n"
    return parsed(text, questionnaire).answers.get(question)


def test_only_four_keys_are_required():
    assessment = parsed(HEAD + "answers: {}\n")

    assert assessment == Assessment(
        questionnaire="tiny@1",
        municipality=by_ags("05774032"),
        date=dt.date(2026, 11, 22),
        answers={},
    )


def test_the_whole_contract_in_one_file():
    text = """
note: "Beispiel mit erfundenen Antworten"
plan: {start: 2027-Q1, quarters: 8, person_days_per_quarter: 20}
targets: {data.lists: 3, first: 2}
applications:
  - {id: chatbot, archetype: citizen_chatbot, priority: 2, benefit: 0,
     factors: {market: 4, partner: unknown}}
  - id: own
    archetype: null
    title: Pegel
    field: environment_climate
    technology: forecasting
    traits: [public_facing]
    ai_act: minimal
factors: {partner: 3, budget: unknown}
answers:
  second: unknown
  first: {level: 2, comment: "seit 2025", evidence: "https://example.org", respondent: "IT"}
date: "2026-11-22"
municipality: {name: Stadtwerke Musterstadt, body: utility, state: NI, population: 85000}
questionnaire: tiny@1
"""
    assert parsed(text) == Assessment(
        questionnaire="tiny@1",
        municipality=Municipality("Stadtwerke Musterstadt", Body.UTILITY, "NI", 85000),
        date=dt.date(2026, 11, 22),
        answers={
            "second": Answer(State.UNKNOWN),
            "first": Answer(State.ANSWERED, 2, "seit 2025", "https://example.org", "IT"),
        },
        factors={"partner": 3, "budget": None},
        applications=(
            PlannedApplication(
                "chatbot", "citizen_chatbot", 2, {"market": 4, "partner": None}, benefit=0
            ),
            PlannedApplication(
                "own",
                None,
                title="Pegel",
                field="environment_climate",
                technology="forecasting",
                traits=("public_facing",),
                ai_act="minimal",
            ),
        ),
        plan=Plan("2027-Q1", 8, 20),
        targets={"data.lists": 3, "first": 2},
        note="Beispiel mit erfundenen Antworten",
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3", Answer(State.ANSWERED, 3)),
        ("{value: 3}", Answer(State.ANSWERED, 3)),
        ("unknown", Answer(State.UNKNOWN)),
        ("{state: unknown, comment: later}", Answer(State.UNKNOWN, comment="later")),
        ("{comment: ask IT}", Answer(State.UNANSWERED, comment="ask IT")),
        ("{level: null, comment: ask IT}", Answer(State.UNANSWERED, comment="ask IT")),
        ("null", None),
        ("{level: null}", None),
        ('{level: 1, comment: "  "}', Answer(State.ANSWERED, 1)),
    ],
)
def test_answers_may_be_short_or_long(written, expected):
    assert answer_of(written) == expected


@pytest.mark.parametrize("written", ["not_applicable", "{state: not_applicable, reason: none}"])
def test_not_applicable_is_accepted_where_the_question_allows_it(written):
    assert answer_of(written, "not_applicable", "sometimes").state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("questionnaire", "question", "written", "value"),
    [
        ("choice", "form", "paper", "paper"),
        ("choice", "form", "{value: paper, comment: c}", "paper"),
        ("several", "sources", "[maps, register]", ("maps", "register")),
        ("several", "sources", "[]", ()),
        ("number", "share", "12.5", 12.5),
        ("number", "share", "100", 100.0),
        ("context", "remarks", '"Free words: any"', "Free words: any"),
        ("context", "remarks", '{value: "unknown"}', "unknown"),
        ("context", "provider", "own", "own"),
    ],
)
def test_other_kinds_of_question(questionnaire, question, written, value):
    assert answer_of(written, questionnaire, question).value == value


def test_a_file_is_read_from_its_place(tmp_path):
    file = tmp_path / "answers.yaml"
    file.write_text(HEAD + "answers: {first: 1}\n", encoding="utf-8")

    assert read_answer_file(file, vocabulary("levels")).answers["first"].value == 1
