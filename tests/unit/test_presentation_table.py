"""The result as one long table: the figures of the JSON, and nothing that runs in a spreadsheet."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from assessment.answer_book import read_any_file
from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.presentation import to_json
from assessment.presentation.table import result_csv
from assessment.questionnaire.answers import Answer, Assessment, State
from assessment.result import result_of

MODEL = load_model()
VILLAGE = MODEL.folder / "examples" / "dorf.yaml"


def table(result, language="en", standing=""):
    data = result_csv(result, MODEL, language, standing)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";" if language == "de" else ","))


@pytest.fixture(scope="module")
def village():
    return result_of(read_any_file(Path(VILLAGE), MODEL), MODEL)


@pytest.mark.parametrize(("language", "decimal"), [("de", ","), ("en", ".")])
def test_scores_and_suitabilities_are_those_of_the_json_digit_by_digit(village, language, decimal):
    content = to_json(village, MODEL, language)
    rows = table(village, language)
    told = {
        (row["kind"], row["id"], row["route"], row["figure"]): row["value"].replace(decimal, ".")
        for row in rows
        if row["value"] and row["kind"] not in {"factor", "gate"}
    }
    compared = 0
    for dimension in content["dimensions"].values():
        for id, topic in dimension["topics"].items():
            for figure in ("score", "low", "high", "coverage"):
                assert told["topic", id, "", figure] == repr(topic[figure])
            for route, points in topic["gap"].items():
                assert told["topic", id, route, "gap"] == repr(points)
                compared += 1
    for advice in content["applications"]:
        for figure in ("suitability", "readiness_fit", "context_fit", "shares"):
            for route, number in advice[figure].items():
                assert told["application", advice["id"], route, figure] == repr(number)
                compared += 1
    assert compared == 25 * 4 + len(content["applications"]) * (4 + 4 + 4 + 5)


def test_every_row_is_named_and_none_is_there_twice(village):
    rows = table(village)
    names = ("kind", "id", "application", "route", "figure")
    keys = [tuple(row[name] for name in names) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row["kind"] for row in rows} == {
        "assessment", "dimension", "topic", "question", "application", "factor", "gate", "step",
        "case",
    }  # fmt: skip
    assert {row["ags"] for row in rows} == {"07133093"}
    questions = MODEL.questionnaire.questions
    assert sum(row["figure"] == "state" and row["kind"] == "question" for row in rows) == len(
        questions
    )


@pytest.mark.parametrize("text", ["=1+1", "+49 251", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C'!A0"])
def test_no_text_becomes_a_formula(text):
    said = Answer(State.ANSWERED, 2, comment=text, evidence='"; =1')
    body = Municipality(text, Body.MUNICIPALITY)
    reference = MODEL.questionnaire.reference
    assessment = Assessment(reference, body, date(2026, 11, 22), {"data.inventory": said})
    rows = table(result_of(assessment, MODEL), "de", standing="Entwurf")
    comment = next(row for row in rows if row["figure"] == "comment")
    assert comment["text"] == comment["municipality"] == f"'{text}"
    assert next(row["text"] for row in rows if row["figure"] == "evidence") == '"; =1'
    assert next(row["text"] for row in rows if row["figure"] == "standing") == "Entwurf"
    # What cannot be formed is empty, never 0.
    topic = next(t.id for t in MODEL.questionnaire.dimensions[1].topics)
    (empty,) = (row for row in rows if row["id"] == topic and row["figure"] == "score")
    assert empty["value"] == ""
