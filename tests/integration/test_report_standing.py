"""Every format says whether it is a draft or what was submitted, and what changed since when."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.questionnaire.answers import PlannedApplication
from assessment.report.brief import Brief
from assessment.report.office.council_paper import council_paper_docx
from assessment.report.office.slides import slides_pptx
from assessment.report.one_file import report_file_html
from assessment.report.since import Since
from assessment.report.workbook import workbook_xlsx
from assessment.result import result_of
from tests.integration.builders import an_assessment, level

MODEL = load_model()
LAST_YEAR = date(2025, 11, 20)
STANDING = {
    "de": "Fassung 2, abgeschlossen am 22. November 2026 durch <b>Frau Kuhn</b>",
    "en": "Revision 2, submitted on 22 November 2026 by <b>Frau Kuhn</b>",
}
NOW = an_assessment(
    municipality=by_ags("05554004"),
    answers={"data.inventory": level(3)},
    applications=(PlannedApplication("chatbot", "citizen_chatbot"),),
)
THEN = replace(NOW, date=LAST_YEAR, answers={"data.inventory": level(1)}, applications=())
SINCE = Since(THEN, MODEL.folder, LAST_YEAR)


@cache
def the_result():
    return result_of(NOW, MODEL)


def of_html(data):
    return data.decode().replace("&lt;", "<").replace("&gt;", ">")


def of_docx(data):
    return " ".join(one.text for one in Document(BytesIO(data)).paragraphs)


def of_pptx(data):
    slides = list(Presentation(BytesIO(data)).slides)[:2]
    return " ".join(
        shape.text_frame.text for one in slides for shape in one.shapes if shape.has_text_frame
    )


def of_xlsx(data):
    rows = load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    return " ".join(str(cell) for row in rows for cell in row)


FORMATS = {
    "html": (report_file_html, of_html),
    "docx": (council_paper_docx, of_docx),
    "pptx": (slides_pptx, of_pptx),
    "xlsx": (workbook_xlsx, of_xlsx),
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", FORMATS)
def test_it_says_what_it_is_and_what_changed(kind, language):
    make, text_of = FORMATS[kind]
    standing = STANDING[language]
    told = text_of(make(the_result(), MODEL, Brief(language, standing, SINCE)))
    assert standing in told
    if kind != "xlsx":
        day = {"de": "20. November 2025", "en": "20 November 2025"}[language]
        one = {"de": "Eine Antwort ist anders.", "en": "One answer is different."}[language]
        assert day in told
        assert one in told


def test_the_workbook_has_a_sheet_of_changes_only_where_an_earlier_report_is_named():
    book = load_workbook(BytesIO(workbook_xlsx(the_result(), MODEL, Brief("de", since=SINCE))))
    sheet = book["Was sich geändert hat"]
    assert "20. November 2025" in sheet["A2"].value
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    kinds = [line[0] for line in lines]
    assert kinds.count("Antwort") == 1
    [answer] = [line for line in lines if line[0] == "Antwort"]
    assert answer[2] != answer[3]
    [advice] = [line for line in lines if line[0] == "Empfehlung"]
    assert advice[1:3] == ["Bürger-Chatbot", "–"]
    [points] = [line for line in lines if line[1] == "Dateninfrastruktur"]
    assert points[2:4] == ["25,0", "75,0"]
    without = load_workbook(BytesIO(workbook_xlsx(the_result(), MODEL, Brief("de"))))
    assert "Was sich geändert hat" not in without.sheetnames
