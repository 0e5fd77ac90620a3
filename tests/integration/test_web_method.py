"""The method page in both languages, with numbers from the model and a worked example."""

from assessment.model import load_model
from tests.integration.web import Browser, text_of


def test_the_method_page_shows_the_numbers_of_the_model_in_the_language(app):
    advice = load_model().recommendation
    german = text_of(Browser(app, "de").get("/method"))
    english = text_of(Browser(app, "en").get("/method"))
    assert f"λ = {advice.lambda_.value}".replace(".", ",") in german
    assert f"λ = {advice.lambda_.value}" in english
    for gate in advice.gates:
        assert " ".join(gate.reason.de.split()) in german
        assert " ".join(gate.reason.en.split()) in english
    for factor in advice.factors:
        assert " ".join(factor.reason.de.split()) in german
    assert "SMAA-2" in german
    assert "Gower" in german
    assert "keine Schwellenwerte" in german
    assert "no thresholds" in english


def test_the_worked_example_stands_on_the_page(browser):
    told = text_of(browser.get("/method"))
    assert "Die Stadt und ihre Antworten sind erfunden" in told
    assert "Punkte des Themenfelds „Datenqualität und Stammdaten“" in told


def test_every_page_leads_to_the_method(browser):
    assert 'href="/method"' in browser.get("/").text
