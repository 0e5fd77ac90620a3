"""The workbook: its formulas come to our digits, also after somebody changed an answer in it."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.presentation import points, share, to_json
from assessment.questionnaire.answer_file import read_answer_file
from assessment.questionnaire.answers import (
    Answer,
    Assessment,
    PlannedApplication,
    State,
)
from assessment.questionnaire.model import (
    Asked,
    ChoiceQuestion,
    NumberQuestion,
    SeveralQuestion,
)
from assessment.recommendation.model import Route
from assessment.report.brief import Brief
from assessment.report.workbook import workbook_xlsx
from assessment.result import result_of
from assessment.wording import name
from tests.integration.office import converted

HEAD_ROW = 4
EXAMPLES = sorted((load_model().folder / "examples").glob("*.yaml"))
CHANGES = {
    "data.inventory": 4,
    "governance.privacy_review": 0,
    "governance.staff_involvement": None,
    "data.shared_platform": 1,
}


SAID = {
    "capped": (3, "ab", ("a", "ab"), 30),
    "at the edges": (0, "a", ("a", "b"), 10),
    "unknown and none": (None, "b", (), 95),
    "between corners": (2, "a", ("ab",), 72.5),
}
"""What is answered on the scales below: a level, a choice, several of them, a number."""
ONE_PLAN = (PlannedApplication("chatbot", "citizen_chatbot"),)
TEXT = {"de": "Text", "en": "Text"}
OPTIONS = [
    {"id": "a", "text": TEXT, "value": 0.3},
    {"id": "b", "text": TEXT, "value": 0.9},
    {"id": "ab", "text": TEXT, "value": 0.25},
]
CORNERS = [{"at": 10, "value": 0}, {"at": 50, "value": 0.8}, {"at": 90, "value": 1}]
OTHER_SCALES = {
    "data.metadata": {"kind": "choice", "options": OPTIONS},
    "data.geo_services": {"kind": "several", "options": OPTIONS, "cap": 1.0},
    "data.open_provision": {"kind": "number", "points": CORNERS},
    "expertise.offer_comparison": {
        "kind": "number",
        "points": CORNERS,
        "show_if": {
            "all": [
                {"question": "data.geo_services", "includes": "a"},
                {"not": {"question": "data.metadata", "is": "b"}},
                {
                    "any": [
                        {"question": "data.inventory", "at_least": 2},
                        {"question": "data.inventory", "state": "unknown"},
                    ]
                },
            ]
        },
    },
}


def result_for(assessment):
    return result_of(assessment, load_model())


@cache
def with_other_scales():
    """The real model with four of its questions on other scales, one of them behind a rule."""
    model = load_model()
    kinds = {"choice": ChoiceQuestion, "several": SeveralQuestion, "number": NumberQuestion}
    kept = set(Asked.model_fields) - {"show_if"}
    questions = tuple(
        kinds[OTHER_SCALES[question.id]["kind"]].model_validate(
            {**{key: getattr(question, key) for key in kept}, **OTHER_SCALES[question.id]}
        )
        if question.id in OTHER_SCALES
        else question
        for question in model.questionnaire.questions
    )
    questionnaire = model.questionnaire.model_copy(update={"questions": questions})
    for cached in ("by_id", "by_topic"):
        questionnaire.__dict__.pop(cached, None)
    return replace(model, questionnaire=questionnaire)


def an_example(stem):
    path = load_model().folder / "examples" / f"{stem}.yaml"
    return read_answer_file(path, load_model().vocabulary)


def table(book, sheet):
    """The rows of a sheet as dictionaries by the titles of their columns."""
    rows = list(book[sheet].iter_rows(min_row=HEAD_ROW, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def scores(row):
    shown = [points(number(row[title])) for title in ("Punktwert", "Mindestens", "Höchstens")]
    return [*shown, share(number(row["Abdeckung"]))]


def number(value):
    """A number of a cell; an empty text is none."""
    return None if value in (None, "") else float(value)


def per_route(row, what, show):
    return {
        route.value: show(number(row[f"{what}: {name('route', route, 'de')}"])) for route in Route
    }


def agrees(book, result):
    """Compare every figure that is a formula with the result for programs."""
    model = load_model()
    expected = to_json(result, model, "de")
    titles = {topic.id: topic.title["de"] for topic in model.questionnaire.topics}
    by_topic = {row["Themenfeld"]: row for row in table(book, "Themenfelder")}
    gaps = {row["Themenfeld"]: row for row in table(book, "Anforderungen")}
    dimensions = table(book, "Dimensionen")
    for row, dimension in zip(dimensions, expected["dimensions"].values(), strict=True):
        assert scores(row) == [dimension[key] for key in ("score", "low", "high", "coverage")]
        assert number(row["Stufe"]) == dimension["level"]
        for id, topic in dimension["topics"].items():
            told = by_topic[titles[id]]
            assert scores(told) == [topic[key] for key in ("score", "low", "high", "coverage")]
            assert per_route(gaps[titles[id]], "Lücke", points) == topic["gap"]
    if expected["applications"]:
        rows = table(book, "KI-Anwendungen")
        for row, one in zip(rows, expected["applications"], strict=True):
            advice_agrees(row, one)
            assert points(number(row["Vorsprung in Punkten"])) == one["margin"]
            assert per_route(row, "Bereitschaft", share) == one["readiness_fit"]
            assert per_route(row, "Kontext", share) == one["context_fit"]
    advice_agrees(table(book, "Gesamt")[0], expected["overall"])


def advice_agrees(row, expected):
    route = expected["route"]
    assert row["Empfohlener Weg"] == (name("route", route, "de") if route else "Kein Weg offen")
    assert per_route(row, "Eignung", points) == expected["suitability"]
    states = {code: name("route_state", state, "de") for code, state in expected["state"].items()}
    assert per_route_text(row, "Zustand") == states


def per_route_text(row, what):
    return {route.value: row[f"{what}: {name('route', route, 'de')}"] for route in Route}


@pytest.fixture(scope="module")
def examples():
    return {path.stem: result_for(an_example(path.stem)) for path in EXAMPLES}


@pytest.fixture(scope="module")
def others():
    """Results of the model with every scale and rule, by what was answered."""
    model = with_other_scales()
    # Where no application is planned, all of its body's kind are worked out; once is enough.
    planned = {stem: () if stem == "capped" else ONE_PLAN for stem in SAID}
    return {
        stem: result_of(replace(said_with(*answers), applications=planned[stem]), model)
        for stem, answers in SAID.items()
    }


@pytest.fixture(scope="module")
def written(examples, others):
    """The workbook of each of these results."""
    of_examples = {
        stem: workbook_xlsx(one, load_model(), Brief("de")) for stem, one in examples.items()
    }
    return of_examples | {
        stem: workbook_xlsx(one, with_other_scales(), Brief("de")) for stem, one in others.items()
    }


@pytest.fixture(scope="module")
def recalculated(written, tmp_path_factory):
    """The same after LibreOffice, started once for all, has worked out each formula anew."""
    folder = tmp_path_factory.mktemp("workbooks")
    files = [folder / f"{stem}.xlsx" for stem in written]
    for file in files:
        file.write_bytes(written[file.stem])
    return {
        file.stem: load_workbook(file, data_only=True) for file in converted(files, "xlsx", folder)
    }


@pytest.mark.parametrize("stem", [path.stem for path in EXAMPLES])
def test_formulas_come_to_the_digits_of_the_result(stem, examples, recalculated):
    agrees(recalculated[stem], examples[stem])


@pytest.mark.parametrize("stem", [path.stem for path in EXAMPLES])
def test_a_program_that_does_not_recalculate_shows_the_same_values(stem, written, recalculated):
    book = load_workbook(BytesIO(written[stem]), data_only=True)
    for sheet in book:
        shown = [[cell or None for cell in row] for row in sheet.iter_rows(values_only=True)]
        anew = recalculated[stem][sheet.title].iter_rows(values_only=True)
        for row, other in zip(shown, anew, strict=True):
            for value, recalculated_value in zip(row, other, strict=True):
                if isinstance(value, float):
                    assert value == pytest.approx(recalculated_value, abs=1e-9)
                else:
                    assert value == (recalculated_value or None)


def test_changed_answers_and_factors_change_everything_that_rests_on_them(tmp_path, written):
    before = an_example("mittelstadt")
    book = load_workbook(BytesIO(written["mittelstadt"]))
    unknown = name("answer_state", "unknown", "de")
    for row in book["Antworten"].iter_rows(min_row=HEAD_ROW + 1):
        if row[0].value in CHANGES:
            level = CHANGES[row[0].value]
            row[5].value = unknown if level is None else level
    for row in book["Einflussgrößen"].iter_rows(min_row=HEAD_ROW + 1, max_row=HEAD_ROW + 4):
        row[2].value = 0
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    [file] = converted([changed], "xlsx", tmp_path)
    answers = {
        id: Answer(State.UNKNOWN) if level is None else Answer(State.ANSWERED, level)
        for id, level in CHANGES.items()
    }
    body = (factor.id for factor in load_model().recommendation.factors if factor.of == "body")
    after = replace(before, answers={**before.answers, **answers}, factors=dict.fromkeys(body, 0))
    agrees(load_workbook(file, data_only=True), result_for(after))


@pytest.mark.parametrize("stem", SAID)
def test_every_scale_and_rule_is_a_formula_too(stem, others, recalculated):
    agrees(recalculated[stem], others[stem])


def said_with(inventory, choice, several, number):
    """An assessment that uses every scale."""
    said = {
        "data.inventory": inventory,
        "data.metadata": choice,
        "data.geo_services": several,
        "data.open_provision": number,
        "expertise.offer_comparison": 42,
    }
    answers = {
        id: Answer(State.UNKNOWN) if value is None else Answer(State.ANSWERED, value)
        for id, value in said.items()
    }
    town = Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=18_000)
    return Assessment(
        with_other_scales().questionnaire.reference, town, date(2026, 11, 22), answers
    )


def test_the_same_result_gives_the_same_bytes(examples, written):
    assert workbook_xlsx(examples["dorf"], load_model(), Brief("de")) == written["dorf"]
