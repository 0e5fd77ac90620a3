"""The pages as a person without JavaScript uses them."""

import io
import json

from assessment.web.setup.clock import today
from tests.integration.statements import counted
from tests.integration.web import Browser, begin, text_of, value_of

CATALOGUE = "topics/data.catalogue"


def test_the_language_is_the_browsers_unless_one_was_clicked(app):
    assert 'lang="de"' in Browser(app, "fr").get("/").text
    assert 'lang="en"' in Browser(app, "en-GB").get("/").text
    browser = Browser(app, "de")
    assert 'lang="en"' in browser.get("/new?q=oelde&lang=en").text
    assert 'lang="en"' in browser.get("/").text


def test_the_language_switch_keeps_the_place(browser):
    place = begin(browser)
    assert f'href="{place}{CATALOGUE}?lang=en"' in browser.get(place + CATALOGUE).text
    assert 'href="/new?q=m%C3%BCnster&amp;lang=en"' in browser.get("/new?q=münster").text


def test_places_of_one_name_are_told_apart(browser):
    told = text_of(browser.get("/new?q=muenster"))
    assert "Münster kreisfreie Stadt · Nordrhein-Westfalen" in told
    assert "Münster (Hessen) Gemeinde · Landkreis Darmstadt-Dieburg · Hessen" in told


def test_a_double_click_begins_one_assessment(browser):
    browser.get("/new/05758036")
    token = value_of(browser.page, "token")
    places = {
        browser.post("/new/05758036", date="2026-11-22", token=token).location for _ in range(2)
    }
    assert len(places) == 1


def test_today_is_the_date_unless_another_is_chosen(browser):
    browser.get("/new/05758036")
    assert f'value="{today().isoformat()}"' in browser.page


def test_a_body_by_hand_needs_a_name_and_a_real_number(browser):
    browser.get("/new/by-hand")
    answer = browser.post(
        "/new/by-hand", name=" ", body="utility", state="", population="viele", date="2026-11-22"
    )
    assert answer.status_code == 400
    told = text_of(answer)
    assert "Bitte prüfen Sie 2 Angaben" in told
    assert "Bitte geben Sie einen Namen ein." in told
    assert "Bitte geben Sie die Einwohnerzahl als ganze Zahl ein." in told
    assert 'value="viele"' in answer.text


def test_a_topic_is_saved_as_a_whole_and_shown_again(browser):
    place = begin(browser)
    browser.get(place + CATALOGUE)
    answer = browser.post(
        place + CATALOGUE,
        **{
            "data.inventory.choice": "3",
            "data.inventory.comment": "seit 2025",
            "data.inventory.version": "0",
            "data.metadata.choice": "unknown",
            "data.metadata.version": "0",
            "then": "data.quality",
        },
    )
    assert answer.status_code == 303
    page = browser.get(place + CATALOGUE).text
    assert 'value="3" checked' in page
    assert 'value="unknown" checked' in page
    assert "seit 2025" in page
    exported = browser.get(place + "answers.yaml").text
    assert "data.metadata: unknown" in exported


def test_impossible_answers_are_refused_and_nothing_typed_is_lost(browser):
    place = begin(browser)
    browser.get(place + CATALOGUE)
    answer = browser.post(
        place + CATALOGUE,
        **{
            "data.inventory.choice": ["2", "unknown"],
            "data.inventory.comment": "bleibt stehen",
            "data.inventory.version": "0",
            "data.metadata.choice": "7",
            "data.metadata.version": "0",
        },
    )
    assert answer.status_code == 422
    assert 'href="#data.inventory"' in answer.text
    assert 'href="#data.metadata"' in answer.text
    assert "bleibt stehen" in answer.text
    assert "bleibt stehen" not in browser.get(place + "answers.yaml").text


def test_not_applicable_is_offered_only_where_the_question_allows_it(browser):
    place = begin(browser)
    browser.get(place + CATALOGUE)
    answer = browser.post(
        place + CATALOGUE,
        **{"data.inventory.choice": "not_applicable", "data.inventory.version": "0"},
    )
    assert answer.status_code == 422
    allowed = "topics/governance.participation_transparency"
    assert 'value="not_applicable"' in browser.get(place + allowed).text


def test_two_windows_lose_no_answer(app):
    one, two = Browser(app), Browser(app)
    place = begin(one)
    one.get(place + CATALOGUE)
    two.get(place + CATALOGUE)
    saved = one.post_json(
        place + CATALOGUE + "/answer",
        **{"data.inventory.choice": "3", "data.inventory.version": "0"},
    )
    assert saved.json["saved"][0]["version"] == 1
    stale = two.post_json(
        place + CATALOGUE + "/answer",
        **{"data.inventory.choice": "1", "data.inventory.version": "0"},
    )
    assert stale.status_code == 409
    assert "3 – " in stale.json["stale"][0]["html"]
    page = two.post(
        place + CATALOGUE, **{"data.inventory.choice": "1", "data.inventory.version": "0"}
    )
    assert page.status_code == 409
    assert "inzwischen anderswo beantwortet" in page.text
    assert value_of(page.text, "data.inventory.version") == "0"
    assert value_of(page.text, "data.inventory.other") == "1"


def test_an_answer_can_be_taken_back(browser):
    place = begin(browser)
    browser.get(place + CATALOGUE)
    fields = {"data.inventory.choice": "3", "data.inventory.version": "0"}
    browser.post(place + CATALOGUE, **fields)
    answer = browser.post(
        place + CATALOGUE,
        **{**fields, "data.inventory.version": "1", "clear": "data.inventory"},
    )
    assert answer.location.endswith("#data.inventory")
    assert 'value="3" checked' not in browser.get(place + CATALOGUE).text


def test_factors_show_defaults_as_such_and_keep_what_was_stated(browser):
    place = begin(browser)
    browser.get(place + "applications")
    added = browser.post(place + "applications", archetype="citizen_chatbot", token="t").location
    assert browser.get(added).text.count("Voreinstellung") > 6
    saved = browser.post(added, title="Unser Bot", priority="3", market="1", exit="unknown")
    assert saved.status_code == 303
    page = text_of(browser.get(place + "applications"))
    assert "Unser Bot" in page
    assert "Priorität 3 · 2 eigene Angaben" in page


def test_the_same_click_adds_one_application(browser):
    place = begin(browser)
    browser.get(place + "applications")
    for _ in range(2):
        browser.post(place + "applications", archetype="citizen_chatbot", token="same")
    assert browser.get(place + "applications").text.count("app-planned__item") == 1


def test_an_own_application_says_what_it_needs(browser):
    place = begin(browser)
    browser.get(place + "applications/new/own")
    faulty = browser.post(
        place + "applications/new/own", title="", field="other", technology="speech"
    )
    assert faulty.status_code == 400
    assert "Bitte geben Sie der Anwendung einen Namen." in faulty.text
    answer = browser.post(
        place + "applications/new/own",
        title="Friedhofspläne",
        field="other",
        technology="speech",
        ai_act="minimal",
        traits=["staff_use"],
    )
    assert answer.status_code == 303
    assert "Friedhofspläne" in browser.get(place + "applications").text


def test_hostile_text_is_shown_as_text_everywhere(browser):
    hostile = "<script>alert(1)</script>\"'&{{7*7}}"
    browser.get("/new/by-hand")
    place = browser.post(
        "/new/by-hand", name=hostile, body="utility", state="", date="2026-11-22", population="5"
    ).location
    browser.get(place + "applications/new/own")
    browser.post(
        place + "applications/new/own",
        title=hostile,
        field="other",
        technology="speech",
        ai_act="minimal",
    )
    browser.get(place + CATALOGUE)
    names = ("comment", "evidence", "respondent")
    browser.post(
        place + CATALOGUE,
        **{f"data.inventory.{name}": hostile for name in names},
        **{"data.inventory.choice": "1", "data.inventory.version": "0"},
    )
    parts = ("", "conditions", "applications", "meeting", "open", CATALOGUE, "result", "delete")
    for part in parts:
        page = browser.get(place + part)
        assert page.status_code == 200, part
        assert "<script>alert" not in page.text
    assert "<script>alert" not in browser.get(f"/new?q={hostile}").text


def test_result_files_are_downloads_with_plain_names(browser):
    place = begin(browser, "05515000")
    answer = browser.get(place + "result/result.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Muenster" in answer.headers["Content-Disposition"]
    assert json.loads(answer.text)["municipality"]["ags"] == "05515000"


def test_an_exported_answer_file_can_be_opened_again(browser):
    place = begin(browser)
    exported = browser.get(place + "answers.yaml").data
    answer = browser.post("/assessments/from-file", file=(io.BytesIO(exported), "a.yaml"))
    assert answer.status_code == 303
    assert answer.location != place


def test_deleting_asks_first_and_then_is_final(browser):
    place = begin(browser)
    assert "nicht rückgängig" in browser.get(place + "delete").text
    assert browser.get(place).status_code == 200
    assert browser.post(place + "delete").status_code == 303
    assert browser.get(place).status_code == 404


def test_blank_answers_give_no_result_with_the_whole_range(browser):
    told = text_of(browser.get(begin(browser) + "result"))
    assert "noch kein Ergebnis" in told
    assert "0,0–100,0" in told


def test_statements_per_request_stay_few(app, browser):
    place = begin(browser)
    database = app.extensions["desk"].database
    with counted(database) as shown:
        browser.get(place + CATALOGUE)
    fields = {"data.inventory.choice": "3", "data.inventory.version": "0"}
    with counted(database) as saved:
        browser.post(place + CATALOGUE, **fields)
    fields = {"data.inventory.choice": "4", "data.inventory.version": "1"}
    with counted(database) as autosaved:
        browser.post_json(place + CATALOGUE + "/answer", **fields)
    assert len(shown) <= 3
    assert len(saved) <= 4
    assert len(autosaved) <= 3
