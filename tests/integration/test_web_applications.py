"""Planned applications: two windows, sent twice, copied, put in order, taken away."""

import re

import pytest

from tests.integration.statements import counted
from tests.integration.web import begin, text_of, value_of

OWN = {
    "title": "Friedhofspläne",
    "field": "other",
    "technology": "speech",
    "ai_act": "minimal",
    "traits": ["staff_use"],
    "benefit": "3",
}


@pytest.fixture
def place(browser):
    """The applications of a new assessment."""
    return begin(browser) + "applications"


def add(browser, place, archetype="citizen_chatbot", token="t"):
    browser.get(place)
    return browser.post(place, archetype=archetype, token=token).location


def add_own(browser, place, **said):
    browser.get(place + "/new/own")
    return browser.post(place + "/new/own", **{**OWN, **said}).location


def names(browser, place):
    found = re.findall(r'id="planned-([^"]+)"', browser.get(place).text)
    return list(found)


def test_everything_of_an_own_application_can_be_changed_later(browser, place):
    own = add_own(browser, place)
    page = browser.get(own).text
    assert 'value="staff_use" checked' in page
    assert 'id="benefit-3" name="benefit" value="3" checked' in page
    said = {
        **OWN,
        "title": "Grabpflege",
        "field": "mobility",
        "technology": "forecasting",
        "traits": ["generative", "decides"],
        "ai_act": "high_possible",
        "priority": "4",
        "benefit": "not_said",
        "market": "2",
        "partner": "unknown",
        "seen": value_of(page, "seen"),
    }
    assert browser.post(own, **said).location == f"{place}#planned-friedhofsplaene"
    page = browser.get(own).text
    assert 'value="Grabpflege"' in page
    for chosen in ("mobility", "forecasting", "high_possible", "4"):
        assert f'value="{chosen}" selected' in page
    assert re.findall(r'name="traits" value="(\w+)" checked', page) == ["generative", "decides"]
    assert 'id="benefit-not_said" name="benefit" value="not_said" checked' in page
    assert 'id="partner-unknown" name="partner" value="unknown" checked' in page
    assert "weicht hier ab" in page


def test_any_title_makes_an_address_of_its_own(browser, place):
    for title in ("Own", "New", "remove", "..", "💡", "a" * 200):
        own = add_own(browser, place, title=title)
        page = browser.get(own)
        assert (page.status_code, f'value="{title}"' in page.text) == (200, True), title
        assert browser.get(own + "/remove").status_code == 200
        sent = browser.post(own, **{**OWN, "title": title}, seen=value_of(page.text, "seen"))
        assert sent.status_code == 303, title
    assert len(names(browser, place)) == 6


def test_two_windows_on_one_application_lose_nothing(browser, place):
    own = add_own(browser, place)
    seen = value_of(browser.get(own).text, "seen")
    there = {**OWN, "title": "Drüben", "field": "mobility", "market": "1", "seen": seen}
    assert browser.post(own, **there).status_code == 303
    here = {**OWN, "title": "Hier", "market": "4", "benefit": "1", "seen": seen}
    stopped = browser.post(own, **here)
    assert stopped.status_code == 409
    told = text_of(stopped)
    assert "inzwischen in einem anderen Fenster geändert" in told
    for other in ("Drüben", "Mobilität", "Nur Versuche oder Pilotprojekte."):
        assert f"Im anderen Fenster gespeichert: {other}" in told.replace("Stufe 1: ", "")
    assert told.count("Im anderen Fenster gespeichert:") == 4
    assert 'value="Hier"' in stopped.text
    assert 'id="market-4" name="market" value="4" checked' in stopped.text
    assert "Drüben" in browser.get(place).text
    # Who has read both may decide.
    assert browser.post(own, **{**here, "seen": value_of(stopped.text, "seen")}).status_code == 303
    assert "Hier" in browser.get(place).text


def test_a_form_sent_twice_is_no_conflict(browser, place):
    added = add(browser, place)
    said = {"title": "Unser Bot", "seen": value_of(browser.get(added).text, "seen")}
    assert [browser.post(added, **said).status_code for _ in range(2)] == [303, 303]


def test_a_faulty_form_comes_back_with_everything_that_was_filled_in(browser, place):
    own = add_own(browser, place)
    page = browser.get(own).text
    said = {**OWN, "title": " ", "market": "4", "benefit": "1", "seen": value_of(page, "seen")}
    answer = browser.post(own, **said)
    assert answer.status_code == 400
    assert "Bitte geben Sie der Anwendung einen Namen." in answer.text
    assert 'id="market-4" name="market" value="4" checked' in answer.text
    assert 'id="benefit-1" name="benefit" value="1" checked' in answer.text
    assert value_of(answer.text, "seen") == value_of(page, "seen")


def test_applications_are_put_in_order_copied_and_removed_without_a_script(browser, place):
    for kind in ("citizen_chatbot", "road_condition", "flood_warning"):
        add(browser, place, kind, kind)
    browser.post(place + "/flood_warning/move", to="1")
    browser.post(place + "/citizen_chatbot/move", to="1")
    assert names(browser, place) == ["flood_warning", "citizen_chatbot", "road_condition"]
    copies = {browser.post(place + "/flood_warning/copy", token="c").location for _ in range(2)}
    assert copies == {place + "/flood_warning_2"}
    assert names(browser, place)[:2] == ["flood_warning", "flood_warning_2"]
    assert "(Kopie)" in browser.get(place).text
    asked = browser.get(place + "/flood_warning_2/remove")
    assert "entfernen?" in asked.text
    assert len(names(browser, place)) == 4
    for _ in range(2):
        assert browser.post(place + "/flood_warning_2/remove").location == f"{place}#planned"
    assert names(browser, place) == ["flood_warning", "citizen_chatbot", "road_condition"]


def test_kinds_are_searched_and_chosen_by_field(browser, place):
    found = browser.get(place + "?q=Telefon")
    assert "KI-Telefonassistent" in found.text
    assert "Hochwasser" not in text_of(found)
    assert "Anwendungstypen von 23 gefunden" in text_of(browser.get(place + "?field=mobility"))
    nothing = text_of(browser.get(place + "?q=<script>xyz"))
    assert "0 Anwendungstypen von 23 gefunden." in nothing
    assert "eigene Anwendung" in nothing
    assert browser.get(place + "?field=nonsense&q=" + "x" * 5000).status_code == 200


def test_what_is_not_there_is_not_found(browser, place):
    for part in ("/nobody", "/nobody/remove", "/..%2fetc", "/<script>"):
        assert browser.get(place + part).status_code == 404, part
    browser.get(place)
    for part in ("/nobody", "/nobody/move", "/nobody/copy"):
        assert browser.post(place + part, to="1").status_code == 404, part
    assert browser.post("/assessments/nowhere/applications/x/remove").status_code == 404
    add(browser, place)
    for to in ("-99", "99999999999999999999", "x", ""):
        assert browser.post(place + "/citizen_chatbot/move", to=to).status_code == 303


def test_two_windows_on_the_conditions_are_told_of_each_other(browser, place):
    conditions = place.replace("applications", "conditions")
    seen = value_of(browser.get(conditions).text, "seen")
    first = browser.post(conditions, budget="1", time="2", seen=seen)
    assert first.status_code == 303
    second = browser.post(conditions, budget="3", time="2", seen=seen)
    assert second.status_code == 409
    assert text_of(second).count("Im anderen Fenster gespeichert:") == 1
    assert 'id="budget-3" name="budget" value="3" checked' in second.text
    again = browser.post(conditions, budget="3", seen=value_of(second.text, "seen"))
    assert again.status_code == 303
    # What was stated can be taken back.
    seen = value_of(browser.get(conditions).text, "seen")
    browser.post(conditions, budget="default", seen=seen)
    page = browser.get(conditions).text
    assert 'id="budget-default" name="budget" value="default" checked' in page
    assert 'id="time-2" name="time" value="2" checked' in page


def test_statements_stay_few(app, browser, place):
    added = [add(browser, place, kind, kind) for kind in ("citizen_chatbot", "road_condition")]
    database = app.extensions["desk"].database
    sent = {}
    for name, address in (("list", place), ("one", added[0]), ("own", place + "/new/own")):
        with counted(database) as statements:
            browser.get(address)
        sent[name] = len(statements)
    assert sent == {"list": 4, "one": 4, "own": 1}
