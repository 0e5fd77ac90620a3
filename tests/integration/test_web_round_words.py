"""What the pages of a round say to members and where something goes wrong."""

import json
import re
from dataclasses import replace

import pytest

from assessment.errors import Problem
from assessment.jobs.queue import TaskFailed
from assessment.model import load_model
from assessment.report.overall.making import overall_html
from assessment.services.rounds import work
from assessment.services.rounds.running import RoundRunner
from tests.integration.reports import pages
from tests.integration.web import Browser, text_of
from tests.integration.web_rounds import KEYS, MEMBERS, begun, sends, settled
from tests.synthetic_files import answer_files, packed


@pytest.fixture
def browser(app, monkeypatch):
    """A browser in which nothing is done beside the pages: a test says when."""
    app.config["WAITED_SECONDS"] = 0
    monkeypatch.setattr(RoundRunner, "wake", lambda self: None)
    return Browser(app)


def test_the_page_for_mayors_tells_the_rules_of_this_very_round(browser):
    address = begun(browser, group="8", shares="16", by=["district"])
    page = browser.get(f"{address}/published")
    notice = browser.get(f"{address}/published.pdf")
    assert f'href="{address}/published.pdf"' in page.text
    assert notice.mimetype == "application/pdf"
    assert "kreis-koeln-2026-hinweis.pdf" in notice.headers["Content-Disposition"]
    on_paper = " ".join(" ".join(pages(notice.data)).split())
    for told in (text_of(page), on_paper):
        assert "weniger als 8 Kommunen" in told
        assert "erst ab 16 Mitgliedern" in told
        assert "Hätten nur 7 Städte geantwortet" in told
        assert "Die Gruppen dieser Runde: alle Mitglieder zusammen Kreis" in told.replace("• ", "")


def test_a_refused_release_names_groups_as_everybody_does(browser, app):
    address = begun(browser, by=["district", "size_class*state"])
    folder = app.extensions["desk"].folder / address.removeprefix("/")
    leaks = (
        "district=07141 + district=07143",
        "district=07111",
        "size_class=50/state=RP + *",
    )
    work.order(folder, "release", {"number": 1})
    refused = [Problem("release_refused", place, {"low": 1, "high": 3}) for place in leaks]
    work.fail(folder, work.work_of(folder, "release"), refused)
    told = text_of(browser.get(f"{address}/releases"))
    assert "Rhein-Lahn-Kreis + Westerwaldkreis: Diese Gruppe muss verborgen bleiben" in told
    assert "Koblenz: Diese Gruppe" in told
    assert "(unter 5.000 Einwohner), Rheinland-Pfalz + Alle Mitglieder: Diese Gruppe" in told
    assert not re.search(r"07141|07111|50/|RP|=", told)


def test_where_nothing_can_be_shown_one_sentence_says_it(browser, app):
    villages = [one for one in MEMBERS if one.size_class == "50"][:5]
    six = [*villages, *(one for one in MEMBERS if one.size_class != "50")][:6]
    address = begun(browser, ags="\n".join(one.ags for one in six), by=["size_class"])
    sends(browser, address, ("alle.zip", packed(answer_files(load_model(), six))))
    browser.get(f"{address}/releases")
    browser.post(f"{address}/releases", number="1")
    settled(browser)
    dashboard = browser.get(f"{address}/releases/1").text
    release = json.loads(browser.get(f"{address}/releases/1/json").data)
    report = overall_html([release], load_model(), "de").decode()
    assert "✕" not in dashboard
    assert dashboard.count("Hier lässt sich keine Zahl zeigen") == 1
    assert "Meistgewünschte Anwendungen" not in dashboard
    assert "app-chip" not in dashboard
    assert report.count("Hier lässt sich keine Zahl zeigen") == 7
    assert "Eingeladene Mitglieder: 6. Wie viele davon teilgenommen haben" in report


def test_work_that_died_twice_is_told_and_can_be_ordered_again(browser, app):
    address = begun(browser)

    class Dying:
        def run(self, task, *arguments):
            raise TaskFailed(f"{task}: the worker process died twice")

        def close(self):
            """Nothing is held."""

    folder = app.extensions["desk"].folder / address.removeprefix("/")
    work.order(folder, "look_through")
    browser.get(f"{address}/members")
    early = browser.post(f"{address}/members/{KEYS[0]}/withdraw")
    assert (early.status_code, "Daran wird gerade gearbeitet" in early.text) == (409, True)
    RoundRunner(replace(app.extensions["desk"]), Dying).work_off()
    assert "konnte nicht abgeschlossen werden" in text_of(browser.get(address))
    assert browser.post(f"{address}/look").status_code == 303
    settled(browser)
    assert "konnte nicht abgeschlossen werden" not in text_of(browser.get(address))


def test_who_lost_the_key_of_a_round_is_told_before_a_further_release(browser):
    address = begun(browser)
    sends(browser, address, ("alle.zip", packed(answer_files(load_model(), MEMBERS))))
    browser.get(f"{address}/releases")
    browser.post(f"{address}/releases", number="1")
    settled(browser)
    assert "Der Schlüssel, mit dem" not in text_of(browser.get(f"{address}/releases"))
    folder = browser.app.extensions["desk"].folder / address.removeprefix("/")
    key = folder / "private" / "key"
    right = key.read_bytes()
    for lost in (key.unlink, lambda: key.write_text("ab" * 32)):
        lost()
        told = text_of(browser.get(f"{address}/releases"))
        assert "Der Schlüssel, mit dem" in told
        assert str(key) in told
    key.write_bytes(right)
    (folder / "private" / "001.json").write_text("{")
    told = text_of(browser.get(f"{address}/releases"))
    assert "Worauf eine frühere Veröffentlichung beruht, fehlt" in told
    assert str(folder / "private" / "001.json") in told


def test_two_releases_of_one_day_are_told_apart_beneath_their_chart(browser):
    address = begun(browser)
    answers = list(answer_files(load_model(), MEMBERS).items())
    for number, some in enumerate((answers[:14], answers[14:]), start=1):
        sends(browser, address, ("einige.zip", packed(dict(some))))
        browser.get(f"{address}/releases")
        browser.post(f"{address}/releases", number=str(number))
        settled(browser)
    ends = re.findall(
        r'<text x="\d+" y="136"[^>]*>([^<]+)', browser.get(f"{address}/releases/2").text
    )
    assert ends[:2] == ["Veröffentlichung 1", "Veröffentlichung 2"]
