"""The slides: five, editable, with the digits of the result, the same bytes for the same result."""

from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation

from assessment.model import load_model
from assessment.presentation import to_json
from assessment.questionnaire.answer_file import read_answer_file
from assessment.report.brief import Brief
from assessment.report.content.figures import points
from assessment.report.office.slides import slides_pptx
from assessment.result import result_of

MODEL = load_model()
EXAMPLES = [path.stem for path in sorted((MODEL.folder / "examples").glob("*.yaml"))]
SHOWN = 8


@cache
def a_result(stem):
    path = MODEL.folder / "examples" / f"{stem}.yaml"
    return result_of(read_answer_file(path, MODEL.vocabulary), MODEL)


def slides(stem, language="de"):
    return Presentation(BytesIO(slides_pptx(a_result(stem), MODEL, Brief(language)))).slides


def rows_of(slide):
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize("stem", EXAMPLES)
def test_there_are_five_slides_each_with_a_title(stem):
    titles = [slide.shapes.title.text for slide in slides(stem)]
    assert len(titles) == 5
    assert titles[1:] == [
        "Wo wir stehen",
        "Was empfohlen wird",
        "Fahrplan",
        "Was zu entscheiden ist",
    ]


def test_who_is_to_clarify_first_is_told_so_as_in_the_paper():
    [row] = [
        row for row in rows_of(slides("kleinstadt-halb-ausgefuellt", "en")[2]) if row[2] == "–"
    ]
    assert row[1] == "Clarify first"


def test_of_many_applications_the_last_slide_tells_how_many_more_there_are():
    *_before, last = slides("grossstadt")
    lines = [line for shape in last.shapes for line in shape.text_frame.text.splitlines()]
    assert f"• und {len(a_result('grossstadt').applications) - SHOWN} weitere im Bericht" in lines


@pytest.mark.parametrize("stem", EXAMPLES)
def test_chart_and_table_have_the_digits_of_the_result(stem):
    expected = to_json(a_result(stem), MODEL, "de")
    _cover, standing, advice, *_rest = slides(stem)
    [chart] = [shape.chart for shape in standing.shapes if shape.has_chart]
    scores = [dimension["score"] for dimension in expected["dimensions"].values()]
    assert list(chart.plots[0].series[0].values)[::-1] == scores
    shown = {row[0]: row[2] for row in rows_of(advice)[1:]}
    for one in expected["applications"]:
        if one["title"] in shown and one["route"]:
            assert shown[one["title"]] == points(one["suitability"][one["route"]], "de")
    assert len(shown) == min(SHOWN, len(expected["applications"]))


def test_the_chart_says_in_words_what_it_shows():
    standing = slides("dorf")[1]
    [frame] = [shape for shape in standing.shapes if shape.has_chart]
    told = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    for dimension in MODEL.questionnaire.dimensions:
        assert dimension.title["de"] in told


def test_the_same_result_gives_the_same_bytes():
    assert slides_pptx(a_result("dorf"), MODEL, Brief("de")) == slides_pptx(
        a_result("dorf"), MODEL, Brief("de")
    )
