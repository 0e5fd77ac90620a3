"""Many documents at once: one fault stops no other, nothing is lost, and nothing is done twice."""

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from assessment.errors import Invalid
from assessment.jobs.pool import LocalPool
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.services.documents.batch import Batch, Failed, Finished
from assessment.services.documents.formats import Order
from assessment.services.documents.manifest import sha256
from tests.conftest import ROOT

MODEL = load_model()
JSON = Order("json", Brief("de"))


def an_answer_file(path, body=None):
    body = body or Municipality("Musterstadt", Body.MUNICIPALITY)
    assessment = Assessment(MODEL.questionnaire.reference, body, date(2026, 11, 22), {})
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_answers(assessment, format="yaml"))
    return path


def a_folder(tmp_path, *names):
    for name in names:
        an_answer_file(tmp_path / "in" / f"{name}.yaml", Municipality(name, Body.MUNICIPALITY))
    return tmp_path / "in", tmp_path / "out"


def made(source, target, order=JSON, queue=None, jobs=1, **options):
    batch = Batch([source], target, order=order, model=MODEL, **options)
    outcomes = list(batch.run(queue or InProcess(), jobs))
    assert len(outcomes) == len(batch)
    return {outcome.source.stem: outcome for outcome in outcomes}


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text())


def test_what_is_done_is_not_done_again(tmp_path):
    source, target = a_folder(tmp_path, "a", "b")
    first = made(source, target)
    times = [(target / f"{name}.json").stat().st_mtime_ns for name in "ab"]
    second = made(source, target)
    assert [one.made for one in first.values()] == [True, True]
    assert [one.made for one in second.values()] == [False, False]
    assert [(target / f"{name}.json").stat().st_mtime_ns for name in "ab"] == times


def test_what_changed_is_made_anew_and_the_rest_is_left(tmp_path):
    source, target = a_folder(tmp_path, "a", "b", "c")
    made(source, target)
    an_answer_file(source / "a.yaml", Municipality("Anders", Body.MUNICIPALITY))
    (target / "b.json").write_text("somebody changed this")
    again = made(source, target)
    assert {name: one.made for name, one in again.items()} == {"a": True, "b": True, "c": False}
    assert json.loads((target / "a.json").read_text())["municipality"]["name"] == "Anders"


def test_another_language_makes_everything_anew(tmp_path):
    source, target = a_folder(tmp_path, "a")
    made(source, target)
    assert made(source, target, Order("json", Brief("en")))["a"].made


@pytest.mark.parametrize("text", ["no json", "[]", '{"files": [{"x": 1}]}'])
def test_a_manifest_that_cannot_be_read_costs_new_work_only(tmp_path, text):
    source, target = a_folder(tmp_path, "a")
    target.mkdir()
    (target / "manifest.json").write_text(text)
    assert made(source, target)["a"].made
    assert [entry["input"] for entry in manifest_of(target)["files"]] == ["a.yaml"]


def test_one_broken_file_stops_no_other_and_is_told_with_all_its_faults(tmp_path):
    source, target = a_folder(tmp_path, "a", "c")
    (source / "b.yaml").write_text("answers: 1\n")
    outcomes = made(source, target)
    assert isinstance(outcomes["b"], Failed)
    assert len(outcomes["b"].problems) == 4
    assert [outcomes[name].made for name in "ac"] == [True, True]


def test_two_for_one_place_are_both_refused(tmp_path):
    source, target = a_folder(tmp_path, "a", "b", "c")
    an_answer_file(source / "b.yaml", Municipality("a", Body.MUNICIPALITY))
    outcomes = made(source, target, names="{name}")
    assert [problem.code for problem in outcomes["b"].problems] == ["same_target"]
    assert isinstance(outcomes["a"], Failed)
    assert isinstance(outcomes["c"], Finished)


def test_names_follow_the_pattern_and_suit_every_system(tmp_path):
    an_answer_file(tmp_path / "in" / "x.yaml", by_ags("05515000"))
    an_answer_file(
        tmp_path / "in" / "y.yaml", Municipality("../Übel: *<Stadt>?", Body.MUNICIPALITY)
    )
    made(tmp_path / "in", tmp_path / "out", names="{ags}_{name}_{date}")
    assert sorted(path.name for path in (tmp_path / "out").glob("*_2026*")) == [
        "05515000_Muenster_2026-11-22.json",
        "Uebel_Stadt_2026-11-22.json",
    ]


@pytest.mark.parametrize("names", ["{nome}", "{name}/{date}", "..\\{name}", " "])
def test_a_pattern_that_cannot_be_is_refused_before_anything_is_written(tmp_path, names):
    source, target = a_folder(tmp_path, "a")
    with pytest.raises(Invalid):
        Batch([source], target, order=JSON, model=MODEL, names=names)
    assert not target.exists()


def test_the_manifest_tells_every_document_with_its_hashes(tmp_path):
    source, target = a_folder(tmp_path, "b", "a")
    made(source, target)
    told = manifest_of(target)
    assert told["model_hash"] == MODEL.hash
    assert [entry["output"] for entry in told["files"]] == ["a.json", "b.json"]
    for entry in told["files"]:
        assert entry["input_sha256"] == sha256((source / entry["input"]).read_bytes())
        assert entry["output_sha256"] == sha256((target / entry["output"]).read_bytes())


def test_killed_workers_lose_nothing_and_double_nothing(tmp_path):
    names = [f"gemeinde-{number}" for number in range(4)]
    source, target = a_folder(tmp_path, *names)
    pool = LocalPool(2)
    try:
        batch = Batch([source], target, order=Order("xlsx", Brief("de")), model=MODEL)
        outcomes = []
        for outcome in batch.run(pool, 2):
            outcomes.append(outcome)
            if len(outcomes) == 1:
                os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    finally:
        pool.close()
    assert sorted(one.source.stem for one in outcomes) == names
    assert all(isinstance(one, Finished) and one.made for one in outcomes)
    assert sorted(path.stem for path in target.glob("*.xlsx")) == names
    assert [entry["input"] for entry in manifest_of(target)["files"]] == [
        f"{name}.yaml" for name in names
    ]


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path):
    source, target = a_folder(tmp_path, "a", "b", "c")
    running = Batch([source], target, order=JSON, model=MODEL).run(InProcess())
    first = next(running)
    running.close()
    outcomes = made(source, target)
    assert not outcomes[first.source.stem].made
    assert sorted(path.name for path in target.glob("?.json")) == ["a.json", "b.json", "c.json"]


def test_a_killed_command_goes_on_where_it_stopped(tmp_path):
    names = [f"gemeinde-{number}" for number in range(6)]
    source, target = a_folder(tmp_path, *names)
    options = ["-o", target, "--format", "xlsx", "--lang", "de"]
    command = [sys.executable, "-m", "assessment", "report", source, *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while not (target / "manifest.json").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    noted = {entry["input"].removesuffix(".yaml") for entry in manifest_of(target)["files"]}

    outcomes = made(source, target, Order("xlsx", Brief("de")))

    assert 0 < len(noted) < len(names)
    assert {name for name, one in outcomes.items() if not one.made} == noted
    assert sorted(path.stem for path in target.iterdir()) == [*names, "manifest"]
    assert [entry["output"] for entry in manifest_of(target)["files"]] == [
        f"{name}.xlsx" for name in names
    ]


def test_ctrl_c_ends_with_a_sentence_and_the_same_command_goes_on(tmp_path):
    source, target = a_folder(tmp_path, *(f"gemeinde-{number}" for number in range(9)))
    command = [sys.executable, "-m", "assessment", "report", str(source), "-o", str(target)]
    command += ["--format", "json", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    options = {"text": True, "env": environment, "start_new_session": True}
    with subprocess.Popen(command, stdout=subprocess.PIPE, **options) as stopped:
        assert "1/9" in stopped.stdout.readline()
        os.killpg(stopped.pid, signal.SIGINT)
        said = stopped.stdout.read()
        assert stopped.wait(20) == 130
    assert re.search(r"Stopped at \d of 9. The same command goes on there.", said)
    done = len(manifest_of(target)["files"])
    assert 0 < done < 9
    again = subprocess.run(command, capture_output=True, check=True, **options).stdout
    assert again.count("There already") == done
    assert len(manifest_of(target)["files"]) == 9
