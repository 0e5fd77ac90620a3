"""What was found in contributions is kept: the same figures, never stale, and nothing left over."""

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessment.benchmark.rounds.model import Round, Selection
from assessment.benchmark.rounds.wide import Columns
from assessment.benchmark.synthetic import all_municipalities
from assessment.errors import Invalid
from assessment.model import load_model
from assessment.services.benchmark.contributions.checked import checked_before
from assessment.services.benchmark.contributions.reading import (
    contributed_paths,
    contributions_in,
    received_in,
)
from assessment.services.benchmark.contributions.taking import add_contributions
from assessment.services.benchmark.folder import counted
from assessment.services.benchmark.opening import new_round
from tests.synthetic_files import answer_files

MODEL = load_model()
MEMBERS = all_municipalities()[:6]
TABLE = "name;state;population;date;data.inventory\nAmt Süd;SH;900;2026-10-01;3\n"


def silent(done, all_):
    pass


@pytest.fixture
def folder(tmp_path):
    for name, data in answer_files(MODEL, MEMBERS).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "by-hand.csv").write_text(TABLE, encoding="utf-8")
    keys = [one.ags for one in MEMBERS]
    wanted = Round(
        name="x", questionnaire=MODEL.questionnaire.reference, members=Selection(ags=keys)
    )
    folder = new_round(tmp_path / "round", wanted)
    added = add_contributions(folder, [tmp_path], model=MODEL, mapping=None, progress=silent)
    assert (added.count, added.problems) == (7, ())
    return folder


def kept(folder):
    return folder.path / "private" / "checked.jsonl"


def afresh(folder):
    with checked_before(None, MODEL) as nothing:
        files = contributions_in(folder.path)
        return [one for path in files for one in received_in(path, MODEL, Columns(), nothing)]


def test_what_is_kept_is_what_reading_anew_gives_also_of_a_line_of_a_table(folder):
    assert kept(folder).read_bytes().count(b"\n") == 7
    with checked_before(folder.path, MODEL) as known:
        files = contributions_in(folder.path)
        assert [known.of(path.read_bytes(), path.name) for path in files] == afresh(folder)
    assert any(one.given.routes for one in afresh(folder))


@pytest.mark.parametrize("spoilt", ["changed", "cut off", "no text", "gone"])
def test_a_spoilt_line_is_made_anew(folder, spoilt):
    sound = kept(folder).read_bytes()
    lines = sound.split(b"\n")
    broken = {
        "changed": b"\n".join([*lines[:3], lines[3].replace(b"[1]", b"[4]"), *lines[4:]]),
        "cut off": sound[:-40],
        "no text": b"\xff\x00" * 500,
        "gone": b"",
    }[spoilt]
    assert broken != sound
    kept(folder).write_bytes(broken)
    found = counted(folder, MODEL, silent)
    assert [one.entry for one in found.lines] == afresh(folder)
    assert sorted(kept(folder).read_bytes().split(b"\n")) == sorted(lines)


def test_what_was_judged_by_another_model_is_not_taken_for_this_one(folder):
    other = replace(MODEL, measures=replace_first_measure())
    assert other.hash != MODEL.hash
    data = contributions_in(folder.path)[0].read_bytes()
    with checked_before(folder.path, other) as known:
        assert not known.has(data)


def replace_first_measure():
    first, *others = MODEL.measures.measures
    changed = first.model_copy(update={"duration_quarters": first.duration_quarters + 1})
    return MODEL.measures.model_copy(update={"measures": (changed, *others)})


def test_of_a_contribution_that_is_gone_nothing_is_kept(folder):
    contributions_in(folder.path)[0].unlink()
    counted(folder, MODEL, silent)
    assert kept(folder).read_bytes().count(b"\n") == 6


def test_another_bodys_answers_of_the_same_name_are_not_replaced(folder, tmp_path):
    sent = []
    for at, (data, day) in enumerate(zip(list(answer_files(MODEL, MEMBERS[:2]).values()) * 2,
                                         ("01", "01", "20", "20"), strict=True)):  # fmt: skip
        place = tmp_path / str(at)
        place.mkdir()
        (place / "answers.yaml").write_bytes(data.replace(b"2026-11-01", f"2026-11-{day}".encode()))
        sent.append(place / "answers.yaml")
    for files in (sent[:2], sent[2:], sent[2:]):
        add_contributions(folder, files, model=MODEL, mapping=None, progress=silent)
    found = [one for one in afresh(folder) if one.source.startswith("answers")]
    assert [(one.source, one.body, one.date) for one in found] == [
        ("answers.yaml", MEMBERS[0], date(2026, 11, 20)),
        ("answers-2.yaml", MEMBERS[1], date(2026, 11, 20)),
    ]


def test_a_pipe_in_the_folder_is_no_contribution_and_stops_nobody(folder):
    files = contributions_in(folder.path)
    os.mkfifo(folder.path / "contributions" / "pipe.json")
    assert contributions_in(folder.path) == files
    assert len(counted(folder, MODEL, silent).lines) == 7


def test_pipes_in_a_folder_that_is_handed_in_are_left_out(folder, tmp_path):
    sent = tmp_path / "sent"
    sent.mkdir()
    for name in ("pipe.json", "pipe.csv", "pipe.xlsx"):
        os.mkfifo(sent / name)
    with pytest.raises(Invalid, match="folder_without_answers"):
        contributed_paths([sent])
    (sent / "table.CSV").write_text("ags;date\n")
    (sent / "answers.yml").write_text("")
    assert [one.name for one in contributed_paths([sent])] == ["answers.yml", "table.CSV"]


def test_an_older_file_of_the_same_name_does_not_replace_the_newer_one(folder, tmp_path):
    name, data = next(iter(answer_files(MODEL, MEMBERS).items()))
    for day in ("2031-01-01", "2029-01-01", "2029-01-01"):  # doing it again changes nothing
        sent = tmp_path / "again" / name
        sent.parent.mkdir(exist_ok=True)
        text, changed = re.subn(r"2\d{3}-\d\d-\d\d", day, data.decode(), count=1)
        assert changed
        sent.write_text(text, encoding="utf-8")
        add_contributions(folder, [sent.parent], model=MODEL, mapping=None, progress=silent)
    lines = {one.entry.source: one for one in counted(folder, MODEL, silent).lines}
    older = f"{Path(name).stem}-2{Path(name).suffix}"
    assert len(lines) == 8
    assert lines[name].entry.date == date(2031, 1, 1)
    assert lines[name].standing.is_counted
    assert not lines[older].standing.is_counted
