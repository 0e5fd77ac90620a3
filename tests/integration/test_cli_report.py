"""Length and parts of reports on the command line, and what is said to those that cannot be."""

import re

import pytest

from assessment.cli.entry import run
from tests.integration.test_cli import EXAMPLES

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
