"""What stands around the work: language and theme, help, imprint, privacy, accessibility."""

import pytest

from assessment.app import create_app
from assessment.settings import settings_from
from tests.integration.web import Browser, begin, text_of

ABOUT = ("/help", "/accessibility", "/privacy", "/imprint")


def an_app(tmp_path, **settings):
    """The application with settings of an operator."""
    return create_app(settings_from({"ASSESSMENT_DATA": str(tmp_path / "web"), **settings}))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("address", ABOUT)
def test_the_pages_of_the_footer_are_there_in_both_languages(app, address, language):
    page = Browser(app, language).get(address)
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert f'href="{address}"' in Browser(app, language).get("/").text


def test_a_theme_that_was_chosen_is_kept_and_the_person_stays_where_they_were(browser):
    browser.get("/new?q=oelde")
    answer = browser.post("/appearance", theme="dark", next="/new?q=oelde")
    assert (answer.status_code, answer.location) == (303, "/new?q=oelde")
    assert '<html lang="de" data-kern-theme="dark">' in browser.get("/").text
    browser.post("/appearance", theme="system", next="/")
    assert "data-kern-theme" not in browser.get("/").text


def test_a_theme_that_does_not_exist_is_that_of_the_system(browser):
    browser.get("/")
    browser.post("/appearance", theme='"><script>', next="/")
    assert "data-kern-theme" not in browser.get("/").text


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", ""]
)
def test_choosing_a_theme_leads_to_no_other_site(browser, target):
    browser.get("/")
    assert browser.post("/appearance", theme="dark", next=target).location == "/"


def test_the_language_link_keeps_the_whole_query_and_nothing_in_it_can_turn_it(browser):
    page = browser.get("/cases?text=a&text=b&endpoint=x&_external=1&_scheme=javascript&_anchor=y")
    assert page.status_code == 200
    kept = "text=a&amp;text=b&amp;endpoint=x&amp;_external=1&amp;_scheme=javascript&amp;_anchor=y"
    assert f'href="/cases?{kept}&amp;lang=en"' in page.text
    assert 'href="//evil' not in browser.get("//evil.example/x").text


def test_the_language_link_of_a_faulty_form_leads_back_to_the_form(browser):
    browser.get("/new/by-hand")
    answer = browser.post("/new/by-hand", name="", body="utility", date="2026-11-22")
    assert answer.status_code == 400
    assert 'href="/new/by-hand?lang=en"' in answer.text
    faulty = browser.post("/assessments/from-file")
    assert faulty.status_code == 422
    assert 'href="/"' in faulty.text


def test_help_leads_to_the_part_about_the_page(browser):
    place = begin(browser)
    assert 'href="/help#begin"' in browser.get("/new").text
    assert 'href="/help#answer"' in browser.get(place + "topics/data.catalogue").text
    assert 'href="/help#cases"' in browser.get("/cases").text
    assert 'href="/help#result"' in browser.get("/method").text
    page = browser.get("/help").text
    for part in ("begin", "work", "answer", "applications", "result", "cases", "words"):
        assert f'id="{part}"' in page


def test_without_an_operator_the_imprint_says_why_there_is_none(browser):
    assert "auf Ihrem eigenen Rechner" in text_of(browser.get("/imprint"))


def test_an_operator_stands_in_imprint_privacy_and_accessibility(tmp_path):
    browser = Browser(
        an_app(
            tmp_path,
            ASSESSMENT_OPERATOR="Stadt <Beispiel>",
            ASSESSMENT_ADDRESS="Markt 1\n12345 Beispiel",
            ASSESSMENT_EMAIL="rathaus@beispiel.example",
            ASSESSMENT_ENFORCEMENT_BODY="Schlichtungsstelle Musterland",
        )
    )
    page = browser.get("/imprint").text
    assert "Stadt &lt;Beispiel&gt;" in page
    assert "Markt 1<br>12345 Beispiel" in page
    assert "rathaus@beispiel.example" in browser.get("/privacy").text
    told = browser.get("/accessibility").text
    assert "mailto:rathaus@beispiel.example" in told
    assert "Schlichtungsstelle Musterland" in told


def test_the_privacy_page_names_the_folder_and_every_cookie(app, browser):
    told = text_of(browser.get("/privacy"))
    assert str(app.extensions["settings"].data_folder) in told
    browser.post("/appearance", theme="dark", next="/?lang=en")
    browser.get("/?lang=en")
    for cookie in browser.cookies():
        assert f"Cookie {cookie}" in told


def test_dates_are_british_in_english(app):
    assert "November 22, 2026" not in Browser(app, "en").get("/").text
    assert "22 November 2026" in Browser(app, "en").get("/").text
