"""How a round is begun on the command line: districts by name, days as one writes them."""

import re

import pytest
import yaml

from assessment.benchmark.synthetic import all_municipalities
from assessment.cli.entry import run
from assessment.model import load_model
from assessment.municipality.register import municipality_rows
from tests.synthetic_files import answer_files


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def new(*options):
    return run(["round", "new", "r", "--name", "2026", *options])


def members_of_round(folder):
    return yaml.safe_load((folder / "r" / "round.yaml").read_text(encoding="utf-8"))["members"]


def test_the_commands_of_a_round_are_listed_in_the_order_of_their_use(folder, capsys):
    assert run(["round", "--help"]) == 0
    listed = re.findall(r"^  ([a-z-]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert listed[:6] == ["new", "dry-run", "notice", "mapping", "add", "withdraw"]
    assert listed[-5:] == ["audit", "release", "overall", "reports", "publish"]


def test_districts_are_named_or_given_with_their_digits(folder, capsys):
    named = ["--district", "Kreis Paderborn", "--district", "Flensburg", "--district", "5762"]
    assert new(*named) == 0
    assert members_of_round(folder)["districts"] == ["05774", "01001", "05762"]
    assert "r: a round with 21 members." in capsys.readouterr().out


def test_a_district_that_is_none_is_told_with_those_of_a_similar_name(folder, capsys):
    assert new("--district", "Paderborn", "--district", "77777") == 1
    told = capsys.readouterr().err
    assert "Did you mean “05774 (Kreis Paderborn)”?" in told
    # Nobody looks through four hundred keys.
    assert "01001" not in told
    assert not (folder / "r").exists()


def test_everything_that_is_wrong_is_told_at_once(folder, capsys):
    assert new("--by", "land", "--state", "Bayern", "--size-class", "7", "--ags", "1") == 1
    told = capsys.readouterr().err
    for wrong in ("“land” is no breakdown", "“Bayern” is not", "“7” is not", "no county “1”"):
        assert wrong in told
    assert "4 problems found." in told


def test_days_are_written_in_either_order_and_belong_together(folder, capsys):
    paderborn = ["--state", "nw", "--district", "05774"]
    assert new(*paderborn, "--first", "1.10.2026") == 2
    assert new(*paderborn, "--first", "1.10.2026", "--last", "2026-09-30") == 2
    assert new(*paderborn, "--first", "31.9.2026", "--last", "2026-10-01") == 2
    told = capsys.readouterr().err
    assert "Give --first and --last together." in told
    assert "--last is before --first." in told
    assert "“31.9.2026” is no day; write it as 2026-11-22 or 22.11.2026." in told
    assert new(*paderborn, "--first", "1.10.2026", "--last", "2026-10-31") == 0
    assert members_of_round(folder)["states"] == ["NW"]
    assert run(["round", "status", "r"]) == 0
    assert "from 1 Oct 2026 to 31 Oct 2026" in capsys.readouterr().out


def test_members_are_named_or_given_with_their_key_as_spreadsheets_leave_it(folder, capsys):
    assert new("--ags", "Altenbeken", "--ags", "5774032", "--ags", "05 774 004") == 1
    assert "05774004 is listed twice." in capsys.readouterr().err
    assert new("--ags", "Altenbeken", "--ags", "5774032") == 0
    assert members_of_round(folder)["ags"] == ["05774004", "05774032"]
    for key in ("5774032", "Altenbeken"):
        assert run(["round", "withdraw", "r", key]) == 0
        assert run(["round", "rejoin", "r", key]) == 0
    # Two bodies are called so, the town and the district around it.
    assert run(["round", "withdraw", "r", "Paderborn"]) == 1
    assert "Paderborn is not a member of this round." in capsys.readouterr().err


def test_a_list_of_members_is_a_table(folder, capsys):
    (folder / "members.pdf").write_bytes(b"%PDF-1.7\n")
    assert new("--members", "members.pdf") == 2
    assert "the file must end in .csv, .xlsx, .txt" in capsys.readouterr().err


def test_members_of_whom_nothing_counts_are_listed_for_reminding(folder, capsys):
    assert new("--district", "05774") == 0
    assert run(["round", "withdraw", "r", "05774032"]) == 0
    assert run(["round", "status", "r", "--missing"]) == 0
    told = capsys.readouterr().out
    towns = [row["name"] for key, row in municipality_rows().items() if key.startswith("05774")]
    assert told.count("Nothing yet: ") == len(towns) - 1
    assert "Nothing yet: Altenbeken (05774004)" in told
    assert "Nothing yet: Paderborn" not in told
    assert "No contributions yet." in told


def test_a_folder_without_a_round_is_called_so_by_every_command(folder, capsys):
    (folder / "other").mkdir()
    output = ["-o", "out.html"]
    commands = (
        ["status"], ["add"], ["audit"], ["release"], ["dry-run"], ["withdraw"], ["rejoin"],
        ["notice", *output], ["overall", *output], ["reports", "-o", "out"],
        ["publish", "-o", "out", "--publisher", "x"],
    )  # fmt: skip
    for name, *options in commands:
        more = ["05774032"] if name in {"add", "withdraw", "rejoin"} else []
        assert run(["round", name, "other", *more, *options]) == 1, name
        assert capsys.readouterr().err.startswith("other: This folder holds no round."), name
    assert new("--district", "05774", "--follows", "other") == 1
    assert "other: This folder holds no round." in capsys.readouterr().err


def test_what_is_said_wrongly_of_a_round_is_named_by_its_option(folder, capsys):
    wrong = ["--state", "XX", "--size-class", "9", "--district", "Nirgends", "--ags", "1"]
    assert new(*wrong, "--by", "colour") == 1
    told = capsys.readouterr().err
    for option in ("--state", "--size-class", "--by"):
        assert f"\n{option}: " in f"\n{told}", option
    assert new("--district", "Nirgends", "--ags", "1") == 1
    told = capsys.readouterr().err
    for option in ("--district", "--ags"):
        assert f"\n{option}: " in f"\n{told}", option
    assert "members." not in told


def test_who_is_withdrawn_by_name_is_told_with_the_key(folder, capsys):
    assert new("--district", "05774") == 0
    assert run(["round", "withdraw", "r", "Altenbeken"]) == 0
    assert run(["round", "rejoin", "r", "Altenbeken"]) == 0
    told = capsys.readouterr().out
    assert "Altenbeken (05774004) is withdrawn." in told
    assert "Altenbeken (05774004) takes part again." in told


def test_who_stands_under_withdrawn_and_is_no_member_is_told_with_the_line(folder, capsys):
    assert new("--district", "05774") == 0
    assert run(["round", "withdraw", "r", "05774032"]) == 0
    file = folder / "r" / "round.yaml"
    said = file.read_text().replace('- "05774032"', '- "05774032"\n- "05774033"\n- Köln')
    file.write_text(said)
    capsys.readouterr()
    assert run(["round", "status", "r"]) == 1
    told = capsys.readouterr().err
    for line, given in enumerate(said.splitlines(), start=1):
        if given in ('- "05774033"', "- Köln"):
            key = given[2:].strip('"')
            assert f"round.yaml:{line} withdrawn[" in told
            assert f"{key} stands under withdrawn, but is not a member of this round." in told
    assert "05774032 stands" not in told


def test_of_many_contributions_that_do_not_count_status_lists_twenty_for_each_reason(
    folder, capsys
):
    (folder / "sent").mkdir()
    for name, data in answer_files(load_model(), all_municipalities()[:25]).items():
        (folder / "sent" / name).write_bytes(data)
    assert new("--district", "05774", "--first", "2026-01-01", "--last", "2026-01-31") == 0
    assert run(["round", "add", "r", "sent"]) == 0
    capsys.readouterr()
    assert run(["round", "status", "r"]) == 0
    told = capsys.readouterr().out
    assert told.count("does not count: the body is not a member.") == 20
    assert told.count("outside the period of the round.") == 20
    assert told.count("… and 5 more like this; --all lists them.") == 2
    assert "0 of 25 contributions count." in told
    assert run(["round", "status", "r", "--all"]) == 0
    told = capsys.readouterr().out
    assert told.count("does not count: the body is not a member.") == 25
    assert "more like this" not in told
