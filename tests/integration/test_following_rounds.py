"""A round follows that of the year before: its figures begin the time series."""

import csv
import io
import shutil
from datetime import date

import pytest

from assessment.benchmark.overview import overview_of
from assessment.benchmark.rounds.contributions import Standing
from assessment.benchmark.synthetic import all_municipalities
from assessment.cli.entry import run
from assessment.model import load_model
from assessment.report.overall.making import overall_html
from assessment.services.benchmark.folder import counted, make_next_release
from assessment.services.benchmark.following import follow, releases_before, to_follow
from assessment.services.benchmark.opening import open_round
from assessment.services.package.sources import releases_at
from assessment.services.package.tables import figures_csv
from tests.synthetic_files import answer_files

MODEL = load_model()
DIMENSION = MODEL.questionnaire.dimensions[0].id
MEMBERS = all_municipalities()[:24]
DAYS = {2026: date(2026, 11, 23), 2027: date(2027, 11, 23)}


def silent(done, all_):
    pass


@pytest.fixture(scope="module", autouse=True)
def english():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        yield


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """The rounds of two years; what was sent to the first was sent to the second as well.

    The first one is deleted then, as an association has to delete answers one day.
    """
    place = tmp_path_factory.mktemp("rounds")
    keys = [part for one in MEMBERS for part in ("--ags", one.ags)]
    for year, day in DAYS.items():
        folder, sent = place / str(year), place / f"sent-{year}"
        sent.mkdir()
        for name, data in answer_files(MODEL, MEMBERS, year=year - 2026).items():
            (sent / f"{year}-{name}").write_bytes(data)
        before = ["--follows", f"{place}/2026"] if year > 2026 else []
        assert (
            run(["round", "new", f"{folder}", "--name", f"{year}", "--by", "", *keys, *before]) == 0
        )
        assert run(["round", "add", f"{folder}", *map(str, place.glob("sent-*"))]) == 0
        make_next_release(
            open_round(folder, MODEL), MODEL, day=day, reading=silent, progress=silent
        )
    shutil.rmtree(place / "2026")
    return place


@pytest.fixture(scope="module")
def source(rounds):
    return releases_at(rounds / "2027", MODEL)


def test_answers_of_the_earlier_round_do_not_count_again(rounds):
    lines = counted(open_round(rounds / "2027", MODEL), MODEL, silent).lines
    standings = {line.entry.source[:4]: line.standing for line in lines}
    assert standings == {"2026": Standing.OF_EARLIER_ROUND, "2027": Standing.COUNTS}


def test_the_series_has_a_moment_for_each_round_and_its_change_is_theirs(source):
    rows = overview_of(source.last, MODEL.questionnaire, MODEL.recommendation, before=source.before)
    (line,) = [one for one in rows.series if one.id == DIMENSION]
    assert [(one.round, one.date, one.along) for one in line.moments] == [
        ("2026", "2026-11-23", 0.0),
        ("2027", "2027-11-23", 1.0),
    ]
    then, now = (one.spread.median.value for one in line.moments)
    assert line.change.value == round(now - then, 1)
    assert len(line.runs) == 1


def test_another_version_of_the_questionnaire_breaks_the_series(source):
    other = {**source.before[0], "questionnaire": "ki-readiness@2025.1"}
    rows = overview_of(source.last, MODEL.questionnaire, MODEL.recommendation, before=[other])
    (line,) = [one for one in rows.series if one.id == DIMENSION]
    assert line.change.hidden == "other_version"
    assert [len(run) for run in line.runs] == [1, 1]
    assert all(one.spread.median.is_shown for one in line.moments)


def test_report_and_package_tell_of_both_rounds(source):
    told = overall_html(source.releases, MODEL, "en", before=source.before).decode()
    assert "Median points over the rounds" in told
    assert "2026, 23 November 2026" in told
    lines = csv.DictReader(io.StringIO(figures_csv(source.all).decode("utf-8-sig")))
    assert {(one["round"], one["date"]) for one in lines} == {
        ("2026", "2026-11-23"),
        ("2027", "2027-11-23"),
    }


def test_a_round_without_a_release_cannot_be_followed(tmp_path, capsys):
    assert run(["round", "new", f"{tmp_path}/empty", "--name", "x", "--state", "SL"]) == 0
    code = run(
        [
            "round",
            "new",
            f"{tmp_path}/r",
            "--name",
            "x",
            "--state",
            "SL",
            "--follows",
            f"{tmp_path}/empty",
        ]
    )
    assert code == 1
    assert "Nothing has been released in this round" in capsys.readouterr().err
    assert not (tmp_path / "r").exists()


def test_a_round_whose_beginning_was_cut_off_is_begun_again_with_its_series(rounds, tmp_path):
    new = ["round", "new", f"{tmp_path}/r", "--name", "2028", "--state", "SL"]
    assert run([*new, "--follows", f"{rounds}/2027"]) == 0
    series = releases_before(tmp_path / "r")
    assert len(series) == 2
    # The settings come last: a process killed before leaves all the rest.
    (tmp_path / "r" / "round.yaml").unlink()
    assert run([*new, "--follows", f"{rounds}/2027"]) == 0
    assert releases_before(tmp_path / "r") == series
    # Killed between the two steps of an exchange.
    (tmp_path / "r" / "before").rename(tmp_path / "r" / ".before-old")
    assert len(releases_before(tmp_path / "r")) == 2
    follow(tmp_path / "r", to_follow(rounds / "2027")[:1])
    assert [one.name for one in releases_before(tmp_path / "r")] == [series[0].name]
