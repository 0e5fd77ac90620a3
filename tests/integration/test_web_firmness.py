"""How firm the advice is and how figures arose, as a person reads it on the pages."""

import re

import pytest

from assessment.services.examples import example_files
from tests.integration.web import begin, text_of

EXAMPLES = {path.stem: path for path in example_files()}


def opened(browser, example):
    """The address of an example that was opened from its file."""
    browser.get("/")
    with EXAMPLES[example].open("rb") as file:
        return browser.post("/assessments/from-file", file=(file, f"{example}.yaml")).location


def test_before_the_house_has_stated_its_conditions_nothing_is_firm(browser):
    told = text_of(browser.get(opened(browser, "kleinstadt-halb-ausgefuellt") + "result"))
    assert "Bevor die Empfehlung fest genannt werden kann, fehlen 3 Angaben" in told
    assert "Welche laufenden Mittel stehen für eine KI-Anwendung bereit?" in told
    assert "Was sich zuerst zu klären lohnt" in told


def test_a_finished_result_is_not_asked_for_conditions(browser):
    told = text_of(browser.get(opened(browser, "dorf") + "result"))
    assert "Bevor die Empfehlung fest genannt werden kann" not in told
    assert "In mehr als 99 von 100 Durchrechnungen bleibt es dabei: Gemeinsam betreiben." in told
    assert "Worauf die Empfehlung beruht" in told


def test_what_is_too_close_to_call_names_both_routes(browser):
    told = text_of(browser.get(opened(browser, "kleinstadt") + "result"))
    assert "Fertig kaufen oder Gemeinsam betreiben zu knapp, um zu entscheiden" in told
    assert "Was zwischen beiden entscheidet" in told


def test_figures_lead_to_how_they_arose_and_add_up_to_what_was_shown(browser):
    place = opened(browser, "dorf")
    result = browser.get(place + "result")
    assert f'{place}result/explain/citizen_chatbot"' in result.text
    score = re.search(r'explain/data\.catalogue">([\d,]+)<', result.text).group(1)
    told = text_of(browser.get(place + "result/explain/data.catalogue"))
    assert f"{score} von 100 Punkten" in told
    assert told.count(f"Summe {score}") == 1


@pytest.mark.parametrize(
    "what", ["citizen_chatbot", "data_infrastructure", "governance.ai_instruction"]
)
def test_applications_dimensions_and_questions_are_explained(browser, what):
    answer = browser.get(f"{opened(browser, 'dorf')}result/explain/{what}")
    assert answer.status_code == 200
    assert "Wie die Zahl zustande kommt" in text_of(answer)


def test_what_does_not_exist_is_not_explained(browser):
    assert browser.get(begin(browser) + "result/explain/nonsense").status_code == 404


def test_without_any_answer_a_topic_explains_that_it_has_no_result(browser):
    told = text_of(browser.get(begin(browser) + "result/explain/data.catalogue"))
    assert "Noch kein Ergebnis" in told
    assert "Nicht beantwortet" in told


def test_the_open_questions_lead_to_what_is_worth_finding_out_first(browser):
    place = begin(browser)
    assert f'{place}result#find-out"' in browser.get(place + "open").text
