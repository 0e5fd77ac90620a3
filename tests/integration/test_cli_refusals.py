"""What the command line says of files it cannot take or write, in the language asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.benchmark.synthetic import all_municipalities
from assessment.cli.entry import run
from assessment.cli.language import choose
from assessment.model import load_model
from tests.synthetic_files import answer_files

ROUND = ["round", "new", "r", "--name", "2026", "--district", "05774"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "de")
    choose(["--lang", "de"])  # which lets click speak German too
    return tmp_path


def test_a_report_is_not_taken_for_answers_and_a_newer_version_wants_the_newer_tool(folder, capsys):
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\n")
    answers = {"questionnaire": "ki-readiness@2999.1", "municipality": {"ags": "05774032"}}
    (folder / "newer.json").write_text(json.dumps({**answers, "date": "2026-11-01", "answers": {}}))
    assert run(ROUND) == 0
    assert run(["round", "add", "r", "report.pdf", "newer.json"]) == 1
    told = capsys.readouterr().err
    assert "report.pdf: Das ist ein PDF und keine Datei mit Antworten." in told
    assert "installieren Sie das neuere Werkzeug" in told
    assert list((folder / "r" / "contributions").iterdir()) == []


def test_files_that_cannot_be_taken_over_stop_no_other_and_are_all_told(folder, capsys):
    sent = answer_files(load_model(), all_municipalities()[:3])
    (folder / "sent").mkdir()
    for name, data in sent.items():
        (folder / "sent" / name).write_bytes(data)
    (folder / "sent" / "broken.json").write_text("{")
    (folder / "table.csv").write_text("ags;date;Q1\n05774032;2026-11-01;ja\n")
    (folder / "packed.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert run(ROUND) == 0
    capsys.readouterr()
    assert run(["round", "add", "r", "nowhere.json", "table.csv", "packed.zip", "sent"]) == 1
    out, told = capsys.readouterr()
    assert "3 Beiträge übernommen." in out
    taken = sorted(one.name for one in (folder / "r" / "contributions").iterdir())
    assert taken == sorted(sent)
    for file in ("nowhere.json", "table.csv:1", "packed.zip", "broken.json"):
        assert f"{file}: " in told or f"{file}:1: " in told, file
    assert "4 von 7 Dateien wurden nicht übernommen." in told
    assert told.count("Abhilfe:") == 4
    (folder / "sent" / "broken.json").unlink()
    assert run(["round", "add", "r", "sent"]) == 0
    assert len(list((folder / "r" / "contributions").iterdir())) == 3


@pytest.mark.parametrize("content", ['{"round": "2026", "tab', "[1, 2]", "%PDF-1.7"])
def test_what_is_no_release_is_called_so_and_not_unreadable(folder, capsys, content):
    (folder / "release.json").write_text(content)
    told_by = ["-o", "open", "--publisher", "Kreis"]
    assert run(["round", "publish", "release.json", *told_by]) == 1
    told = capsys.readouterr().err
    assert "release.json: Dies ist keine Veröffentlichung einer Erhebungsrunde." in told
    assert "Ordner releases" in told
    assert not (folder / "open").exists()


@pytest.fixture
def released(folder):
    """A round of which a release was made."""
    (folder / "sent").mkdir()
    for name, data in answer_files(load_model(), all_municipalities()[:8]).items():
        (folder / "sent" / name).write_bytes(data)
    (folder / "members.csv").write_text("\n".join(one.ags for one in all_municipalities()[:8]))
    new = ["round", "new", "r", "--name", "2026", "--by", "", "--members", "members.csv"]
    for command in (new, ["round", "add", "r", "sent"], ["round", "release", "r"]):
        assert run(command) == 0
    return folder


def test_a_lost_key_is_told_with_what_to_do_before_anything_rests_on_another(released, capsys):
    capsys.readouterr()
    key = released / "r" / "private" / "key"
    kept = key.read_bytes()
    assert run(["round", "audit", "r"]) == 0
    assert "Schlüssel" not in capsys.readouterr().err
    key.unlink()
    for command in ("audit", "audit", "release"):  # the first one makes another key
        run(["round", command, "r"])
        told = capsys.readouterr().err
        assert f"{Path('r', 'private', 'key')}: Der Schlüssel, mit dem" in told
        assert "Spielen Sie die Datei aus einer Sicherung zurück." in told
    key.write_bytes(kept)
    assert run(["round", "audit", "r"]) == 0
    assert "Schlüssel" not in capsys.readouterr().err


def test_what_is_said_wrongly_about_a_package_is_named_as_it_was_given(released, capsys):
    said = ["--publisher", " ", "--email", "x", "--address", "y"]
    assert run(["round", "publish", "r", "-o", "open", *said]) == 1
    told = capsys.readouterr().err
    assert "--publisher: Es ist kein Herausgeber genannt." in told
    assert "--email: „x“ ist keine E-Mail-Adresse." in told
    assert "--address: „y“ ist keine Webadresse." in told
    assert not (released / "open").exists()


def test_the_folder_of_a_round_is_not_taken_for_answers(released, capsys):
    assert run(["benchmark", "r", "-o", "out.csv"]) == 1
    assert run(["round", "new", "other", "--name", "2027", "--district", "05774"]) == 0
    assert run(["round", "add", "other", "r"]) == 1
    told = capsys.readouterr().err
    assert told.count("r: Dies ist der Ordner einer Erhebungsrunde und enthält") == 2
    assert run(["round", "add", "other", "r/contributions"]) == 0
    assert not (released / "out.csv").exists()


def test_a_package_is_not_written_beside_what_members_handed_in(released, capsys):
    before = sorted(one.name for one in (released / "r").iterdir())
    publish = ["round", "publish", "r", "--publisher", "Kreis", "--data-only"]
    assert run([*publish, "-o", "r"]) == 1
    assert "r -o: Dies ist der Ordner einer Erhebungsrunde:" in capsys.readouterr().err
    assert sorted(one.name for one in (released / "r").iterdir()) == before


def test_a_release_that_was_changed_is_put_back_by_who_makes_reports(released, capsys):
    (path,) = (released / "r" / "releases").iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace('"2026"', '"2027"'))
    assert run(["round", "reports", "r", "-o", "reports", "--format", "json"]) == 1
    told = capsys.readouterr().err
    assert f"{Path('r', 'releases', path.name)}: Eine frühere Veröffentlichung" in told
    assert "Verband" not in told


def test_a_workbook_with_a_password_says_what_to_do(folder, capsys):
    (folder / "locked.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000))
    assert run(ROUND) == 0
    assert run(["round", "add", "r", "locked.xlsx"]) == 1
    assert run([*ROUND[:2], "other", "--name", "2027", "--members", "locked.xlsx"]) == 1
    told = capsys.readouterr().err
    assert told.count("locked.xlsx: Dies ist eine Arbeitsmappe mit Kennwort") == 2
    assert told.count("nehmen Sie das Kennwort heraus") == 2


@pytest.mark.parametrize("command", [["status", "r"], ["add", "r", "empty.csv"]])
def test_an_empty_file_is_told_whatever_it_was_to_hold(folder, capsys, command):
    assert run(ROUND) == 0
    (folder / "r" / "round.yaml" if command[0] == "status" else folder / "empty.csv").write_text("")
    assert run(["round", *command]) == 1
    told = capsys.readouterr().err
    assert "Die Datei ist leer." in told
    assert "Speichern Sie sie noch einmal" in told


def test_a_mapping_file_begins_with_a_table_and_is_yaml(folder, capsys):
    (folder / "table.csv").write_text("ags;date;Q1\n05774032;2026-11-01;ja\n")
    (folder / "book.xlsx").write_bytes(b"PK\x03\x04")
    assert run(["round", "mapping", "table.csv", "-o", "mapping.txt"]) == 2
    assert run(["round", "mapping", "book.xlsx", "-o", "mapping.yaml"]) == 2
    told = capsys.readouterr().err
    assert "für TABLE: die Datei muss auf eine dieser Endungen enden: .csv" in told
    assert sorted(one.name for one in folder.iterdir()) == ["book.xlsx", "table.csv"]


def test_a_folder_in_place_of_a_file_is_told_in_german(folder):
    (folder / "out.csv").mkdir()
    # In a process of its own: options know their words in the language they were loaded in.
    command = [sys.executable, "-m", "assessment", "benchmark", "x", "-o", "out.csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Datei 'out.csv' ist ein Ordner." in done.stderr


def test_what_the_system_says_of_a_file_is_told_in_german(folder, capsys):
    assert run(ROUND) == 0
    (folder / "in_the_way").write_text("")
    assert run(["round", "notice", "r", "-o", "in_the_way/notice.html"]) == 1
    told = capsys.readouterr().err
    assert "notice.html: Die Datei lässt sich nicht schreiben (Datei besteht schon)." in told


def test_a_reader_that_has_seen_enough_is_no_fault(folder):
    assert run(ROUND) == 0
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "assessment", "round", "status", "r", "--missing"],
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
