"""Wide tables of survey tools that asked an earlier version of the questionnaire."""

from dataclasses import replace

import pytest

from assessment.benchmark.rounds.wide import Columns
from assessment.errors import Invalid
from assessment.model import load_model
from assessment.questionnaire.bridge.loader import load_series
from assessment.services.benchmark.contributions.reading import entries_of
from assessment.services.benchmark.contributions.tables import table_rows
from tests.unit.questionnaire.tiny import FOLDER, tiny

TABLE = "ags;date;kept;worded\n01002000;2026-10-01;3;unknown\n"


def entries(tmp_path, asked):
    series = load_series(FOLDER / "bridge", tiny("bridge"))
    model = replace(load_model(), series=series, questionnaire=series.questionnaire)
    (tmp_path / "export.csv").write_text(TABLE, encoding="utf-8")
    return list(entries_of(tmp_path / "export.csv", model, Columns(questionnaire=asked)))


def test_the_lines_of_a_table_of_an_earlier_version_are_carried_over(tmp_path):
    (entry,) = entries(tmp_path, "tiny@0")
    assert entry.assessment.questionnaire == "tiny@0"
    assert {id: answer.value for id, answer in entry.answers.items()} == {
        "kept": 3,
        "said_better": None,
    }


def test_a_table_of_a_version_that_is_not_known_is_a_fault(tmp_path):
    with pytest.raises(Invalid) as error:
        entries(tmp_path, "tiny@7")
    assert [(one.code, one.values["given"]) for one in error.value.problems] == [
        ("other_version", "tiny@7")
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('ags;"Wer, was; wo"\n01;Köln\n', "cp1252"),
        ('ags;Wer, was, wo, wann\n01;"Köln"\n', "utf-8-sig"),
        ('ags,"Wer; was; wo"\r\n01,Köln\r\n', "utf-8"),
        ("sep=\t\nags\tWer;was;wo\n01\tKöln\n", "utf-16"),
        ("ags\tWer\n01\tKöln\n", "utf-16-le"),
        ("ags\tWer\n01\tKöln\n", "utf-16-be"),
    ],
)
def test_tables_are_read_as_survey_tools_and_spreadsheets_write_them(tmp_path, text, encoding):
    (tmp_path / "table.csv").write_bytes(text.encode(encoding))
    (head, row) = table_rows(tmp_path / "table.csv")
    assert (len(head), row) == (2, ["01", "Köln"])


@pytest.mark.parametrize("lines", [2, 30_000])
def test_a_quotation_mark_that_is_not_closed_is_a_fault_and_swallows_no_lines(tmp_path, lines):
    text = 'ags;note\n01001000;"so\n so"\n01002000;"never ended\n' + "01003000;fine\n" * lines
    (tmp_path / "table.csv").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as error:
        table_rows(tmp_path / "table.csv")
    assert [(one.code, one.line) for one in error.value.problems] == [("table_not_readable", 4)]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1;2\n", b"\x89PNG\r\n\x00\x1a\n;;\x00\x00"])
def test_a_table_that_is_no_text_is_told_as_such_and_not_by_its_columns(tmp_path, data):
    (tmp_path / "table.csv").write_bytes(data)
    with pytest.raises(Invalid) as error:
        table_rows(tmp_path / "table.csv")
    assert [one.code for one in error.value.problems] == ["no_text_for_table"]


def test_a_workbook_that_is_none_is_to_be_saved_again_as_a_table(tmp_path):
    (tmp_path / "members.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(Invalid) as error:
        table_rows(tmp_path / "members.xlsx")
    assert [one.code for one in error.value.problems] == ["table_not_readable"]


def test_a_table_without_a_line_of_answers_is_a_fault(tmp_path):
    (tmp_path / "export.csv").write_text("ags;date;data.inventory\n;;\n", encoding="utf-8")
    with pytest.raises(Invalid) as error:
        list(entries_of(tmp_path / "export.csv", load_model(), Columns()))
    assert [one.code for one in error.value.problems] == ["table_without_lines"]
