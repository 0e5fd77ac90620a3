"""Answer files that cannot be used: every problem is named with its line and its place."""

import json

import pytest

from assessment.errors import Invalid
from tests.unit.questionnaire.tiny import HEAD, parsed


def problems(text, questionnaire="levels", file="answers.yaml"):
    """Code, line and place of everything that is wrong."""
    with pytest.raises(Invalid) as failure:
        parsed(text, questionnaire, file)
    return [(problem.code, problem.line, problem.place) for problem in failure.value.problems]


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("5", "level_out_of_range", "answers.first"),
        ("-1", "level_out_of_range", "answers.first"),
        ("2.5", "not_a_level", "answers.first"),
        ("true", "not_a_level", "answers.first"),
        ('"3"', "not_a_level", "answers.first"),
        ("[3]", "not_a_level", "answers.first"),
        ("2026-11-22", "not_a_level", "answers.first"),
        ("dont_know", "not_a_level", "answers.first"),
        ("not_applicable", "not_applicable_not_allowed", "answers.first"),
        ("{state: not_applicable}", "not_applicable_not_allowed", "answers.first.state"),
        ("{state: not_asked}", "unknown_state", "answers.first.state"),
        ("{state: 3}", "unknown_state", "answers.first.state"),
        ("{level: 3, state: unknown}", "value_and_state", "answers.first.level"),
        ("{level: 3, reason: why}", "reason_without_state", "answers.first.reason"),
        ("{level: 3, coment: c}", "unknown_key", "answers.first.coment"),
        ("{level: 3, value: 3}", "unknown_key", "answers.first.value"),
        ("{level: 3, comment: 7}", "wrong_type", "answers.first.comment"),
        ("{level: 3, evidence: [a]}", "wrong_type", "answers.first.evidence"),
        ("yes", "yaml_yes_no", "answers.first"),
        ("03", "leading_zero", "answers.first"),
    ],
)
def test_a_level_that_cannot_be_used(written, code, place):
    assert problems(f"{HEAD}answers:\n  first: {written}\n") == [(code, 5, place)]


@pytest.mark.parametrize(
    ("questionnaire", "question", "written", "code", "place"),
    [
        ("choice", "form", "papper", "unknown_option", "answers.form"),
        ("choice", "form", "1", "wrong_type", "answers.form"),
        ("choice", "form", "{level: 1}", "unknown_key", "answers.form.level"),
        ("several", "sources", "maps", "wrong_type", "answers.sources"),
        ("several", "sources", "[maps, maps]", "repeated_item", "answers.sources[1]"),
        ("several", "sources", "[map]", "unknown_option", "answers.sources[0]"),
        ("number", "share", "101", "too_large", "answers.share"),
        ("number", "share", "-0.5", "too_small", "answers.share"),
        ("number", "share", '"12"', "wrong_type", "answers.share"),
        ("number", "share", "true", "wrong_type", "answers.share"),
        ("context", "remarks", "[a]", "wrong_type", "answers.remarks"),
        ("context", "provider", "others", "unknown_option", "answers.provider"),
    ],
)
def test_other_kinds_that_cannot_be_used(questionnaire, question, written, code, place):
    text = f"{HEAD}answers:\n  {question}: {written}\n"

    assert problems(text, questionnaire) == [(code, 5, place)]


ROAD = "id: a, archetype: road_condition"
OWN = "field: mobility, technology: speech, traits: [], ai_act: minimal"


@pytest.mark.parametrize(
    ("text", "code", "line", "place"),
    [
        (HEAD, "missing_key", None, "answers"),
        (HEAD + "answers: []\n", "wrong_type", 4, "answers"),
        (HEAD + "answers: {frist: 1}\n", "unknown_question", 4, "answers.frist"),
        (HEAD + "answers: {first: 1, first: 2}\n", "repeated_key", 4, "answers.first"),
        (HEAD + "answers: {}\nnotes: x\n", "unknown_key", 5, "notes"),
        (HEAD + f"answers: {{}}\nnote: {'x' * 201}\n", "text_too_long", 5, "note"),
        (HEAD + "answers: {}\nnote: 7\n", "wrong_type", 5, "note"),
        (HEAD + "answers: {}\nfactors: {partner: 5}\n", "level_out_of_range", 5, "factors.partner"),
        (HEAD + "answers: {}\nfactors: {partner: x}\n", "not_a_level", 5, "factors.partner"),
        (HEAD + "answers: {}\nfactors: {market: 1}\n", "unknown_factor", 5, "factors.market"),
        (HEAD + "answers: {}\nfactors: [1]\n", "wrong_type", 5, "factors"),
        (HEAD + "answers: {}\ntargets: {data.list: 3}\n", "unknown_target", 5, "targets.data.list"),
        (HEAD + "answers: {}\ntargets: {first: 5}\n", "level_out_of_range", 5, "targets.first"),
        (HEAD + "answers: {}\ntargets: {first: unknown}\n", "not_a_level", 5, "targets.first"),
    ],
)
def test_a_file_with_one_fault(text, code, line, place):
    assert problems(text) == [(code, line, place)]


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("5", "wrong_type", "applications"),
        ("[5]", "wrong_type", "applications[0]"),
        ("[{id: a}]", "missing_key", "applications[0].archetype"),
        ("[{archetype: road_condition}]", "missing_key", "applications[0].id"),
        ("[{id: a b, archetype: road_condition}]", "bad_id", "applications[0].id"),
        ("[{id: a, archetype: road}]", "unknown_archetype", "applications[0].archetype"),
        ("[{id: a, archetype: [road]}]", "wrong_type", "applications[0].archetype"),
        (
            "[{id: a, archetype: road_condition}, {id: a, archetype: road_condition}]",
            "repeated_id",
            "applications[1].id",
        ),
        (f"[{{{ROAD}, priority: 6}}]", "out_of_range", "applications[0].priority"),
        (f"[{{{ROAD}, priority: 0}}]", "out_of_range", "applications[0].priority"),
        (f"[{{{ROAD}, benefit: 5}}]", "level_out_of_range", "applications[0].benefit"),
        (f"[{{{ROAD}, benefit: much}}]", "not_a_level", "applications[0].benefit"),
        (
            "[{id: a, archetype: road_condition, factors: {markt: 1}}]",
            "unknown_factor",
            "applications[0].factors.markt",
        ),
        (
            "[{id: a, archetype: road_condition, field: mobility}]",
            "only_own_application",
            "applications[0].field",
        ),
        (
            f"[{{id: a, archetype: null, {OWN}}}]",
            "own_application_incomplete",
            "applications[0].title",
        ),
        (
            f"[{{id: a, archetype: null, title: T, {OWN.replace('mobility', 'roads')}}}]",
            "unknown_field",
            "applications[0].field",
        ),
        (
            f"[{{id: a, archetype: null, title: T, {OWN.replace('speech', 'talk')}}}]",
            "unknown_technology",
            "applications[0].technology",
        ),
        (
            f"[{{id: a, archetype: null, title: T, {OWN.replace('[]', '[public]')}}}]",
            "unknown_trait",
            "applications[0].traits[0]",
        ),
        (
            f"[{{id: a, archetype: null, title: T, {OWN.replace('minimal', 'none')}}}]",
            "unknown_ai_act_class",
            "applications[0].ai_act",
        ),
    ],
)
def test_an_application_that_cannot_be_used(written, code, place):
    text = f"{HEAD}answers: {{}}\napplications: {written}\n"

    assert problems(text) == [(code, 5, place)]


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("{start: 2027-Q5, quarters: 8, person_days_per_quarter: 20}", "bad_quarter", "start"),
        ("{start: 2027, quarters: 8, person_days_per_quarter: 20}", "bad_quarter", "start"),
        ("{start: 2027-Q1, quarters: 0, person_days_per_quarter: 20}", "out_of_range", "quarters"),
        ("{start: 2027-Q1, quarters: 41, person_days_per_quarter: 20}", "out_of_range", "quarters"),
        ("{start: 2027-Q1, quarters: 2.0, person_days_per_quarter: 20}", "wrong_type", "quarters"),
        (
            "{start: 2027-Q1, quarters: 8, person_days_per_quarter: 0}",
            "not_above",
            "person_days_per_quarter",
        ),
        ("{start: 2027-Q1, quarters: 8}", "missing_key", "person_days_per_quarter"),
    ],
)
def test_a_plan_that_cannot_be_used(written, code, place):
    assert problems(f"{HEAD}answers: {{}}\nplan: {written}\n") == [(code, 5, f"plan.{place}")]


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("{ags: 05774032}", "leading_zero", "municipality.ags"),
        ("{ags: 11000000}", "ags_unquoted", "municipality.ags"),
        ('{ags: "0577403"}', "bad_ags", "municipality.ags"),
        ('{ags: ""}', "bad_ags", "municipality.ags"),
        ('{ags: "99999999"}', "unknown_ags", "municipality.ags"),
        ('{ags: "05774032", name: Paderborn}', "unknown_key", "municipality.name"),
        ("Paderborn", "municipality_form", "municipality"),
        ("null", "municipality_form", "municipality"),
        ("{body: county}", "missing_key", "municipality.name"),
        ("{name: X}", "missing_key", "municipality.body"),
        ("{name: X, body: town}", "not_one_of", "municipality.body"),
        ("{name: X, body: county, state: NRW}", "not_one_of", "municipality.state"),
        ("{name: X, body: county, population: 1.5}", "wrong_type", "municipality.population"),
        ("{name: X, body: county, population: 0}", "out_of_range", "municipality.population"),
        ('{name: "", body: county}', "empty_text", "municipality.name"),
        (f"{{name: {'a' * 201}, body: county}}", "text_too_long", "municipality.name"),
    ],
)
def test_a_body_that_cannot_be_told(written, code, place):
    text = f"questionnaire: tiny@1\nmunicipality: {written}\ndate: 2026-11-22\nanswers: {{}}\n"

    assert problems(text) == [(code, 2, place)]


@pytest.mark.parametrize(
    ("key", "written", "code"),
    [
        ("questionnaire", "tiny@2", "other_version"),
        ("questionnaire", "tiny", "other_version"),
        ("questionnaire", "large@1", "other_questionnaire"),
        ("questionnaire", "7", "wrong_type"),
        ("date", "22.11.2026", "bad_date"),
        ("date", "2026-02-30", "bad_date"),
        ("date", "20261122", "bad_date"),
        ("date", "null", "bad_date"),
        ("date", "1026-11-22", "date_out_of_range"),
    ],
)
def test_a_head_that_cannot_be_used(key, written, code):
    head = {
        "questionnaire": "tiny@1",
        "municipality": '{ags: "05774032"}',
        "date": "2026-11-22",
        "answers": "{}",
    } | {key: written}
    text = "".join(f"{name}: {value}\n" for name, value in head.items())

    assert problems(text) == [(code, list(head).index(key) + 1, key)]


def test_every_fault_of_a_file_is_reported_at_once_in_its_order():
    text = """questionnaire: tiny@9
municipality: {ags: 05774032}
date: yesterday
colour: red
answers:
  first: 7
  secnd: 1
  second: not_applicable
  second: 2
factors: {partnr: 2, budget: 9}
applications:
  - {id: a, archetype: citizen_chatbt, priority: 9}
  - {id: a, archetype: null}
plan: {start: soon}
targets: {nothing: 1}
"""

    found = problems(text)

    assert [(code, line) for code, line, _ in found] == [
        ("other_version", 1),
        ("leading_zero", 2),
        ("bad_date", 3),
        ("unknown_key", 4),
        ("level_out_of_range", 6),
        ("unknown_question", 7),
        ("repeated_key", 9),
        ("unknown_factor", 10),
        ("level_out_of_range", 10),
        ("out_of_range", 12),
        ("unknown_archetype", 12),
        ("repeated_id", 13),
        *[("own_application_incomplete", 13)] * 5,
        ("missing_key", 14),
        ("missing_key", 14),
        ("bad_quarter", 14),
        ("unknown_target", 15),
    ]


def test_a_misspelt_id_comes_with_the_one_probably_meant():
    with pytest.raises(Invalid) as failure:
        parsed(HEAD + "answers: {frist: 1}\n")

    (problem,) = failure.value.problems
    assert problem.values == {"given": "frist", "suggestion": "first"}


def test_json_is_held_to_the_same_contract():
    data = {
        "questionnaire": "tiny@1",
        "municipality": {"ags": 5774032},
        "date": "2026-11-22",
        "answers": {"first": "3", "second": 9},
    }

    assert problems(json.dumps(data, indent=1), file="answers.json") == [
        ("ags_unquoted", 4, "municipality.ags"),
        ("not_a_level", 8, "answers.first"),
        ("level_out_of_range", 9, "answers.second"),
    ]


@pytest.mark.parametrize("text", ["[]", "3", "text", "answers"])
def test_a_file_that_is_no_mapping_is_one_fault(text):
    assert [code for code, _, _ in problems(text)] == ["wrong_type"]
