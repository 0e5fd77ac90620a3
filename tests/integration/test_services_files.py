"""The command line's work on answer files: all problems at once, documents whole or not at all."""

import json

import pytest

from assessment.errors import Invalid
from assessment.model import load_model
from assessment.questionnaire.answer_file import write_answers
from assessment.report.brief import Brief
from assessment.services import examples, files
from assessment.services.documents.formats import Order
from tests.integration.builders import a_full_assessment, an_assessment

MODEL = load_model()
ORDER = Order("pdf", Brief("de"))


def write(path, assessment=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_answers(assessment or an_assessment(), format="yaml"), encoding="utf-8")
    return path


def test_a_folder_stands_for_its_answer_files_in_order(tmp_path):
    for name in ("b.yaml", "a.yml", "c.JSON", ".hidden.yaml", "notes.txt", "deeper/d.yaml"):
        write(tmp_path / name)
    single = write(tmp_path / "deeper" / "e.yaml")
    found = files.answer_paths([tmp_path, single])
    assert [path.name for path in found] == ["a.yml", "b.yaml", "c.JSON", "e.yaml"]


def test_the_problems_of_all_files_are_told_together(tmp_path):
    good = write(tmp_path / "good.yaml")
    bad = tmp_path / "bad.yaml"
    bad.write_text("questionnaire: ki-readiness@2026.1\n")
    missing = tmp_path / "missing.yaml"
    with pytest.raises(Invalid) as refused:
        files.score_files([good, bad, missing], MODEL)
    assert {problem.file for problem in refused.value.problems} == {str(bad), str(missing)}


def test_an_empty_folder_is_a_fault(tmp_path):
    with pytest.raises(Invalid) as refused:
        files.read_files([tmp_path], MODEL)
    assert [problem.code for problem in refused.value.problems] == ["folder_without_answers"]


def test_results_come_in_the_order_of_the_files(tmp_path):
    paths = [write(tmp_path / "b.yaml"), write(tmp_path / "a.yaml", a_full_assessment())]
    scored = files.score_files(paths, MODEL)
    assert [item.path for item in scored] == paths
    assert scored[1].result.assessment == a_full_assessment()


def test_one_file_goes_to_the_target(tmp_path):
    one = write(tmp_path / "one.yaml")
    order = Order("json", Brief("de"))
    target = tmp_path / "deep" / "result.json"
    assert files.report_file(one, target, model=MODEL, queue=None, order=order) == target
    assert json.loads(target.read_text())["questionnaire"] == "ki-readiness@2026.1"


def test_nothing_is_written_when_the_file_is_bad(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("answers: 1\n")
    with pytest.raises(Invalid):
        files.report_file(bad, tmp_path / "out" / "bad.pdf", model=MODEL, queue=None, order=ORDER)
    assert not (tmp_path / "out").exists()


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    files.write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    blocked = tmp_path / "report.pdf" / "below.pdf"
    with pytest.raises(Invalid) as refused:
        files.write_atomically(blocked, b"new")
    assert [problem.code for problem in refused.value.problems] == ["file_not_writable"]
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_every_example_file_can_be_read():
    assert len(files.read_files(examples.example_files(), MODEL)) >= 6


def test_a_demo_does_not_write_over_somebody_s_own_file(tmp_path):
    name = examples.example_files()[0].name
    (tmp_path / name).write_text("mine")
    with pytest.raises(Invalid) as refused:
        list(examples.write_demo(tmp_path, MODEL, "de"))
    assert [problem.file for problem in refused.value.problems] == [str(tmp_path / name)]
    assert [path.name for path in tmp_path.iterdir()] == [name]
