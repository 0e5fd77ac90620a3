"""What people enter in cells is understood where it can be, and named with its cell where not."""

import zipfile
from datetime import date, datetime
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from assessment.answer_book import read_any, read_book, write_book
from assessment.errors import Invalid
from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, State

MODEL = load_model()
BLANK = Assessment(
    MODEL.questionnaire.reference,
    Municipality("", Body.MUNICIPALITY),
    date(2026, 11, 22),
    {},
)
FIRST = "A5"


@cache
def blank_book(language):
    return write_book(BLANK, MODEL, language)


def book_with(entries, language="de"):
    """A blank book into which this was entered: {(sheet, cell): value}."""
    book = load_workbook(BytesIO(blank_book(language)))
    for (sheet, cell), value in {("Hier beginnen", "C5"): "05515000", **entries}.items():
        book[sheet][cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(data):
    return read_book(data, file="antworten.xlsx", model=MODEL)


def faults(data):
    with pytest.raises(Invalid) as raised:
        read(data)
    return [(problem.place, problem.code) for problem in raised.value.problems]


def test_the_first_question_stands_where_the_tests_below_expect_it():
    book = load_workbook(BytesIO(write_book(BLANK, MODEL, "de")))
    assert book["Antworten"][FIRST].value == "data.inventory"
    assert [book["Hier beginnen"][f"A{row}"].value for row in (5, 9, 10)] == [
        "ags",
        "population",
        "date",
    ]


@pytest.mark.parametrize(
    ("entered", "answer"),
    [
        (3, Answer(State.ANSWERED, 3)),
        (3.0, Answer(State.ANSWERED, 3)),
        ("3", Answer(State.ANSWERED, 3)),
        ("weiß nicht", Answer(State.UNKNOWN)),
        ("  ", None),
        (None, None),
    ],
)
def test_a_level_may_be_typed_as_well_as_chosen(entered, answer):
    assert read(book_with({("Antworten", "F5"): entered})).answers.get("data.inventory") == answer


def test_the_chosen_words_stand_for_their_level():
    words = f"2 – {MODEL.questionnaire.by_id['data.inventory'].levels[2]['de']}"
    answers = read(book_with({("Antworten", "F5"): words})).answers
    assert answers["data.inventory"] == Answer(State.ANSWERED, 2)


@pytest.mark.parametrize("entered", [5515000, "05515000", "5515000", 5515000.0])
def test_a_key_keeps_the_zero_that_spreadsheets_take_away(entered):
    assert read(book_with({("Hier beginnen", "C5"): entered})).municipality.name == "Münster"


@pytest.mark.parametrize("entered", ["24.12.2026", "2026-12-24", datetime(2026, 12, 24)])  # noqa: DTZ001
def test_a_date_may_be_written_as_people_do(entered):
    assert read(book_with({("Hier beginnen", "C10"): entered})).date == date(2026, 12, 24)


def test_every_cell_that_cannot_be_used_is_named_at_once():
    data = book_with(
        {
            ("Antworten", "F5"): "vielleicht",
            ("Antworten", "F6"): 7,
            ("Rahmenbedingungen", "E5"): "ja",
            ("KI-Anwendungen", "D5"): "Wunderkiste",
            ("KI-Anwendungen", "C6"): "bot",
            ("Rahmen des Fahrplans", "C5"): "bald",
            ("Ziele", "D5"): 9,
            ("Hier beginnen", "C10"): "gestern",
        }
    )
    assert set(faults(data)) == {
        ("Antworten!F5", "not_in_list"),
        ("Antworten!F6", "not_in_list"),
        ("Rahmenbedingungen!E5", "not_in_list"),
        ("KI-Anwendungen!D5", "not_in_list"),
        ("KI-Anwendungen!D6", "nothing_in_list"),
        ("Rahmen des Fahrplans!C5", "bad_quarter"),
        ("Rahmen des Fahrplans!C6", "empty_cell"),
        ("Rahmen des Fahrplans!C7", "empty_cell"),
        ("Ziele!D5", "not_in_list"),
        ("Hier beginnen!C10", "bad_date"),
    }


def test_rows_may_be_sorted_and_nothing_is_mixed_up():
    book = load_workbook(BytesIO(book_with({("Antworten", "F5"): 1, ("Antworten", "F6"): 4})))
    sheet = book["Antworten"]
    for column in range(1, 11):
        first, second = sheet.cell(5, column), sheet.cell(6, column)
        first.value, second.value = second.value, first.value
    file = BytesIO()
    book.save(file)
    answers = read(file.getvalue()).answers
    assert answers["data.inventory"].value == 1
    assert answers["data.metadata"].value == 4


def test_a_row_that_is_gone_or_doubled_and_a_sheet_that_is_renamed_are_no_open_answers():
    book = load_workbook(BytesIO(book_with({("Antworten", "F5"): 1})))
    sheet = book["Antworten"]
    sheet.delete_rows(6)  # data.metadata
    sheet[f"{FIRST[0]}7"].value = sheet[FIRST].value  # a copy of data.inventory over another one
    book["Ziele"].title = "Unsere Ziele"
    file = BytesIO()
    book.save(file)
    assert set(faults(file.getvalue())) >= {
        ("Antworten", "row_missing"),
        ("Antworten", "row_twice"),
        ("", "sheet_missing"),
    }


def test_another_workbook_is_refused_and_a_broken_one_too():
    other = BytesIO()
    Workbook().save(other)
    broken = book_with({})[:3000]
    for data in (other.getvalue(), broken, b"PK\x03\x04 nothing else"):
        assert [code for _, code in faults(data)] == ["no_answer_book"]


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 70_000_000)
    assert [code for _, code in faults(bomb.getvalue())] == ["file_too_large"]


def test_text_that_is_called_a_workbook_and_is_no_answer_file_either_is_told_as_such():
    for text, code in ((b"ags;date\n01001000;1\n", "text_for_workbook"), (b"\n", "file_empty")):
        with pytest.raises(Invalid) as error:
            read_any(text, file="members.XLSX", model=MODEL)
        assert [one.code for one in error.value.problems] == [code]


def test_a_file_is_told_from_a_workbook_by_its_content_not_its_name():
    assert (
        read_any(book_with({}), file="antworten.yaml", model=MODEL).municipality.name == "Münster"
    )
