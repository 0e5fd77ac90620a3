"""Two windows without JavaScript, the year before, the score while answering, evidence as links."""

import pytest

from assessment.services import answers
from assessment.services.answers import Change
from tests.integration.builders import level
from tests.integration.statements import counted
from tests.integration.web import begin, text_of

CATALOGUE = "topics/data.catalogue"
INVENTORY = "data.inventory"


def sent(version, **parts):
    return {f"{INVENTORY}.{name}": value for name, value in parts.items()} | {
        f"{INVENTORY}.version": str(version)
    }


@pytest.fixture
def place(browser):
    place = begin(browser)
    browser.get(place + CATALOGUE)
    return place


@pytest.fixture
def stored(app, place):
    """The answer to the first question as the database has it."""
    desk, id = app.extensions["desk"], place.split("/")[2]
    return lambda: answers.topic_page(desk, id, "data.catalogue").questions[0].stored.answer


def clash(browser, place):
    """Another window chose level 3 with a comment; this one sends level 1 with evidence."""
    browser.post_json(f"{place}{CATALOGUE}/answer", **sent(0, choice="3", comment="dort"))
    return browser.post(place + CATALOGUE, **sent(0, choice="1", evidence="Liste"))


def test_a_clash_shows_both_answers_with_a_button_for_each(browser, place):
    page = clash(browser, place)
    assert page.status_code == 409
    told = text_of(page)
    assert "Ihre Antwort, noch nicht gespeichert Antwort 1 – " in told
    assert "Dort gespeichert: " in told
    assert 'name="mine" value="data.inventory"' in page.text
    assert 'name="theirs" value="data.inventory"' in page.text


def test_the_page_sent_again_without_a_choice_asks_again(browser, place, stored):
    clash(browser, place)
    assert browser.post(place + CATALOGUE, **sent(0, choice="1")).status_code == 409
    assert stored() == level(3, comment="dort")


def test_mine_replaces_theirs_and_keeps_what_only_they_wrote(browser, place, stored):
    clash(browser, place)
    fields = sent(0, choice="1", comment="dort", evidence="Liste", other="1")
    answer = browser.post(place + CATALOGUE, **fields, mine=INVENTORY)
    assert answer.location.endswith("#data.inventory")
    assert stored() == level(1, comment="dort", evidence="Liste")


def test_theirs_stays_and_what_only_i_wrote_is_added(browser, place, stored):
    clash(browser, place)
    fields = sent(0, choice="1", comment="dort", evidence="Liste", other="1")
    assert browser.post(place + CATALOGUE, **fields, theirs=INVENTORY).status_code == 303
    assert stored() == level(3, comment="dort", evidence="Liste")


def test_mine_asks_again_when_a_third_window_was_quicker(browser, place, stored):
    clash(browser, place)
    browser.post_json(f"{place}{CATALOGUE}/answer", **sent(1, choice="4", comment="dort"))
    fields = sent(0, choice="1", comment="dort", other="1")
    assert browser.post(place + CATALOGUE, **fields, mine=INVENTORY).status_code == 409
    assert stored() == level(4, comment="dort")


def test_the_script_is_told_what_other_windows_wrote(browser, place):
    address = f"{place}{CATALOGUE}/answer"
    browser.post_json(address, **sent(0, choice="3"))
    told = browser.post_json(address, **sent(0, comment="hier")).json["saved"][0]
    assert told["version"] == 2
    assert told["entries"]["choice"] == ["3"]
    assert told["entries"]["comment"] == "hier"


def test_a_token_that_is_no_good_is_refused_as_such_and_nothing_is_stored(browser, place, stored):
    fields = sent(0, choice="3") | {"csrf_token": "alt"}
    assert browser.post_json(f"{place}{CATALOGUE}/answer", **fields).status_code == 400
    assert stored().value is None


def test_last_years_answer_stands_beside_with_its_comment(app, browser, place):
    desk, id = app.extensions["desk"], place.split("/")[2]
    before = begin(browser).split("/")[2]
    answers.save_answer(desk, before, Change(INVENTORY, level(2, comment="Stand Mai")))
    with desk.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE assessment SET follows = ? WHERE id = ?", (before, id))
    with counted(desk.database) as asked:
        page = browser.get(place + CATALOGUE)
    assert "2026: Stufe 2 – " in text_of(page)
    assert "Stand Mai" in text_of(page)
    assert len(asked) <= 3


def test_the_score_is_hidden_until_somebody_wants_it(browser, place):
    assert "app-live__points" not in browser.get(place + CATALOGUE).text
    browser.post_json(f"{place}{CATALOGUE}/answer", **sent(0, choice="3"))
    browser.post(f"{place}{CATALOGUE}/live-score", shown="yes")
    told = text_of(browser.get(place + CATALOGUE))
    assert "75,0 möglich: 37,5 bis 87,5" in told
    browser.post(f"{place}{CATALOGUE}/live-score", shown="no")
    assert "app-live__points" not in browser.get(place + CATALOGUE).text


def test_the_score_costs_no_statement(app, browser, place):
    browser.post(f"{place}{CATALOGUE}/live-score", shown="yes")
    with counted(app.extensions["desk"].database) as asked:
        browser.get(place + CATALOGUE)
    assert len(asked) <= 3


@pytest.mark.parametrize("text", ["https://", "http:/intern", "https://[", "https://x:y/"])
def test_evidence_that_begins_as_an_address_must_be_one(browser, place, text):
    page = browser.post(place + CATALOGUE, **sent(0, choice="1", evidence=text))
    assert page.status_code == 422
    assert "keine vollständige Internetadresse" in text_of(page)


def test_evidence_is_a_link_where_it_is_read(browser, place):
    browser.post(
        place + CATALOGUE,
        **sent(0, choice="1", evidence="Konzept: https://example.org/a?b=<i>, javascript:alert(1)"),
    )
    page = browser.get(f"{place}questions/{INVENTORY}").text
    assert 'href="https://example.org/a?b=" rel="noopener noreferrer"' in page
    assert 'href="javascript' not in page
    assert "<i>" not in page


def test_an_unlinkable_text_is_evidence_too(browser, place, stored):
    texts = ("Akte 12/7", "\\\\server\\akten", "ftp://intern/akte", "httpd.conf")
    for version, text in enumerate(texts):
        browser.post(place + CATALOGUE, **sent(version, choice="1", evidence=text))
        assert stored().evidence == text


def test_what_was_saved_on_another_day_says_which(app, browser, place):
    browser.post(place + CATALOGUE, **sent(0, choice="3"))
    with app.extensions["desk"].database.transaction() as connection:
        connection.exec_driver_sql("UPDATE answer SET updated_at = '2026-03-05 09:30:00.000000'")
    assert "gespeichert 05.03.2026, " in text_of(browser.get(place + CATALOGUE))


@pytest.mark.parametrize("version", ["x", "-1", "9" * 30, ""])
def test_a_version_that_cannot_be_changes_nothing(browser, place, stored, version):
    fields = sent(version, choice="3")
    assert browser.post_json(f"{place}{CATALOGUE}/answer", **fields).json == {"saved": []}
    assert browser.post(place + CATALOGUE, **fields).status_code == 303
    assert stored().value is None
