"""The portfolio in the browser: empty, without benefit, with one and with many applications."""

import re

import pytest

from tests.integration.statements import counted
from tests.integration.web import begin, text_of


@pytest.fixture
def example(app, browser):
    """The finished example."""
    page = browser.get("/").text
    return re.search(r'href="(/assessments/[^"/]+/)"', page).group(1)


def benefits(browser, place, **levels):
    for name, level in levels.items():
        browser.get(f"{place}applications/{name}")
        assert browser.post(f"{place}applications/{name}", benefit=level).status_code == 303


def planned(browser, place):
    return re.findall(r'id="planned-([^"]+)"', browser.get(place + "applications").text)


def test_without_applications_it_says_what_to_do(browser):
    told = browser.get(begin(browser) + "portfolio")
    assert told.status_code == 200
    assert "Noch ist keine Anwendung geplant" in told.text
    assert "<svg xmlns" not in told.text


def test_applications_without_benefit_or_answers_are_listed_with_a_way_to_state_it(browser):
    place = begin(browser)
    browser.get(place + "applications")
    browser.post(place + "applications", archetype="citizen_chatbot", token="t")
    told = browser.get(place + "portfolio")
    assert "Für eine Anwendung fehlt der Nutzen" in told.text
    assert f'href="{place}applications/citizen_chatbot#benefit"' in told.text
    assert "Es fehlen Antworten" in told.text
    assert 'class="app-mark ' not in told.text


def test_every_application_with_a_benefit_has_a_mark_a_row_and_a_quadrant(browser, example):
    names = planned(browser, example)
    benefits(browser, example, **{names[0]: "4", names[1]: "0"})
    answer = browser.get(example + "portfolio")
    told = text_of(answer)
    for svg in re.findall(r"<svg xmlns.*?</svg>", answer.text, re.DOTALL):
        assert svg.count('class="app-mark__number') == len(names)
        assert 'role="img"' in svg
        assert "Portfolio nach erwartetem Nutzen und Reifelücke." in svg
    assert "sehr groß (4)" in told
    assert "keiner (0)" in told
    assert answer.text.count('scope="row"') == len(names)
    for words in ("Gleich angehen", "Gut vorbereiten", "Bei Gelegenheit", "Zurückstellen"):
        assert words in told
    assert "eigene Kalibrierung" in told


def test_a_hostile_title_is_text_in_the_drawing_too(browser, example):
    name = planned(browser, example)[0]
    browser.get(f"{example}applications/{name}")
    hostile = "<script>alert(1)</script>\"'&{{7*7}}%s"
    browser.post(f"{example}applications/{name}", benefit="3", title=hostile)
    page = browser.get(example + "portfolio").text
    assert "<script>alert" not in page
    assert "{{7*7}}%s" in page


def test_the_benefit_changes_no_result_but_the_answer_file_keeps_it(browser, example):
    before = browser.get(example + "result/result.json").json
    name = planned(browser, example)[0]
    benefits(browser, example, **{name: "4"})
    assert browser.get(example + "result/result.json").json == before
    assert "benefit: 4" in browser.get(example + "answers.yaml").text


def test_statements_stay_few(app, browser, example):
    browser.get(example + "portfolio")
    with counted(app.extensions["desk"].database) as sent:
        browser.get(example + "portfolio")
    assert len(sent) <= 6
    assert browser.get("/assessments/nowhere/portfolio").status_code == 404
