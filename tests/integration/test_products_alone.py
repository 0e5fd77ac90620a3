"""Products of a round are made of its releases alone: nothing that was answered is needed for them.

So whatever they show, draw, sort or colour, and every byte of their properties, follows from what
is published; of a member's report, from that and its own answers.
"""

import csv
import shutil

import pytest

from assessment.benchmark.synthetic import all_municipalities
from assessment.cli.entry import run
from assessment.model import load_model
from tests.synthetic_files import answer_files

MEMBER, OTHER = "05774032", "05774008"
PUBLISH = ["--publisher", "Verband", "--address", "https://example.org/ki", "--data-only"]


@pytest.fixture(scope="module", autouse=True)
def english():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        yield


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """A round with two releases, and the same with what one member gave, or two, and no more."""
    folder = tmp_path_factory.mktemp("rounds")
    towns = [one for one in all_municipalities() if one.ags.startswith(("05774", "05762"))]
    whole = str(folder / "whole")
    places = ["--district", "05774", "--district", "05762", "--by", "size_class,district"]
    assert run(["round", "new", whole, "--name", "Kreise", *places]) == 0
    for year, response in ((0, 0.6), (1, 1.0)):
        (folder / str(year)).mkdir()
        files = answer_files(load_model(), towns, response=response, year=year)
        for name, data in files.items():
            (folder / str(year) / name).write_bytes(data)
        assert run(["round", "add", whole, str(folder / str(year))]) == 0
        assert run(["round", "release", whole]) == 0
    for name, stay in (("alone", (MEMBER,)), ("two", (MEMBER, OTHER))):
        shutil.copytree(whole, folder / name)
        shutil.rmtree(folder / name / "private")
        (folder / name / "private").mkdir()
        for file in (folder / name / "contributions").iterdir():
            if not file.name.startswith(stay):
                file.unlink()
    return folder


def test_package_and_overall_report_are_the_same_where_nothing_answered_is_at_hand(rounds):
    for name in ("whole", "alone"):
        place = rounds / f"open-{name}"
        assert run(["round", "publish", str(rounds / name), "-o", str(place), *PUBLISH]) == 0
        report = str(place / "overall.html")
        assert run(["round", "overall", str(rounds / name), "-o", report]) == 0
    whole, alone = (_files(rounds / f"open-{name}") for name in ("whole", "alone"))
    assert {"figures.xlsx", "figures.parquet", "overall.html"} <= set(whole)
    assert whole == alone


@pytest.mark.parametrize("format", ["json", "html"])
def test_a_members_report_needs_no_answers_but_its_own(rounds, format):
    for name in ("two", "alone"):
        place = str(rounds / f"{format}-{name}")
        assert run(["round", "reports", str(rounds / name), "-o", place, "--format", format]) == 0
    two, alone = (_files(rounds / f"{format}-{name}") for name in ("two", "alone"))
    (own,) = (name for name in alone if name.startswith(MEMBER))
    assert any(name.startswith(OTHER) for name in two)
    assert two[own] == alone[own]


def test_the_dictionary_names_every_column_and_code_of_the_tables(rounds):
    place = rounds / "open"
    assert run(["round", "publish", str(rounds / "alone"), "-o", str(place), *PUBLISH]) == 0
    figures, dictionary = (_lines(place / f"{name}.csv") for name in ("figures", "dictionary"))
    columns = [line["column"] for line in dictionary if not line["code"]]
    assert columns == list(figures[0])
    named = {(line["column"], line["code"], line["subject"]) for line in dictionary}
    assert len(named) == len(dictionary)
    # One word for one thing: pages and reports call it so.
    german = " ".join(line["description_de"] for line in dictionary)
    assert (german.count("Gemeindeverzeichnis"), "Register" in german) == (2, False)
    coded = {column for column, code, _ in named if code}
    assert {"kind", "subject", "figure", "classes", "status", "interval_status"} <= coded
    for line in figures:
        asked = line["subject"] if line["kind"] == "question" else ""
        for column in coded:
            codes = line[column].split() if column == "classes" else [line[column]]
            of = asked if column == "classes" else ""
            assert {(column, code, of) for code in codes if code} <= named
    assert any(line["interval_status"] not in {"", "published"} for line in figures)
    for line in figures:
        hides = line["status"] != "published", line["interval_status"] not in {"", "published"}
        assert (line["value"] == "NA", line["low"] == "NA") == hides


def _lines(file):
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def _files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}
