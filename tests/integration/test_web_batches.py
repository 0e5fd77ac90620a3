"""Ordering documents of several assessments on the pages, and what is seen of them."""

import io
import zipfile

import pytest

from assessment.services.batches.running import Runner
from assessment.services.batches.seeing import batch_line
from tests.integration.web import begin, text_of, value_of


class ByHand(Runner):
    """Begins when the test says so."""

    def wake(self):
        pass


@pytest.fixture(autouse=True)
def runner(app):
    app.extensions["batches"] = by_hand = ByHand(app.extensions["desk"])
    return by_hand


def order(browser, **fields):
    browser.get("/batches/new")
    given = {
        "token": value_of(browser.page, "token"),
        "format": "csv",
        "language": "de",
        "names": "{name}",
        "which": "all",
    }
    return browser.post("/batches/new", **{**given, **fields})


def finished(runner, place):
    runner.work_off()
    return place


def test_documents_are_ordered_made_and_fetched_as_single_ones_are(browser, runner):
    place = begin(browser)
    batch = finished(runner, order(browser).location)
    page = browser.get(batch)
    assert "Dokumente sind fertig" in text_of(page)
    archive = zipfile.ZipFile(io.BytesIO(browser.get(batch + "/documents.zip").data))
    assert archive.namelist() == ["Vlotho.csv", "manifest.json"]
    single = browser.get(place + "result/csv")
    assert archive.read("Vlotho.csv") == single.data == browser.get(batch + "/documents/1").data
    assert single.mimetype == "text/csv"
    assert browser.get(batch + "/documents/2").status_code == 404


def test_an_order_sent_twice_is_one_batch(browser):
    begin(browser)
    browser.get("/batches/new")
    token = value_of(browser.page, "token")
    assert order(browser, token=token).location == order(browser, token=token).location


def test_everything_wrong_with_an_order_is_told_at_once_and_what_was_chosen_stays(browser):
    begin(browser)
    answer = order(browser, which="ticked", names="{nome}/x", format="xlsx")
    assert answer.status_code == 400
    said = text_of(answer)
    assert "Kreuzen Sie mindestens eine Erhebung an" in said
    assert "{nome}/x" in said
    assert '<option value="xlsx" selected>' in answer.text
    assert order(browser, format="exe").status_code == 400
    assert "Es wurde noch nichts bestellt." in text_of(browser.get("/batches"))


def test_version_and_parts_of_reports_are_ordered_with_them(app, browser):
    begin(browser)
    id = order(browser, format="pdf", length="short", parts=["roadmap", "summary"]).location
    brief = batch_line(app.extensions["desk"], id.rpartition("/")[2]).wish.order.brief
    assert (brief.length, brief.parts) == ("short", ("summary", "roadmap"))
    assert order(browser, parts=["no-such-part"]).status_code == 400


def test_only_what_fits_the_filter_is_offered_and_taken(browser, runner):
    begin(browser)
    begin(browser, "05515000")
    address = "/batches/new?q=münster"
    browser.get(address)
    assert "Münster" in browser.page
    assert "Vlotho" not in browser.page
    answer = browser.post(
        address, format="json", language="de", names="{name}", which="all", token="x"
    )
    page = text_of(browser.get(finished(runner, answer.location)))
    assert "Muenster.json" in page
    assert "Ein Dokument herunterladen" in page
    assert "Keine Erhebung passt" in text_of(browser.get("/batches/new?client=nobody"))


def test_progress_is_told_until_the_end_and_then_the_page_comes_anew(browser, runner):
    begin(browser)
    batch = order(browser).location
    part = browser.get(batch + "/progress")
    assert "0 von 1 Dokumenten" in text_of(part)
    assert "hx-get" in part.text
    assert "HX-Refresh" not in part.headers
    page = browser.get(batch)
    assert "http-equiv" not in page.text
    assert browser.post(batch + "/cancel").status_code == 303
    assert "Ein Dokument fehlt" in text_of(browser.get(batch))
    browser.post(batch + "/go-on")
    runner.work_off()
    assert browser.get(batch + "/progress").headers["HX-Refresh"] == "true"


def test_a_batch_is_deleted_after_a_question(browser, runner, app):
    begin(browser)
    batch = finished(runner, order(browser).location)
    assert "Alle Dateien zusammen belegen" in text_of(browser.get("/batches"))
    assert "wird von diesem Rechner gelöscht" in text_of(browser.get(batch + "/delete"))
    browser.post(batch + "/delete")
    assert browser.get(batch).status_code == 404
    for address in ("/progress", "/documents.zip", "/documents/1", "/delete"):
        assert browser.get(batch + address).status_code == 404
    folder = app.extensions["desk"].folder / "batches"
    assert [path for path in folder.iterdir() if path.name != ".lock"] == []
