"""Where a body stands: on the command line, in documents and in the browser, by hand-made releases.

The town answers level 2 to everything: 50 points in every dimension.
"""

import csv
import io
import json
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.position.peers import peers_of
from assessment.benchmark.position.release import Released
from assessment.benchmark.release.document import as_bytes, sealed
from assessment.cli.entry import run
from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.questionnaire.answer_file import write_answers
from assessment.report.brief import Brief
from assessment.report.data import data_csv, data_json
from assessment.report.office.council_paper import council_paper_docx
from assessment.report.office.slides import slides_pptx
from assessment.report.one_file import report_file_html
from assessment.report.parts import chosen_parts
from assessment.report.workbook import workbook_xlsx
from assessment.result import result_of
from tests.integration.builders import an_assessment, level
from tests.integration.reports import PLANS, TOWN, faults, pages, the_pdf
from tests.integration.test_web_review import opened
from tests.unit.benchmark.handmade import ALL, content, hidden, points, shares

ROUND = """name: Kreis
questionnaire: ki-readiness@2026.1
members: {ags: ["05758036", "05774032"]}
"""


def town(**other):
    answers = {id: level(2) for id in load_model().questionnaire.by_id}
    return an_assessment(
        **{"municipality": TOWN, "answers": answers, "applications": PLANS, **other}
    )


def tables(upper=45.0):
    """Lower half below 40, upper quartile at 45: a town with 50 is in the highest quarter."""
    size = {"size_class": TOWN.size_class}
    asked = load_model().questionnaire
    cells = [hidden(size), points(quartiles=(30.0, upper))]
    kind = PLANS[0].archetype
    return {
        **{("dimension", one.id): cells for one in asked.dimensions},
        **{("topic", one.id): cells for one in asked.topics},
        ("question", "data.inventory"): [points(quartiles=(25.0, 75.0))],
        ("route", kind): [shares(turnkey=0.7, shared_service__co_development__in_house=0.3)],
        ("application", "meeting_minutes"): [shares(planned=0.4, not_planned=0.6)],
    }


def release(upper=45.0, **other):
    size = {"size_class": TOWN.size_class}
    made = content(tables(upper), groups=(size, ALL), closed=[size])
    del made["digest"]
    return as_bytes(sealed({**made, **other}))


def answers_in(folder, name="town.yaml", **other):
    (folder / name).write_text(write_answers(town(**other), format="yaml"), encoding="utf-8")


@cache
def brief(language, **more):
    found = peers_of(Released(json.loads(release())), attributes_of(TOWN))
    return Brief(language, peers=found, **more)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    answers_in(tmp_path)
    (tmp_path / "kreis.json").write_bytes(release())
    return tmp_path


def test_score_says_where_the_body_stands_and_leaves_its_points_alone(folder, capsys):
    assert run(["score", "town.yaml", "--format", "json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert run(["score", "town.yaml", "--format", "json", "--release", "kreis.json"]) == 0
    among = json.loads(capsys.readouterr().out)
    position = among.pop("benchmark")
    assert among == alone
    governance = position["dimensions"]["governance"]
    assert (governance["own"], governance["quarter"], governance["firm"]) == (50.0, "upper", True)
    assert (governance["median"], governance["quartiles"]) == (40.0, [30.0, 45.0])
    assert position["group"] == {"key": {}, "n": 40}
    assert position["passed"] == [{"key": {"size_class": "30"}, "because": "hidden", "medians": {}}]
    assert [(one["question"], one["own"], one["reached"]) for one in position["ahead"]] == [
        ("data.inventory", 2, 3)
    ]
    assert run(["score", "town.yaml", "--release", "kreis.json", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Governance: 50.0 (Median 40.0, Middle half 30.0–45.0) – highest quarter" in told
    assert "is not shown, so that nobody's answers can be told" in told
    assert "too small" not in told


def test_of_several_releases_the_newest_of_where_the_body_lies_counts(folder, capsys):
    state = {"state": TOWN.state}
    for name, place, day in (("own", state, "2026-10-01"), ("newer", state, "2026-10-01"),
                             ("foreign", {"state": "SL"}, "2026-11-01")):  # fmt: skip
        made = content(tables(), groups=(place, ALL))
        number = 2 if name == "newer" else 1
        sent = {**made, "round": name, "number": number, "date": day}
        del sent["digest"]
        (folder / f"{name}.json").write_bytes(as_bytes(sealed(sent)))
    asked = [part for name in ("foreign", "own", "newer") for part in ("--release", f"{name}.json")]
    assert run(["score", "town.yaml", "--format", "json", *asked]) == 0
    position = json.loads(capsys.readouterr().out)["benchmark"]
    assert position["release"]["round"] == "newer"
    assert run(["report", "town.yaml", "-o", "r.html", "--format", "html", *asked]) == 0
    told = (folder / "r.html").read_text(encoding="utf-8")
    assert "1 October 2026, release 1" in told
    assert "1 October 2026, release 2" in told
    assert "November 2026, release" not in told


def test_releases_that_cannot_be_compared_with_are_refused_all_at_once(folder, capsys):
    (folder / "changed.json").write_bytes(release().replace(b"40.0", b"41.0"))
    (folder / "other.json").write_bytes(release(questionnaire="ki-readiness@2025.1"))
    (folder / "none.json").write_bytes(as_bytes(sealed({"round": "Kreis"})))
    (folder / "cut.json").write_bytes(release()[:500])
    bad = ["changed.json", "other.json", "none.json", "cut.json"]
    asked = [part for name in bad for part in ("--release", name)]
    assert (
        run(["report", "town.yaml", "-o", "a.json", "--format", "json", "--lang", "en", *asked])
        == 1
    )
    told = capsys.readouterr().err
    assert all(name in told for name in bad)
    assert "was changed after it was made" in told
    assert "answers to ki-readiness@2026.1 cannot be compared" in told
    assert not (folder / "a.json").exists()


def test_many_reports_note_the_release_and_are_made_anew_for_another(folder, capsys):
    (folder / "in").mkdir()
    answers_in(folder / "in")
    order = ["report", "in", "-o", "out", "--format", "json", "--lang", "en"]
    assert run([*order, "--release", "kreis.json"]) == 0
    assert "Written (1/1)" in capsys.readouterr().out
    (noted,) = json.loads((folder / "out" / "manifest.json").read_bytes())["files"]
    assert noted["release_sha256"] == json.loads(release())["digest"]
    assert run([*order, "--release", "kreis.json"]) == 0
    assert "There already (1/1)" in capsys.readouterr().out
    (folder / "next.json").write_bytes(release(upper=55.0, number=2, date="2027-06-30"))
    both = ["--release", "next.json", "--release", "kreis.json"]
    assert run([*order, *both]) == 0
    assert "Written (1/1)" in capsys.readouterr().out
    position = json.loads((folder / "out" / "town.json").read_bytes())["benchmark"]
    assert position["dimensions"]["governance"]["quarter"] == "above_median"
    assert [one["median"] for one in position["course"]["governance"]] == [40.0, 40.0]


def test_the_members_of_a_round_each_get_their_report(folder, capsys):
    for name in ("contributions", "releases", "private"):
        (folder / "r" / name).mkdir(parents=True)
    (folder / "r" / "round.yaml").write_text(ROUND, encoding="utf-8")
    member = by_ags("05758036")
    answers_in(folder / "r" / "contributions", municipality=member)
    order = ["round", "reports", "r", "-o", "out", "--format", "json", "--lang", "en"]
    assert run(order) == 1
    assert "Nothing has been released in this round yet." in capsys.readouterr().err
    (folder / "r" / "releases" / "001-2026-06-30.json").write_bytes(release())
    assert run(order) == 0
    made = json.loads((folder / "out" / "05758036_Vlotho.json").read_bytes())
    assert made["benchmark"]["dimensions"]["expertise"]["quarter"] == "upper"
    capsys.readouterr()
    assert run(order) == 0
    assert "There already (1/1)" in capsys.readouterr().out


def test_the_chapter_of_a_report_passes_the_checkers_and_says_all(tmp_path):
    # Many open answers: the position in a dimension is not firm.
    some = {id: level(2) for id in list(load_model().questionnaire.by_id)[:40]}
    report = the_pdf(
        town(answers=some), "de", peers=brief("de").peers, parts=chosen_parts(["benchmark"], "full")
    )
    assert faults(report, tmp_path) == []
    text = " ".join(" ".join(pages(report)).split())
    for said in (
        "Standort im Vergleich",
        "Vergleichsgruppe: alle Teilnehmenden der Erhebungsrunde. Daraus haben 40 teilgenommen.",
        "wird nicht gezeigt, damit niemandes Antworten erkennbar werden",
        "Was besser aufgestellte Vergleichskommunen erreicht haben",
        "Fertig kaufen 70 %; Gemeinsam betreiben, Gemeinsam entwickeln oder Selbst entwickeln 30 %",
        "von 40 % geplant",
        "Die Werte stammen aus Veröffentlichung 1 der Erhebungsrunde „Kreis“ vom 30. Juni 2026.",
        "nicht fest",
    ):
        assert said in text.replace("\N{NO-BREAK SPACE}", " "), said


def test_a_short_report_says_it_in_a_few_lines():
    model = load_model()
    asked = brief("en", parts=chosen_parts(["benchmark"], "short"), length="short")
    page = report_file_html(result_of(town(), model), model, asked).decode()
    assert "Position: Data infrastructure: highest quarter; Governance: highest quarter;" in page
    assert "What better-placed peers" not in page


def test_table_workbook_slides_and_council_paper_say_where_the_town_stands():
    model = load_model()
    result, asked = result_of(town(), model), brief("en")
    told = json.loads(data_json(result, model, asked))["benchmark"]["topics"]
    rows = csv.DictReader(io.StringIO(data_csv(result, model, asked).decode("utf-8-sig")))
    places = {(row["id"], row["figure"]): row for row in rows if row["kind"] == "position"}
    for id, place in told.items():
        assert places[id, "quarter"]["text"] == place["quarter"] == "upper"
        assert float(places[id, "median"]["value"]) == place["median"]
        assert float(places[id, "upper_quartile"]["value"]) == place["quartiles"][-1]

    sheet = load_workbook(BytesIO(workbook_xlsx(result, model, asked)))["Position among peers"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert len(lines) == 3 + len(told)
    assert {line[4] for line in lines} == {"highest quarter"}

    said = "Position: Data infrastructure: highest quarter"
    slides = Presentation(BytesIO(slides_pptx(result, model, asked))).slides
    frames = [one.text_frame.text for one in slides[1].shapes if one.has_text_frame]
    assert said in " ".join(frames)
    paper = Document(BytesIO(council_paper_docx(result, model, asked)))
    assert said in " ".join(one.text for one in paper.paragraphs)


def test_without_a_release_no_report_mentions_peers():
    model = load_model()
    asked = Brief("en", parts=chosen_parts(["benchmark", "sources"], "full"))
    page = report_file_html(result_of(town(), model), model, asked).decode()
    assert 'id="benchmark"' not in page


def send(browser, data, name="release.json"):
    browser.get("/releases")
    return browser.post("/releases", file=(BytesIO(data), name))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (release()[:500], "keine Veröffentlichung"),
        (b"[" * 100_000, "keine Veröffentlichung"),
        (b"[1]", "keine Veröffentlichung"),
        (b'{"private": "never publish this file", "members": {}}', "nachträglich geändert"),
        (release().replace(b"40.0", b"41.0"), "nachträglich geändert"),
        (release(questionnaire="other@1"), "nicht vergleichbar"),
        (as_bytes(sealed({**json.loads(release()), "tables": [{"kind": 1}]})), "nachträglich"),
    ],
)
def test_what_is_no_release_is_not_kept(browser, data, said):
    answer = send(browser, data)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Noch ist keine da." in browser.get("/releases").text


def test_a_release_that_was_sent_places_results_until_it_is_deleted(app, browser):
    place = opened(browser)
    assert 'id="benchmark"' not in browser.get(place + "result").text
    assert send(browser, release()).status_code == 303
    (kept,) = (app.extensions["desk"].folder / "releases").iterdir()
    page = browser.get(place + "result").text
    assert "Vergleichsgruppe: alle Teilnehmenden der Erhebungsrunde." in page
    assert "Kreis, Veröffentlichung 1 vom 30. Juni 2026" in page
    document = browser.get(f"{place}documents/file?format=json&release={kept.stem}").get_json()
    assert document["benchmark"]["release"]["digest"] == kept.stem
    # Who wants no comparison is asked once.
    assert "Vergleichsgruppe:" not in browser.get(place + "result?release=none").text
    assert "Vergleichsgruppe:" not in browser.get(place + "result").text
    assert "benchmark" not in browser.get(place + "result/result.json").get_json()
    browser.get(f"/releases/{kept.stem}/delete")
    assert browser.post(f"/releases/{kept.stem}/delete").status_code == 303
    assert 'id="benchmark"' not in browser.get(place + "result").text
    assert browser.get(f"/releases/{kept.stem}/delete").status_code == 404
