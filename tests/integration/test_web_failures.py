"""Every failure has a page that says what happened, that nothing was lost, and what to do."""

import io

import pytest

from assessment.app import create_app
from assessment.settings import settings_from
from tests.integration.files import no_room_on_disk
from tests.integration.web import Browser, begin, text_of


@pytest.fixture
def broken(app):
    """The application with a page that cannot be made."""
    app.add_url_rule("/broken", view_func=lambda: 1 / 0)
    return app


@pytest.mark.parametrize(
    ("language", "title", "safe"),
    [
        ("de", "Diese Seite gibt es nicht", "Ihre Erhebungen sind davon nicht berührt."),
        ("en", "This page does not exist", "Your assessments are untouched by this."),
    ],
)
def test_a_missing_page_says_so_in_the_language(app, language, title, safe):
    page = Browser(app, language).get("/nowhere")
    assert page.status_code == 404
    assert f'<html lang="{language}"' in page.text
    assert title in text_of(page)
    assert safe in text_of(page)


def test_an_unknown_key_of_the_register_suggests_the_one_probably_meant(browser):
    page = browser.get("/new/05315")
    assert page.status_code == 404
    assert 'href="/new/05315000"' in page.text


def test_an_address_that_only_takes_forms_says_so(browser):
    page = browser.get("/appearance")
    assert page.status_code == 405
    assert "nur an, was ein Formular sendet" in text_of(page)
    assert 'href="/?lang=en"' not in page.text.replace('href="/appearance?lang=en"', "")


def test_a_failure_of_ours_says_that_nothing_was_lost_and_shows_no_inside(broken):
    page = Browser(broken).get("/broken")
    told = text_of(page)
    assert page.status_code == 500
    assert "Das ist unser Fehler" in told
    assert "Es ist nichts verloren" in told
    assert "ZeroDivisionError" not in page.text
    assert "Traceback" not in page.text


def test_a_full_disk_is_named_with_what_to_do_and_nothing_is_half_written(app, tmp_path):
    def full():
        with no_room_on_disk(), (tmp_path / "sent").open("wb") as file:
            file.write(b"0" * 2_000)

    app.add_url_rule("/full", view_func=full)
    page = Browser(app).get("/full")
    assert page.status_code == 422
    assert "Die Datei lässt sich nicht schreiben" in text_of(page)
    assert "genug Platz" in text_of(page)


def test_a_form_without_its_token_is_told_to_be_too_old(browser):
    browser.page = '<input name="csrf_token" value="forged">'
    page = browser.post("/assessments/from-example", example="dorf")
    assert page.status_code == 400
    assert "zu alt" in text_of(page)


def test_a_file_beyond_the_limit_names_the_limit_of_the_settings(tmp_path):
    app = create_app(
        settings_from({"ASSESSMENT_DATA": str(tmp_path / "web"), "ASSESSMENT_MAX_UPLOAD_MB": "1"})
    )
    # The test's own client would keep a file of more than half a megabyte on disk.
    app.config["MAX_CONTENT_LENGTH"] = 100_000
    browser = Browser(app)
    assert "höchstens 1 MB" in text_of(browser.get("/"))
    big = io.BytesIO(b"x" * 100_001)
    page = browser.post("/assessments/from-file", file=(big, "a.yaml"))
    assert page.status_code == 413
    assert "höchstens 1 MB" in text_of(page)


def test_a_faulty_file_lists_its_faults_and_leads_back(browser):
    browser.get("/")
    page = browser.post("/assessments/from-file", file=(io.BytesIO(b"answers: 1\n"), "a.yaml"))
    assert page.status_code == 422
    assert "Fehler wurden gefunden" in text_of(page)
    assert "Es wurde nichts gespeichert" in text_of(page)


def test_a_failure_leads_back_to_the_page_it_came_from_but_to_no_other_site(browser):
    came_from = {"Referer": "http://localhost/new?q=oelde"}
    assert 'href="/new?q=oelde"' in browser.get("/nowhere", headers=came_from).text
    for other in ("http://evil.example/new", "http://localhost//evil.example", "nonsense"):
        page = browser.get("/nowhere", headers={"Referer": other})
        assert "evil.example" not in page.text


def test_a_foreign_host_name_is_refused_with_the_address_to_use(browser):
    page = browser.get("/", headers={"Host": "rathaus.example"})
    assert page.status_code == 421
    assert "http://127.0.0.1" in text_of(page)


@pytest.mark.parametrize(
    "address",
    [
        "/?sheet=x&order=y&state=z&q=%00",
        "/?sheet=-5",
        "/?sheet=999999999999999999999",
        "/?q=%ff%fe",
    ],
)
def test_wrong_parameters_of_the_start_page_do_no_harm(browser, address):
    assert browser.get(address).status_code == 200


def test_a_deleted_assessment_is_a_page_that_does_not_exist(browser):
    place = begin(browser)
    browser.get(place + "delete")
    browser.post(place + "delete")
    assert browser.get(place).status_code == 404
