"""The catalogue is read whole, and every fault in it is named with its place."""

import pytest

from assessment.cases.loader import load_cases
from assessment.cases.weights import load_matching
from assessment.errors import Invalid
from tests.unit.cases.building import KI_READINESS

CASE = """\
- id: musterstadt-strassen
  municipality: Musterstadt
  body: city
  state: NW
  ags: "05774040"
  title: {de: Straßen, en: Roads}
  summary: {de: Text., en: Text.}
  field: mobility
  technology: computer_vision
  approach: unknown
  funding: unknown
  status: pilot
  outcome_kind: none
  source_url: https://example.org
  in_wik_study: false
  confidence: low
"""


def a_folder(path, **files):
    (path / "cases").mkdir()
    for name, text in files.items():
        (path / "cases" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def problems(folder):
    with pytest.raises(Invalid) as raised:
        load_cases(folder)
    return [(problem.code, problem.where) for problem in raised.value.problems]


def test_cases_come_sorted_by_id_and_silence_stays_silence(tmp_path):
    other = CASE.replace("musterstadt-strassen", "aachen").replace("mobility", "other")
    first, second = load_cases(a_folder(tmp_path, mobility=CASE, other=other))
    assert (first.id, second.id) == ("aachen", "musterstadt-strassen")
    assert (second.approach, second.outcomes, second.population) == ("unknown", None, None)


def test_a_folder_without_cases_has_none(tmp_path):
    assert load_cases(tmp_path) == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("confidence: low", "confidence: low\n  colour: red", ("unknown_key", 17, "colour")),
        ("confidence: low", "confidence: low\n  status: pilot", ("repeated_key", 17, "status")),
        ("{de: Text., en: Text.}", "{de: Text.}", ("missing_translation", 7, "summary.en")),
        ("status: pilot", "status: paused", ("not_one_of", 12, "status")),
        ("technology: computer_vision", "technology: magic", ("not_one_of", 9, "technology")),
        ("state: NW", "state: XX", ("not_valid", 4, "state")),
        ('"05774040"', '"5774040"', ("not_valid", 5, "ags")),
        ("  title: {de: Straßen, en: Roads}\n", "", ("missing_key", 1, "title")),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path, old, new, fault):
    code, line, key = fault
    folder = a_folder(tmp_path, mobility=CASE.replace(old, new))
    assert problems(folder) == [(code, f"cases/mobility.yaml:{line} musterstadt-strassen.{key}")]


def test_an_unquoted_key_of_a_municipality_is_a_fault(tmp_path):
    folder = a_folder(tmp_path, mobility=CASE.replace('"05774040"', "05774040"))
    assert [code for code, _ in problems(folder)] == ["leading_zero"]


def test_a_case_in_the_file_of_another_field_is_a_fault(tmp_path):
    folder = a_folder(tmp_path, other=CASE)
    assert problems(folder) == [
        ("case_in_wrong_file", "cases/other.yaml:8 musterstadt-strassen.field")
    ]


def test_an_id_used_twice_is_a_fault_across_files_too(tmp_path):
    folder = a_folder(tmp_path, mobility=CASE, other=CASE.replace("mobility", "other"))
    assert problems(folder) == [("duplicate_id", "cases/other.yaml:1 musterstadt-strassen.id")]


def test_the_faults_of_all_files_are_reported_together(tmp_path):
    folder = a_folder(
        tmp_path, mobility=CASE.replace("pilot", "paused"), other="- [", social_health="x: 1"
    )
    assert [code for code, _ in problems(folder)] == ["not_one_of", "yaml_syntax", "wrong_type"]


def test_the_numbers_of_matching_are_checked_too(tmp_path):
    text = (KI_READINESS / "matching.yaml").read_text(encoding="utf-8")
    (tmp_path / "matching.yaml").write_text(text.replace("smallest: 1000", "smallest: -5"))
    with pytest.raises(Invalid) as raised:
        load_matching(tmp_path)
    assert [problem.place for problem in raised.value.problems] == ["population.smallest"]
