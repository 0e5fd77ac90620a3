"""What keeps other sites, forged forms and broken input out, and every failure friendly."""

import io
import re

import pytest

from tests.integration.web import Browser, begin, text_of

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@pytest.mark.parametrize("address", ["/", "/new?q=oelde", "/no-such-page"])
def test_every_page_has_the_strict_headers(browser, address):
    answer = browser.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_no_page_carries_inline_script_or_style(browser):
    place = begin(browser)
    for part in ("", "conditions", "applications", "meeting", "open", "topics/data.catalogue"):
        page = browser.get(place + part).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick" not in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "192.168.0.7"])
def test_a_foreign_host_name_is_refused(browser, host):
    answer = browser.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Schorndorf" not in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "127.0.0.2", "localhost:9000", "[::1]:8000", "localhost"]
)
def test_the_names_of_this_computer_are_served(browser, host):
    assert browser.get("/", headers={"Host": host}).status_code == 200


def test_a_form_without_its_token_changes_nothing(app, browser):
    place = begin(browser)
    answer = app.test_client().post(place + "delete", headers={"Accept-Language": "de"})
    assert answer.status_code == 400
    assert "zu alt zum Speichern" in answer.text
    assert browser.get(place).status_code == 200


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(browser):
    cookie = browser.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_an_address_that_does_not_exist_gets_a_page_in_the_readers_language(browser):
    unknown = [
        "/nix",
        "/assessments/1/",
        "/assessments/00000000-0000-0000-0000-000000000000/result",
        "/assessments/x/topics/data.catalogue",
        begin(browser) + "topics/no.such.topic",
        begin(browser) + "applications/none",
        "/new/99999999",
        "/new/<script>",
    ]
    for address in unknown:
        answer = browser.get(address)
        assert (address, answer.status_code) == (address, 404)
        assert "Diese Seite gibt es nicht" in answer.text
        assert "Traceback" not in answer.text


def test_an_unexpected_failure_shows_no_traceback(app, browser):
    app.add_url_rule("/broken", view_func=lambda: 1 / 0)
    answer = browser.get("/broken")
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.text
    assert "ZeroDivision" not in answer.text


def test_a_faulty_answer_file_is_told_fault_by_fault_and_leaves_nothing(browser):
    before = browser.get("/").text.count('class="kern-card ')
    file = (
        "questionnaire: ki-readiness@1999.9\nmunicipality: {ags: 05774032}\ndate: 2026-11-22\n"
        "answers:\n  data.inventory: 9\n  no.such.question: 1\nsurprise: 1\n"
    )
    upload = (io.BytesIO(file.encode()), "antworten.yaml")
    answer = browser.post("/assessments/from-file", file=upload)
    assert answer.status_code == 422
    told = text_of(answer)
    assert "Fehler wurden gefunden" in told
    assert "no.such.question" in told
    assert "surprise" in told
    assert "antworten.yaml" in told
    assert browser.get("/").text.count('class="kern-card ') == before


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"%PDF-1.7", b"a: [", b"a: &a [*a, *a]\n", b"[" * 50_000]
)
def test_a_file_that_is_no_answer_file_is_refused_kindly(browser, content):
    browser.get("/")
    answer = browser.post("/assessments/from-file", file=(io.BytesIO(content), "x.yaml"))
    assert answer.status_code == 422
    assert "Es wurde nichts gespeichert" in answer.text


def test_no_file_at_all_is_said(browser):
    browser.get("/")
    answer = browser.post("/assessments/from-file")
    assert answer.status_code == 422


def test_a_file_beyond_the_limit_is_refused(app, browser):
    assert app.config["MAX_CONTENT_LENGTH"] == 5 * 1024 * 1024
    app.config["MAX_CONTENT_LENGTH"] = 10_000
    browser.get("/")
    upload = (io.BytesIO(b"#" * 20_000), "gross.yaml")
    answer = browser.post("/assessments/from-file", file=upload)
    assert answer.status_code == 413
    assert "zu groß" in answer.text


def test_every_person_gets_a_token_of_their_own_though_pages_are_kept(app):
    one, two = Browser(app), Browser(app)
    place = begin(one)
    tokens = set()
    for person in (one, two):
        page = person.get(f"{place}topics/data.catalogue").text
        found = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))
        assert len(found) == 1
        tokens |= found
    assert len(tokens) == 2
