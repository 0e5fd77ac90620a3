"""The page of a question: history and taking back, files, single opinions."""

import hashlib
import io
import sqlite3
import struct
import zlib
from dataclasses import replace

import pikepdf
import pytest

from assessment.services import answers, assessments
from assessment.services.answers import Change
from tests.integration.builders import level
from tests.integration.files import a_bomb, a_pdf, a_png, an_office_file
from tests.integration.statements import counted
from tests.integration.web import begin, text_of

INVENTORY = "data.inventory"
CATALOGUE = "topics/data.catalogue"


@pytest.fixture
def place(browser):
    """The page of the first question of a new assessment, open in the browser."""
    place = f"{begin(browser)}questions/{INVENTORY}"
    browser.get(place)
    return place


@pytest.fixture
def says(app, place):
    """Gives the agreed answer."""
    id = place.split("/")[2]
    desk = app.extensions["desk"]
    return lambda answer, **by: answers.save_answer(desk, id, Change(INVENTORY, answer), **by)


def attach(browser, place, data, name="Nachweis.pdf"):
    return browser.post(f"{place}/attachments", file=(io.BytesIO(data), name))


def attach_large(browser, place, data):
    """As a browser encodes it; the test client would leave its own temporary file open."""
    parts = [
        b'--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n%b'
        % browser.token.encode(),
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n%b' % data,
        b"--b--\r\n",
    ]
    return browser.send(
        f"{place}/attachments",
        data=b"\r\n".join(parts),
        content_type="multipart/form-data; boundary=b",
    )


def test_the_history_tells_every_change_in_words_the_latest_first(browser, place, says):
    says(level(1), by="Frau Kuhn")
    says(level(3, comment="seit 2025", respondent="IT"))
    told = text_of(browser.get(place))
    assert told.index("IT · aktueller Stand") < told.index("· Frau Kuhn")
    assert "von: 1 – Listen gibt es" in told
    assert "zu: 3 – Eine gemeinsame Liste" in told
    assert "Anmerkung von: nichts → zu: seit 2025" in told


def test_an_earlier_answer_is_taken_again_as_a_change_of_its_own(app, browser, place, says):
    says(level(1, comment="alt"))
    says(level(3))
    browser.get(place)
    assert browser.post(f"{place}/restore", version=1, seen=2).status_code == 303
    history = answers.history(app.extensions["desk"], place.split("/")[2], INVENTORY)
    assert history[0].after == level(1, comment="alt")
    assert len(history) == 3
    browser.post(f"{place}/restore", version=1, seen=2)  # the same click once more
    assert len(answers.history(app.extensions["desk"], place.split("/")[2], INVENTORY)) == 3


def test_taking_again_asks_when_the_answer_was_changed_meanwhile(app, browser, place, says):
    says(level(1))
    says(level(2))
    browser.get(place)
    says(level(4))
    page = browser.post(f"{place}/restore", version=1, seen=2)
    assert page.status_code == 409
    assert "Die Antwort wurde inzwischen geändert" in text_of(page)
    stored = assessments.load(app.extensions["desk"], place.split("/")[2]).answers
    assert stored[INVENTORY] == level(4)


def test_what_never_was_cannot_be_taken_again(browser, place):
    assert browser.post(f"{place}/restore", version=9, seen=0).status_code == 404
    assert browser.post(f"{place}/restore", version="x", seen=0).status_code == 400
    assert browser.post(f"{place}/restore", version="9" * 30, seen=0).status_code == 400
    assert browser.get(f"{place}x").status_code == 404


def test_a_file_comes_back_as_it_was_under_a_safe_name(browser, place):
    data = a_pdf()
    name = "..\\..\\etc/Prüfung „Ä“\u202e 100 %.png"
    assert attach(browser, place, data, name).location.endswith("#files")
    page = browser.get(place)
    assert "Prüfung „Ä“ 100 %.pdf 1 kB" in text_of(page)
    assert hashlib.sha256(data).hexdigest() in page.text
    address = page.text.split(f"{place}/attachments/")[1].split('"')[0]
    answer = browser.get(f"{place}/attachments/{address}")
    assert answer.data == data
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="Prufung A 100 %.pdf"; '
        "filename*=UTF-8''Pr%C3%BCfung%20%E2%80%9E%C3%84%E2%80%9C%20100%20%25.pdf"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


REFUSED = {
    "no content": (b"", "Die Datei ist leer"),
    "another kind": (b"MZ\x90\x00", "Eine Datei dieser Art kann nicht angehängt werden"),
    "no PDF inside": (b"%PDF-1.7\nxref\nnonsense\nstartxref\n9\n%%EOF", "beschädigt"),
    "a password": (a_pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "einem Passwort"),
    "macros": (an_office_file(parts=[("xl/vbaProject.bin", b"x")]), "Makros"),
    "a bomb": (a_bomb(), "viel zu groß"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_kept_is_refused_with_the_reason_at_its_field(browser, place, case):
    data, told = REFUSED[case]
    page = attach(browser, place, data)
    assert page.status_code == 422
    assert told in text_of(page)
    assert "An diese Frage ist keine Datei angehängt" in text_of(page)


def test_the_same_file_is_kept_once(browser, place):
    attach(browser, place, a_pdf(), "eins.pdf")
    again = attach(browser, place, a_pdf(), "zwei.pdf")
    told = text_of(browser.get(again.location))
    assert "schon angehängt" in told
    assert "eins.pdf" in told
    assert "zwei.pdf" not in told


def test_a_file_is_gone_once_it_is_removed(browser, place):
    attach(browser, place, a_png(), "Bild.png")
    page = browser.get(place)
    address = page.text.split(f"{place}/attachments/")[1].split('"')[0]
    for _ in range(2):
        assert browser.post(f"{place}/attachments/{address}/delete").status_code == 303
    assert browser.get(f"{place}/attachments/{address}").status_code == 404
    assert "keine Datei" in text_of(browser.get(place))


def test_a_file_too_many_is_refused_before_anything_is_kept(app, browser, place):
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(
        settings, max_attachment_bytes=900, max_attachments_bytes=len(a_pdf())
    )
    assert "höchstens 0 MB" in text_of(attach(browser, place, a_png() + b"x" * 900))
    assert attach(browser, place, a_pdf()).status_code == 303
    assert "zusammen größer" in text_of(attach(browser, place, an_office_file()))


def test_a_request_that_is_far_too_large_is_not_even_read(browser, place):
    page = attach_large(browser, place, b"%PDF-" + b"0" * 12 * 2**20)
    assert page.status_code == 413
    assert "Sie darf höchstens 10 MB haben" in text_of(page)


def test_a_file_larger_than_other_uploads_is_taken(browser, place):
    picture = a_png()
    large = picture[:-12] + _padding(6 * 2**20) + picture[-12:]
    assert attach_large(browser, place, large).status_code == 303


def test_a_topic_lists_files_and_counts_opinions_in_one_statement(app, browser, place):
    attach(browser, place, a_pdf(), "Konzept.pdf")
    opine(browser, place, "IT", choice="2")
    with counted(app.extensions["desk"].database) as asked:
        page = browser.get(place.split("questions/")[0] + CATALOGUE)
    assert "Konzept.pdf" in page.text
    assert "Verlauf, Dateien und Meinungen (2)" in text_of(page)
    assert len(asked) <= 3


def test_opinions_stand_beside_the_answer_and_are_never_scored_or_handed_out(browser, place):
    opine(browser, place, "IT", choice="2", comment="nur zum Teil")
    opine(browser, place, "Datenschutz", choice="unknown")
    told = text_of(browser.get(place))
    assert "IT: 2 – Eine gemeinsame Liste" in told
    assert "nur zum Teil" in told
    assert "Datenschutz: Weiß nicht" in told
    home = place.split("questions/")[0]
    exported = browser.get(f"{home}answers.yaml").text
    assert "nur zum Teil" not in exported
    assert "Datenschutz" not in exported
    assert "0 von 51" in text_of(browser.get(home + CATALOGUE))


def test_a_new_opinion_replaces_the_earlier_one_of_the_same_respondent(browser, place):
    opine(browser, place, "IT", choice="2", comment="erst")
    opine(browser, place, "  IT ", choice="3")
    told = text_of(browser.get(place))
    assert "IT: 3 – " in told
    assert "erst" not in told
    browser.post(f"{place}/opinions/delete", respondent="IT")
    assert "IT: 3" not in text_of(browser.get(place))


def test_an_opinion_says_whose_it_is_and_something(browser, place):
    page = opine(browser, place, " ")
    assert page.status_code == 422
    assert "Es fehlt, von wem die Meinung stammt" in text_of(page)
    assert "weder eine Antwort noch eine Anmerkung" in text_of(page)
    page = opine(browser, place, "IT", choice="9", comment="bleibt stehen")
    assert page.status_code == 422
    assert "bleibt stehen" in page.text


def test_hostile_texts_stay_texts(browser, place, says):
    hostile = "<script>alert(1)</script>\"'{{765432*10+1}}"
    says(level(1, comment=hostile, evidence=hostile, respondent=hostile))
    opine(browser, place, hostile, choice="1", comment=hostile)
    attach(browser, place, a_png(), f"{hostile}.png")
    for page in (place, place.split("questions/")[0] + CATALOGUE):
        assert "<script>alert" not in browser.get(page).text
        # A number with so many digits is no time of day, version or hash.
        assert "7654321" not in text_of(browser.get(page))


def test_deleting_the_assessment_deletes_files_and_opinions(app, browser, place):
    attach(browser, place, a_pdf())
    opine(browser, place, "IT", choice="2")
    browser.post(place.split("questions/")[0] + "delete")
    file = app.extensions["desk"].database.engine.url.database
    with sqlite3.connect(file) as connection:
        for table in ("attachment", "attachment_content", "opinion"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def opine(browser, place, respondent, **parts):
    fields = {f"{INVENTORY}.{name}": value for name, value in parts.items()}
    return browser.post(f"{place}/opinions", **fields, **{f"{INVENTORY}.respondent": respondent})


def _padding(size):
    data = b"\0" * size
    return struct.pack(">I", size) + b"teXt" + data + struct.pack(">I", zlib.crc32(b"teXt" + data))
