"""A round as an association runs it on the command line, from the list of members to a release."""

import json
import zipfile
from pathlib import Path

import pytest

from assessment.benchmark.synthetic import INVENTED, synthetic_round
from assessment.cli.entry import run
from assessment.model import load_model
from assessment.municipality.register import municipality_of, municipality_rows
from tests.integration.files import no_room_on_disk
from tests.integration.reports import faults

IDS = [one.id for one in load_model().questionnaire.questions]


def districts_towns():
    rows = municipality_rows().values()
    return [municipality_of(row) for row in rows if row["ags"].startswith(("05774", "05762"))]


def cell_text(answer):
    return str(answer.value) if answer.value is not None else answer.state.value


def wide_table(path, year, towns, day):
    """What these towns are made to say, as a survey tool exports it."""
    given = synthetic_round(load_model().questionnaire, [], towns, year=year)
    lines = [";".join(["ags", "date", *IDS])]
    for place, one in zip(given.taking, given.contributions, strict=True):
        said = [cell_text(one.answers[id]) for id in IDS]
        lines.append(";".join([towns[place].ags, day, *said]))
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def test_members_are_told_what_is_published_and_may_withdraw_and_come_again(folder, capsys):
    assert run(["round", "new", "r", "--name", "2026", "--district", "05774"]) == 0
    assert run(["round", "notice", "r", "-o", "notice.pdf"]) == 0
    assert faults((folder / "notice.pdf").read_bytes(), folder) == []
    assert run(["round", "notice", "r", "-o", "notice.html"]) == 0
    assert "shown only from 10 members on" in (folder / "notice.html").read_text(encoding="utf-8")
    assert run(["round", "notice", "r", "-o", "notice.txt"]) == 2
    assert run(["round", "withdraw", "r", "05774032"]) == 0
    assert "withdrawn" in (folder / "r" / "round.yaml").read_text()
    assert run(["round", "rejoin", "r", "05774032"]) == 0
    assert "withdrawn" not in (folder / "r" / "round.yaml").read_text()
    assert "Paderborn (05774032) takes part again." in capsys.readouterr().out
    written = (folder / "notice.pdf").read_bytes()
    with no_room_on_disk():
        assert run(["round", "notice", "r", "-o", "notice.pdf"]) == 1
    assert "The file cannot be written (File too large)" in capsys.readouterr().err
    assert (folder / "notice.pdf").read_bytes() == written


def publish_and_report(release, capsys):
    """The package, and the overall report by itself: neither is taken for the other."""
    publish = ["round", "publish", "r", "--publisher", "Verband", "--data-only"]
    assert run([*publish, "-o", "open.zip"]) == 0
    with zipfile.ZipFile("open.zip") as archive:
        assert {"figures.parquet", "dcat-ap-de.jsonld", "LICENSE.txt"} <= set(archive.namelist())
        assert archive.read("release.json") == release.read_bytes()
        said = archive.read("README.md").decode()
        assert "report." not in said
        assert "`as_of` und `of_release` nennen Tag und Nummer" in said

    assert run([*publish, "-o", "overall.html"]) == 2
    assert "round overall writes the report alone" in capsys.readouterr().err
    assert run(["round", "overall", "r", "-o", "overall.zip"]) == 2
    assert run(["round", "overall", str(release), "-o", "overall.html"]) == 0
    written = Path("overall.html").read_text(encoding="utf-8")
    assert "14 of 20 members took part" in written


def test_a_round_from_the_list_of_members_to_its_second_release(folder, capsys):
    towns = districts_towns()
    assert len(towns) == 20
    wide_table(folder / "first.csv", 0, towns[:14], "2026-10-01")
    new = ["round", "new", "r", "--name", INVENTED, "--by", "", "--first", "2026-10-01"]
    new += ["--last", "2026-10-31"]
    assert run([*new, "--district", "05774", "--district", "05762"]) == 0
    assert run(["round", "add", "r", "first.csv"]) == 0
    assert run(["round", "status", "r"]) == 0
    assert "14 of 20 members took part." in capsys.readouterr().out
    assert run(["round", "audit", "r"]) == 0
    assert "Not for publication" in capsys.readouterr().out
    # As kill -9 leaves it: what the release rests on is written, the release begun.
    (folder / "r" / "private" / "001.json").write_text("{")
    (folder / "r" / "releases" / ".001-2026-11-01.json-a1b2c3d4").write_text("{")
    assert run(["round", "release", "r"]) == 0
    (first,) = (folder / "r" / "releases").iterdir()
    assert first.name.startswith("001-")
    told = first.read_text(encoding="utf-8")
    assert not any(town.ags in told or town.name in told for town in towns)
    total = json.loads(told)["participation"][0]["cells"][0]
    assert (total["n"], total["members"], total["registered"]) == (14, 20, 10751)

    publish_and_report(first, capsys)
    assert run(["round", "release", "r"]) == 1
    told = capsys.readouterr().err
    assert "new, changed or withdrawn since an earlier release: 0; at least 5" in told
    wide_table(folder / "second.csv", 1, towns[14:], "2026-11-01")
    assert run(["round", "add", "r", "second.csv"]) == 0
    assert run(["round", "withdraw", "r", towns[0].ags, "--reason", "asked on the phone"]) == 0
    assert run(["round", "status", "r"]) == 0
    told = capsys.readouterr().out
    assert "does not count: it was withdrawn." in told
    assert f"Withdrawn: {towns[0].name} ({towns[0].ags}): asked on the phone" in told
    assert told.count("is of 1 Nov 2026, outside the period of the round.") == 6
    assert "19 of 20 members took part." in told
    assert run(["round", "withdraw", "r", "09162000"]) == 1
    assert "09162000 is not a member of this round." in capsys.readouterr().err
    assert run(["round", "release", "r"]) == 0
    assert len(list((folder / "r" / "releases").iterdir())) == 2
    first.rename(folder / "away.json")
    assert run(["round", "release", "r"]) == 1
    assert "those here have the numbers 002" in capsys.readouterr().err


def test_changed_releases_and_archives_say_what_to_do_and_answers_are_for_one_user(folder, capsys):
    assert run(["round", "new", "r", "--name", "2026", "--district", "05774"]) == 0
    for kept in ("private", "contributions"):
        assert (folder / "r" / kept).stat().st_mode % 0o1000 == 0o700
    assert run(["round", "add", "r", "all.zip"]) == 1
    assert "Unpack it and name the folder" in capsys.readouterr().err
    (folder / "r" / "releases" / "001-2026-11-01.json").write_text(
        '{"round": "2026", "digest": "1"}'
    )
    assert run(["round", "publish", "r", "--publisher", "V", "-o", "o.zip"]) == 1
    said = capsys.readouterr().err
    assert "001-2026-11-01.json: An earlier release of the round was changed" in said


def test_before_inviting_it_is_tried_which_groups_would_be_hidden(folder, capsys):
    (folder / "bad.csv").write_text("ags;note\n01001000;\n99999999;\n01 001 000;\n;\n;new\n")
    assert run(["round", "new", "r", "--name", "x", "--members", "bad.csv"]) == 1
    assert run(["round", "new", "r", "--name", "x" * 300, "--by", "colour"]) == 1
    told = capsys.readouterr().err
    assert "bad.csv:3: The register has no municipality" in told
    assert "Correct the key, in a list in the column ags: 8 digits" in told
    assert "population" not in told
    assert "bad.csv:6: The line has no key." in told
    assert "bad.csv:5" not in told
    assert "bad.csv:4: 01001000 is listed twice." in told
    assert "“colour” is no breakdown." in told
    assert not (folder / "r").exists()
    new = ["round", "new", "r", "--name", "x", "--by", "state,size_class"]
    assert run([*new, "--district", "05774", "--district", "05762"]) == 0
    assert run(["round", "dry-run", "r", "--rates", "20,100"]) == 0
    told = capsys.readouterr().out
    assert "(10 times drawn by lot who answers)" in told
    assert "All members, 20 members: at 20 % hidden in all draws; at 100 % shown" in told
    assert (
        "Smaller big city (100,000 to under 500,000 inhabitants), 1 member: hidden in all" in told
    )
    assert "groups are hidden in all draws at every rate: choose a coarser breakdown" in told
    assert run(["round", "dry-run", "r", "--rates", "half"]) == 1
    assert "“half” is no response rate." in capsys.readouterr().err


def test_the_dry_run_warns_of_breakdowns_that_hide_the_total_or_take_an_hour(folder, capsys):
    new = ["round", "new", "--name", "x"]
    assert run([*new, "few", "--district", "05774", "--by", "size_class,kind"]) == 0
    assert run(["round", "dry-run", "few", "--rates", "30,60"]) == 0
    told = capsys.readouterr().out
    # Of ten members three are too few with any breakdown, six with these.
    assert "members together can be hidden. This happens up to a response rate of 60 %" in told
    assert "hour" not in told
    assert run([*new, "total", "--district", "05774", "--by", ""]) == 0
    assert run(["round", "dry-run", "total", "--rates", "30,60"]) == 0
    assert "members together" not in capsys.readouterr().out
    many = ["--state", "BY", "--state", "BW", "--by", "size_class,kind,district"]
    assert run([*new, "many", *many]) == 0
    assert run(["round", "dry-run", "many", "--rates", "100"]) == 0
    assert "A release may take more than an hour. The breakdowns tell" in capsys.readouterr().out


def test_a_comparison_is_written_as_table_and_as_workbook(folder, capsys):
    wide_table(folder / "all.csv", 0, districts_towns(), "2026-10-01")
    assert run(["round", "mapping", "all.csv", "-o", "mapping.yaml"]) == 0
    assert run(["round", "mapping", "all.csv", "-o", "mapping.yaml"]) == 1
    assert "what was entered in it is not overwritten" in capsys.readouterr().err
    mapped = ["--mapping", "mapping.yaml"]
    assert run(["benchmark", "all.csv", *mapped, "--by", "", "-o", "out.csv"]) == 0
    rows = (folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("kind,subject,by,by_size_class")
    assert any(",median," in row for row in rows)
    assert "20 of 20 contributions count." in capsys.readouterr().out


def test_what_cannot_be_compared_says_what_to_do(folder, capsys):
    wide_table(folder / "few.csv", 0, districts_towns()[:4], "2026-10-01")
    assert run(["benchmark", "few.csv", "-o", "out.json"]) == 1
    assert "at least 5" in capsys.readouterr().err
    wide_table(folder / "all.csv", 0, districts_towns(), "2026-10-01")
    assert run(["benchmark", "all.csv", "--by", "county", "-o", "out.json"]) == 1
    assert "“county” is no breakdown." in capsys.readouterr().err
    assert run(["benchmark", "all.csv", "-o", "out.docx"]) == 2
    assert not (folder / "out.docx").exists()
