"""Contributions to an earlier version of the questionnaire: counted, and each with its report."""

from datetime import date

import pytest

from assessment.answer_book import write_book
from assessment.benchmark.rounds.model import Round, Selection
from assessment.benchmark.synthetic import all_municipalities
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.questionnaire.answer_file import parse_answers
from assessment.report.brief import Brief
from assessment.services.benchmark.contributions.taking import add_contributions
from assessment.services.benchmark.folder import counted, make_next_release
from assessment.services.benchmark.opening import new_round, open_round
from assessment.services.documents.batch import Finished
from assessment.services.documents.formats import Order
from assessment.services.peers.individual import reports_of_round
from tests.next_version import BEFORE, NOW, next_version
from tests.synthetic_files import answer_files

MEMBERS = all_municipalities()[:6]
THEN = load_model()


def silent(done, all_):
    pass


@pytest.fixture
def model(tmp_path):
    return load_model(next_version(tmp_path / "next"))


@pytest.fixture
def folder(tmp_path, model):
    """A round of the later version: a workbook and a file of the earlier one, four of its own."""
    sent = tmp_path / "sent"
    sent.mkdir()
    before = list(answer_files(THEN, MEMBERS).items())
    (name, workbook), (other, file), *_ = before
    given = parse_answers(workbook, file=name, vocabulary=THEN.vocabulary)
    (sent / "offline.xlsx").write_bytes(write_book(given, THEN, "de"))
    (sent / other).write_bytes(file)
    for own, data in list(answer_files(model, MEMBERS).items())[2:]:
        (sent / own).write_bytes(data)
    keys = [one.ags for one in MEMBERS]
    wanted = Round(name="x", questionnaire=NOW, by="", members=Selection(ags=keys))
    folder = new_round(tmp_path / "round", wanted)
    add_contributions(folder, [sent], model=model, mapping=None, progress=silent)
    return folder


def test_a_workbook_of_an_earlier_version_counts_and_has_its_report(folder, model, tmp_path):
    lines = {line.entry.source: line for line in counted(folder, model, silent).lines}
    assert lines["offline.xlsx"].entry.version == BEFORE
    assert lines["offline.xlsx"].standing.is_counted
    assert sum(line.entry.is_bridged for line in lines.values()) == 2
    make_next_release(folder, model, day=date(2026, 11, 23), reading=silent, progress=silent)
    order = Order("html", Brief("en", parts=("summary",), length="short"))
    batch = reports_of_round(
        open_round(folder.path, model).path, tmp_path / "out", model=model, order=order,
        progress=silent,
    )  # fmt: skip
    outcomes = list(batch.run(InProcess()))
    assert all(isinstance(one, Finished) for one in outcomes)
    (made,) = [one.target for one in outcomes if one.source.name == "offline.xlsx"]
    told = made.read_text(encoding="utf-8")
    assert f"Answered in the earlier version {BEFORE}; 46 of 51 answers mean the same" in told
