"""Hostile texts in every free field of an answer file: each format shows them as they are."""

import csv
import io
import json
import re
from functools import cache

from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pptx import Presentation

from assessment.model import load_model
from assessment.questionnaire.answer_file import parse_answers
from assessment.report.brief import Brief
from assessment.report.data import data_csv, data_json
from assessment.report.office.council_paper import council_paper_docx
from assessment.report.office.slides import slides_pptx
from assessment.report.one_file import report_file_html
from assessment.report.parts import chosen_parts
from assessment.report.workbook import workbook_xlsx
from assessment.result import result_of
from tests.integration.office import converted
from tests.integration.reports import faults, pages, the_pdf

MODEL = load_model()
FORMULAS = (
    "=cmd|' /C calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    '=HYPERLINK("https://e.invalid","x")',
)
TEXTS = (
    "<script>alert(1)</script>&\"'",
    "{{ 765432*10 }} {% raw %} {{ municipality }}",
    "{% endraw %}{% for %}",
    "]]></w:t><w:p/>",
    "\u202egpj.exe \u200f\u0627\u0644",
    "👍🏽 \u0085\u2028.",
    "_x000D_ _x0041_",
    "Straßenbeleuchtungskataster\n" * 99 + "Ende",
)
HOSTILE = (*FORMULAS, *TEXTS)
NAME = f"{HOSTILE[0]} {TEXTS[0]} {TEXTS[1]}"
QUESTIONS = [question.id for question in MODEL.questionnaire.questions][: len(HOSTILE)]
NOTES = ("comment", "evidence", "respondent")


def the_file():
    """An answer file with a hostile text in each place that takes one."""
    shifted = [HOSTILE[place:] + HOSTILE[:place] for place in range(len(NOTES))]
    answers = {
        id: {"level": 1} | dict(zip(NOTES, said, strict=True))
        for id, said in zip(QUESTIONS, zip(*shifted, strict=True), strict=True)
    }
    planned = [
        {"id": f"a{place}", "archetype": "citizen_chatbot", "title": text[:200]}
        for place, text in enumerate((*FORMULAS[:4], *TEXTS[:4]))
    ]
    given = {
        "questionnaire": MODEL.questionnaire.reference,
        "municipality": {
            "name": NAME, "body": "municipality", "state": "NW", "population": 18_000,
        },
        "date": "2026-11-22",
        "note": f"{HOSTILE[0]} {TEXTS[1]}",
        "answers": answers,
        "applications": planned,
    }  # fmt: skip
    return json.dumps(given).encode()


@cache
def the_result():
    return result_of(parse_answers(the_file(), file="a.json", vocabulary=MODEL.vocabulary), MODEL)


@cache
def made(make):
    return make(the_result(), MODEL, Brief("de"))


def seen(text):
    """The text as one can see it: blanks and marks of direction aside."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def test_json_holds_every_text_as_it_was_given():
    told = json.loads(made(data_json))
    assert told["municipality"]["name"] == NAME
    titles = [one["title"] for one in told["applications"]]
    assert titles == [text[:200] for text in (*FORMULAS[:4], *TEXTS[:4])]


def test_no_cell_of_the_table_begins_a_formula():
    rows = list(csv.reader(io.StringIO(made(data_csv).decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    begun = [one for one in cells if one.lstrip(" ").startswith(tuple("=+-@\t\r\n"))]
    assert [one for one in begun if not re.fullmatch(r"-\d+(,\d+)?(e-\d+)?", one)] == []
    assert {len(row) for row in rows} == {len(rows[0])}
    assert f"'{HOSTILE[0]}" in cells
    assert TEXTS[-1] in cells


def test_the_workbook_shows_them_as_texts():
    book = load_workbook(io.BytesIO(made(workbook_xlsx)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    said = {cell.value: cell.data_type for cell in cells if cell.value in HOSTILE}
    assert {*FORMULAS[:4], FORMULAS[7], *TEXTS[:4], TEXTS[7]} <= set(said)
    assert set(said.values()) == {"s"}
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert [one for one in formulas if re.search(r"cmd\||HYPERLINK|@SUM|765432", one)] == []


def test_the_council_paper_fills_in_none_of_them():
    body = Document(io.BytesIO(made(council_paper_docx))).element.body
    told = seen("".join(node.text or "" for node in body.iter(qn("w:t"))))
    assert seen(NAME) in told
    for text in (*FORMULAS[:4], *TEXTS[:4]):
        assert seen(text) in told
    assert "7654320" not in told


def test_the_slides_show_them():
    shapes = [
        shape
        for slide in Presentation(io.BytesIO(made(slides_pptx))).slides
        for shape in slide.shapes
    ]
    cells = [cell.text for one in shapes if one.has_table for cell in one.table.iter_cells()]
    told = seen(" ".join([*cells, *(one.text_frame.text for one in shapes if one.has_text_frame)]))
    for text in (NAME, FORMULAS[1], TEXTS[0], TEXTS[1]):
        assert seen(text) in told
    assert "7654320" not in told


def test_the_page_has_no_script_and_no_address_of_theirs():
    page = made(report_file_html).decode()
    assert "<script" not in page
    assert "7654320" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'href="https://e.invalid' not in page
    assert "\u202e" not in page


def test_libreoffice_opens_all_three_without_repair(tmp_path):
    makers = {
        "paper.docx": council_paper_docx,
        "slides.pptx": slides_pptx,
        "book.xlsx": workbook_xlsx,
    }
    for name, make in makers.items():
        (tmp_path / name).write_bytes(made(make))
    for file in converted([tmp_path / name for name in makers], "pdf", tmp_path):
        assert "7654320" not in "".join(pages(file.read_bytes()))


def test_comments_longer_than_a_page_leave_the_pdf_whole_and_without_error(tmp_path):
    pdf = the_pdf(the_result().assessment, parts=chosen_parts(["answers"], "full"))
    assert "".join(pages(pdf)).count("Ende") >= len(NOTES)
    assert faults(pdf, tmp_path) == []
