"""Length and parts of reports on the command line, and what is said to those that cannot be."""

import re
from pathlib import Path

import pytest

from assessment.cli.entry import run
from tests.integration.test_cli import EXAMPLES
from tests.integration.test_report_council_paper import (
    template_saying,
    text_of,
    with_own_text,
)

VILLAGE = str(EXAMPLES / "dorf.yaml")


@pytest.fixture
def report(tmp_path, monkeypatch, capsys):
    """Runs the command in a folder of its own: exit status, headings written, what was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")

    def made(*options):
        target = tmp_path / "report"
        target.unlink(missing_ok=True)
        status = run(["report", VILLAGE, "-o", "report", *options])
        page = target.read_text("utf-8") if target.exists() else ""
        headings = [re.sub("<[^>]+>", "", one) for one in re.findall(r"<h2.*?</h2>", page)]
        return status, [one for one in headings if one != "Contents"], capsys.readouterr().err

    return made


def test_a_report_has_the_parts_that_were_asked_for_in_its_own_order(report):
    html = ("--format", "html")
    assert report(*html, "--parts", "sources, profile")[:2] == (0, ["Profile", "Sources"])
    assert report(*html, "--short", "--parts", "roadmap")[:2] == (0, ["Roadmap"])


def test_it_is_told_which_own_texts_the_template_has_no_block_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    order = ("report", VILLAGE, "-o", "paper.docx", "--format", "docx", "--lang", "en")
    assert run(order) == 0
    paper = Path("paper.docx")
    paper.write_bytes(with_own_text(paper.read_bytes(), "facts", "Decided on 3 March."))
    Path("own.docx").write_bytes(template_saying("Paper for {{ municipality }}"))
    assert run([*order, "--template", "own.docx"]) == 0
    assert "kept at the end of paper.docx: Your own account" in capsys.readouterr().out
    assert "Decided on 3 March." in text_of(paper.read_bytes())
    assert run(order) == 0
    assert "at the end" not in capsys.readouterr().out


def test_every_part_that_there_is_not_is_named_with_those_there_are(report):
    status, written, said = report("--parts", "summery,profile,anwsers")
    assert (status, written) == (1, [])
    for id in ("summery", "anwsers"):
        assert f"A report has no part “{id}”." in said
    assert "Possible are: summary, profile, benchmark, applications, roadmap," in said
    assert "2 problems found." in said


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "xlsx", "--short"), "--short and --parts are for pdf and html."),
        (("--format", "json", "--parts", "summary"), "--short and --parts are for pdf and html."),
        (("--parts", "changes"), "The part changes needs --since as well."),
        (
            ("--short", "--parts", "sources,benchmark"),
            "The part benchmark needs --release as well.",
        ),
    ],
)
def test_what_cannot_be_is_wrong_usage_and_nothing_is_written(report, options, told):
    status, written, said = report(*options)
    assert (status, written) == (2, [])
    assert told in said
