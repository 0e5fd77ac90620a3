"""What changed since the last report: noted when one is handed out, told on a page and in one."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessment.report.brief import Brief
from assessment.services import answers, assessments
from assessment.services.answers import Change
from assessment.services.desk import Remembered
from assessment.services.documents.formats import Order
from assessment.services.documents.issued import note_issued
from assessment.services.results import basis_of
from assessment.services.series.changing import earlier_reports
from assessment.services.series.continuing import Start
from assessment.services.series.following import follow
from tests.integration.builders import level
from tests.integration.statements import counted
from tests.integration.test_web_review import opened, reopened, submit
from tests.integration.web import text_of

HEADLINE = "Was sich geändert hat"


@pytest.fixture
def desk(app):
    return app.extensions["desk"]


@pytest.fixture
def place(browser):
    """The address of an assessment with the answers of a village."""
    return opened(browser)


def id_of(place):
    return place.strip("/").split("/")[-1]


def say(desk, place, question, value):
    answers.save_answers(desk, id_of(place), [Change(question, level(value))])


def hand_out(browser, place, kind="xlsx"):
    answer = browser.get(f"{place}result/{kind}")
    assert answer.status_code == 200
    return answer


def note(desk, place):
    """Note the same as when a report is fetched, without the time that making one takes."""
    note_issued(desk, *basis_of(desk, id_of(place)), Order("pdf", Brief("de")))


def keys(desk, place, revision=None):
    return [report.key for report in earlier_reports(desk, id_of(place), revision)]


def test_before_any_report_the_page_says_that_there_is_none(browser, place):
    page = browser.get(place + "changes")
    assert "Es gibt keinen früheren Bericht mit anderem Inhalt" in text_of(page)
    assert f'href="{place}result"' in page.text
    for since in ("99", "r7", "before", "x"):
        assert browser.get(f"{place}changes?since={since}").status_code == 404
        assert browser.get(f"{place}result/xlsx?since={since}").status_code == 404


def test_a_report_that_was_handed_out_is_what_the_next_one_is_compared_with(browser, desk, place):
    assert HEADLINE not in text_of(hand_out(browser, place, "html"))
    note(desk, place)
    assert keys(desk, place) == []
    say(desk, place, "data.inventory", 4)
    (key,) = keys(desk, place)
    assert f'<option value="{key}">' in browser.get(place + "documents").text

    page = text_of(browser.get(place + "changes"))
    assert "Es war: Entwurf, nicht abgeschlossen." in page
    assert "Eine Antwort ist anders." in page
    assert "Wie vollständig sind Ihre Datenbestände in einem Verzeichnis erfasst?" in page

    told = text_of(browser.get(f"{place}result/html?since={key}"))
    assert HEADLINE in told
    assert "Eine Antwort ist anders." in told


def test_of_the_same_content_the_last_time_counts(browser, desk, place):
    for value in (4, 3, 4):
        say(desk, place, "data.inventory", value)
        note(desk, place)
    say(desk, place, "data.inventory", 2)
    first, second = earlier_reports(desk, id_of(place))
    assert first.at > second.at
    last = text_of(browser.get(f"{place}changes"))
    before = text_of(browser.get(f"{place}changes?since={second.key}"))
    assert "4 – " in last.split("Antworten damals und heute")[1]
    assert "3 – " in before.split("Antworten damals und heute")[1]


def test_only_reports_are_noted_and_none_of_an_example(browser, desk):
    (example,) = re.findall(r'href="(/assessments/[^/"]+/)result"', browser.get("/").text)
    hand_out(browser, example)
    hand_out(browser, opened(browser), "result.json")
    with desk.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM issued_report").scalar() == 0


def test_what_was_noted_is_deleted_with_the_assessment(browser, desk, place):
    note(desk, place)
    assessments.delete(desk, id_of(place))
    with desk.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM issued_report").scalar() == 0


class TestRevisions:
    def test_a_draft_a_revision_and_the_next_one_are_told_apart(self, browser, desk, place):
        submit(browser, place)
        before = hand_out(browser, place, "html").data
        assert keys(desk, place) == []
        reopened(browser, place)
        say(desk, place, "data.inventory", 4)
        assert keys(desk, place) == ["r1"]
        assert "Fassung 1, abgeschlossen am" in text_of(browser.get(place + "changes"))

        submit(browser, place)
        assert keys(desk, place) == ["r1"]
        page = text_of(browser.get(f"{place}changes?revision=2&since=r1"))
        assert "Eine Antwort ist anders." in page
        assert keys(desk, place, revision=1) == []

        # What was submitted is made as it was, whatever else was handed out meanwhile.
        app_desk = replace(desk, remembered=Remembered())
        browser.app.extensions["desk"] = app_desk
        assert browser.get(f"{place}result/html?revision=1").data == before

    def test_one_that_is_not_what_was_submitted_is_in_no_document(self, browser, desk, place):
        submit(browser, place)
        reopened(browser, place)
        say(desk, place, "data.inventory", 4)
        with desk.database.transaction() as connection:
            connection.exec_driver_sql("UPDATE submission SET submitted_by = 'jemand anders'")
        assert browser.get(f"{place}result/xlsx?since=r1").status_code == 500
        assert browser.get(f"{place}changes?since=r1").status_code == 500


def test_without_a_report_it_is_the_assessment_before_also_of_another_version(
    browser, desk, place, new_model
):
    desk.kept.keep(desk.model)
    newer = browser.app.extensions["desk"] = replace(desk, model=new_model)
    new = follow(newer, id_of(place), day=date(2027, 11, 22), start=Start.TAKEN_OVER)
    answers.save_answers(newer, new, [Change("data.inventory", level(4))])

    page = text_of(browser.get(f"/assessments/{new}/changes"))
    assert "beruht auf ki-readiness@2026.1, dieser auf ki-readiness@2027.1" in page
    assert "Fragen sind nicht mehr dieselben" in page
    assert f"left={id_of(place)}&amp;right={new}" in browser.get(f"/assessments/{new}/changes").text


def test_the_page_takes_few_statements(browser, desk, place):
    note(desk, place)
    say(desk, place, "data.inventory", 4)
    browser.get(place + "changes")
    with counted(desk.database) as statements:
        browser.get(place + "changes")
    assert len(statements) <= 9
