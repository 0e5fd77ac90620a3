"""Looking over, submitting, reopening: the pages as a person without JavaScript uses them."""

import io
from dataclasses import replace
from functools import cache

import pytest

from assessment.model import load_model
from assessment.services import assessments
from assessment.services.examples import example_files
from assessment.services.review.submitting import reopen
from tests.integration.other_models import OTHER_WEIGHT, changed_model
from tests.integration.statements import counted
from tests.integration.web import Browser, begin, text_of, value_of

CATALOGUE = "topics/data.catalogue"


@cache
def example(name):
    """The content of an example answer file."""
    return next(path for path in example_files() if path.stem == name).read_bytes()


def opened(browser, name="dorf"):
    """The address of an assessment with the answers of an example."""
    browser.get("/")
    answer = browser.post("/assessments/from-file", file=(io.BytesIO(example(name)), "a.yaml"))
    assert answer.status_code == 303, answer.text
    return answer.location


def submit(browser, place, by="Digitalisierung"):
    """Submit what the review page shows."""
    page = browser.get(place + "review").text
    return browser.post(place + "submit", by=by, confirmed="yes", seen=value_of(page, "seen"))


def reopened(browser, place, because="Zahl berichtigt", by="IT"):
    page = browser.get(place + "review").text
    return browser.post(
        place + "reopen", because=because, by=by, revision=value_of(page, "revision")
    )


def main_part(browser, place):
    """The page of the result without its header, whose form has a token of the second."""
    return browser.get(place + "result").text.split("<main>")[1]


def content(page):
    """The result itself, below the line that says which one it is."""
    return page.split('id="summary"')[1]


def test_the_review_names_what_is_missing_and_leads_there(browser):
    place = begin(browser)
    page = browser.get(place + "review")
    told = text_of(page)
    assert "noch nicht beantwortet 51" in told
    assert "Es ist keine KI-Anwendung geplant" in told
    assert f'href="{place}{CATALOGUE}#data.inventory"' in page.text
    assert "widersprechen sich keine zwei Antworten" in told
    assert "51 Fragen sind nicht beantwortet, 4 Rahmenbedingungen fehlen" in told


def test_the_review_names_contradictions_and_who_could_know(browser):
    place = begin(browser)
    browser.get(place + "topics/data.e_file")
    fields = {"data.digital_applications": "4", "data.e_file": "0"}
    for question, level in fields.items():
        topic = load_model().questionnaire.by_id[question].topic
        browser.get(f"{place}topics/{topic}")
        browser.post(
            f"{place}topics/{topic}",
            **{f"{question}.choice": level, f"{question}.version": "0"},
        )
    browser.get(place + CATALOGUE)
    unknown = {"data.inventory.choice": "unknown", "data.inventory.version": "0"}
    browser.post(place + CATALOGUE, **unknown)
    told = text_of(browser.get(place + "review"))
    assert "zugleich sind Papierakten maßgeblich" in told
    assert "kann beantworten: Digitalisierungsbeauftragte" in told
    assert "einmal „weiß nicht“, ein Widerspruch" in told


def test_submitting_asks_for_a_name_and_a_confirmation_at_once(browser):
    place = opened(browser)
    seen = value_of(browser.get(place + "review").text, "seen")
    refused = browser.post(place + "submit", by=" ", seen=seen)
    assert refused.status_code == 400
    told = text_of(refused)
    assert "welche Rolle oder Einheit" in told
    assert "Bitte bestätigen Sie" in told
    assert "Entwurf" in text_of(browser.get(place + "result"))


def test_a_submitted_assessment_shows_its_revision_and_refuses_every_change(browser):
    place = opened(browser)
    assert "Entwurf – nach heutigem Stand" in text_of(browser.get(place + "result"))
    answer = submit(browser, place)
    assert (answer.status_code, answer.location) == (303, place + "result")
    assert "Fassung 1, abgeschlossen" in text_of(browser.get(place + "result"))
    answer = {"data.inventory.choice": "4", "data.inventory.version": "1"}
    for address, fields in {
        CATALOGUE: answer,
        "conditions": {"budget": "0"},
        "applications": {"archetype": "citizen_chatbot"},
        "planning": {"start": "2027-Q1", "quarters": "4", "days": "10"},
        "planning/default": {},
    }.items():
        refused = browser.post(place + address, **fields)
        assert refused.status_code == 409, address
        assert "Diese Erhebung ist abgeschlossen" in text_of(refused)
        assert f'href="{place}review#reopen"' in refused.text
    script = browser.post_json(place + CATALOGUE + "/answer", **answer)
    assert script.status_code == 409
    assert "abgeschlossen" in script.json["told"]


def test_the_pages_of_a_submitted_assessment_are_for_reading(browser):
    place = opened(browser)
    submit(browser, place)
    topic = browser.get(place + CATALOGUE)
    assert "<form" not in topic.text.split("<main>")[1]
    for address in ("conditions", "planning"):
        page = browser.get(place + address).text
        assert '<fieldset class="app-frozen' in page
        assert page.count("<button") == browser.get(place + "meeting").text.count("<button") - 1
    assert "Anwendung hinzufügen" not in text_of(browser.get(place + "applications"))
    assert browser.get(place + "applications/new/own").status_code == 409
    for address in ("", CATALOGUE, "conditions", "applications", "planning", "meeting", "open"):
        assert "Es lässt sich nichts mehr ändern" in text_of(browser.get(place + address))


def test_reopening_needs_a_reason_and_keeps_what_was_submitted(browser):
    place = opened(browser)
    submit(browser, place)
    frozen = browser.get(place + "result?revision=1").text
    answers = browser.get(place + "result/answers.yaml").text

    refused = browser.post(place + "reopen", because="", by="IT", revision="1")
    assert refused.status_code == 400
    assert "warum die Erhebung wieder geöffnet wird" in text_of(refused)

    assert reopened(browser, place).location == place
    browser.get(place + CATALOGUE)
    browser.post(place + CATALOGUE, **{"data.inventory.choice": "4", "data.inventory.version": "1"})
    assert "nachdem die Erhebung wieder geöffnet wurde" in text_of(browser.get(place + "result"))
    submit(browser, place)

    told = text_of(browser.get(place + "review"))
    assert "Fassung 2 gilt" in told
    assert "durch IT: Zahl berichtigt" in told
    old = browser.get(place + "result?revision=1")
    assert "Fassung 1, abgeschlossen" in text_of(old)
    assert content(old.text) == content(frozen)
    assert browser.get(place + "result/answers.yaml?revision=1").text == answers
    assert browser.get(place + "result/answers.yaml").text != answers
    name = browser.get(place + "result/answers.yaml?revision=1").headers["Content-Disposition"]
    assert "Fassung-1.yaml" in name


def test_links_of_an_old_revision_stay_with_it(browser):
    place = opened(browser)
    submit(browser, place)
    page = browser.get(place + "result?revision=1").text
    assert f'href="{place}result/result.json?revision=1"' in page
    assert f'href="{place}result" aria-current="page"' in page
    for wrong in ("2", "0", "-1", "eins", "1" * 30):
        assert browser.get(f"{place}result?revision={wrong}").status_code == 404


def test_a_frozen_page_stays_the_same_when_the_model_changes(app, browser, tmp_path):
    frozen, open_one = opened(browser), opened(browser)
    submit(browser, frozen)
    before = {place: main_part(browser, place) for place in (frozen, open_one)}
    desk = app.extensions["desk"]
    model = load_model(changed_model(tmp_path / "new", OTHER_WEIGHT))
    app.extensions["desk"] = replace(desk, model=model)
    assert main_part(browser, frozen) == before[frozen]
    method = f"/method?model={desk.kept.keep(desk.model)}"
    assert f'href="{method}"' in before[frozen]
    assert "wie sie galt, als das Ergebnis entstand" in text_of(browser.get(method))
    assert browser.get("/method?model=" + "0" * 64).status_code == 404
    assert main_part(browser, open_one) != before[open_one]


def test_what_changed_since_it_was_looked_over_is_looked_over_again(app):
    one, other = Browser(app), Browser(app)
    place = opened(one)
    seen = value_of(one.get(place + "review").text, "seen")
    other.get(place + CATALOGUE)
    other.post(place + CATALOGUE, **{"data.inventory.choice": "4", "data.inventory.version": "1"})
    refused = one.post(place + "submit", by="Hauptamt", confirmed="yes", seen=seen)
    assert refused.status_code == 409
    assert "Diese Erhebung wurde inzwischen geändert" in text_of(refused)
    assert 'value="Hauptamt"' in refused.text
    assert (
        one.post(
            place + "submit", by="Hauptamt", confirmed="yes", seen=value_of(refused.text, "seen")
        ).status_code
        == 303
    )


def test_a_double_click_submits_and_reopens_once(app, browser):
    place = opened(browser)
    page = browser.get(place + "review").text
    fields = {"by": "IT", "confirmed": "yes", "seen": value_of(page, "seen")}
    assert [browser.post(place + "submit", **fields).status_code for _ in range(2)] == [303, 303]
    fields = {"by": "IT", "because": "Nachtrag", "revision": "1"}
    assert [browser.post(place + "reopen", **fields).status_code for _ in range(2)] == [303, 303]
    assert assessments.head(app.extensions["desk"], place.split("/")[2]).revision == 1


HOSTILE = "<script>alert('x')</script>\"&'"


def test_hostile_texts_are_shown_as_texts(browser):
    place = opened(browser)
    submit(browser, place, by=HOSTILE)
    reopened(browser, place, because=HOSTILE, by=HOSTILE)
    for address in ("review", "result?revision=1"):
        page = browser.get(place + address)
        assert "<script>alert" not in page.text
        assert HOSTILE in text_of(page)


@pytest.mark.parametrize("field", ["by", "because"])
def test_overlong_texts_are_refused_and_given_back(browser, field):
    place = opened(browser)
    submit(browser, place)
    fields = {"by": "IT", "because": "Nachtrag", "revision": "1", field: "x" * 3_000}
    refused = browser.post(place + "reopen", **fields)
    assert refused.status_code == 400
    assert "x" * 3_000 in refused.text


def test_a_changed_database_is_told_on_the_page_and_gives_no_files(app, browser):
    place = opened(browser)
    submit(browser, place)
    with app.extensions["desk"].database.transaction() as connection:
        connection.exec_driver_sql("UPDATE submission SET submitted_by = 'Niemand'")
    assert "nicht das, was abgeschlossen wurde" in text_of(browser.get(place + "result"))
    file = browser.get(place + "result/result.json")
    assert file.status_code == 500
    assert "verändert oder beschädigt" in text_of(file)


def test_statements_stay_few_while_submitted(app, browser):
    place = opened(browser)
    submit(browser, place)
    database = app.extensions["desk"].database
    fields = {"data.inventory.choice": "4", "data.inventory.version": "1"}
    with counted(database) as shown:
        browser.get(place + CATALOGUE)
    with counted(database) as refused:
        browser.post_json(place + CATALOGUE + "/answer", **fields)
    reopen(app.extensions["desk"], place.split("/")[2], by="IT", because="Nachtrag", revision=1)
    with counted(database) as saved:
        browser.post_json(place + CATALOGUE + "/answer", **fields)
    assert [len(sent) <= 3 for sent in (shown, refused, saved)] == [True, True, True]
