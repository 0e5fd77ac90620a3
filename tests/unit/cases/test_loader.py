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


def two_records(first="", second="same_as: musterstadt-strassen"):
    other = CASE.replace("musterstadt-strassen\n", f"zweiter-eintrag\n  {second}\n")
    other = other.replace("mobility", "other")
    return {
        "mobility": CASE.replace("approach: unknown", first or "approach: turnkey"),
        "other": other,
    }


def test_two_records_of_one_project_name_the_first(tmp_path):
    first, second = load_cases(a_folder(tmp_path, **two_records()))
    assert first.project == second.project == "musterstadt-strassen"


@pytest.mark.parametrize(
    ("named", "fault"),
    [
        ("nirgends", "unknown_case"),
        ("zweiter-eintrag", "not_the_first_record"),
    ],
)
def test_a_record_that_names_no_first_record_is_a_fault(tmp_path, named, fault):
    folder = a_folder(tmp_path, **two_records(second=f"same_as: {named}"))
    assert problems(folder) == [(fault, "cases/other.yaml:2 zweiter-eintrag.same_as")]


def test_a_chain_of_records_is_a_fault(tmp_path):
    files = two_records()
    files["mobility"] += (
        files["other"]
        .replace("zweiter-eintrag", "dritter")
        .replace("musterstadt-strassen", "zweiter-eintrag")
        .replace("field: other", "field: mobility")
    )
    folder = a_folder(tmp_path, **files)
    assert [code for code, _ in problems(folder)] == ["not_the_first_record"]


def test_records_of_one_project_may_be_silent_but_not_contradict(tmp_path):
    files = two_records()
    files["other"] = files["other"].replace("status: pilot", "status: ended")
    assert problems(a_folder(tmp_path, **files)) == [
        ("records_contradict", "cases/other.yaml:13 zweiter-eintrag.status")
    ]


def test_nothing_is_said_of_a_record_whose_file_cannot_be_read(tmp_path):
    folder = a_folder(tmp_path, mobility="- [", other=two_records()["other"])
    assert [code for code, _ in problems(folder)] == ["yaml_syntax"]


def test_nothing_is_said_of_a_record_that_has_a_fault_of_its_own(tmp_path):
    files = two_records(first="approach: magic")
    assert [code for code, _ in problems(a_folder(tmp_path, **files))] == ["not_one_of"]


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
