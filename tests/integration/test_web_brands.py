"""Brands in the browser: kept, checked, and used in the documents of the client they belong to."""

import io
import re
import zipfile
from dataclasses import dataclass

import pytest
from docx import Document
from sqlalchemy import text

from assessment.persistence.clients import brands as stored
from assessment.services import brands
from tests.integration.web import Browser
from tests.unit.report.brand.pictures import png, svg

TOLD = re.compile(r'<li><a class="kern-link" href="#([^"]+)">([^<]+)')
OFFICE = {"name": "Beratung Muster", "contact.email": "post@example.org", "intro.de": "Guten Tag"}


def begun(browser, **fields):
    """A new brand; its address."""
    browser.get("/brands/new")
    answer = browser.post("/brands/new", **{**OFFICE, **fields})
    assert answer.status_code == 303, told(answer)
    return answer.location.split("#")[0]


def told(answer):
    """Every problem at the top of the page: field and text."""
    return dict(TOLD.findall(answer.text))


def sent(browser, address, data, name="x"):
    """Send a file from the page of the brand."""
    browser.get(address.rsplit("/", 2)[0])
    form = {"csrf_token": browser.token, "file": (io.BytesIO(data), name)}
    return browser.send(address, data=form)


def a_template(*paragraphs):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_the_first_brand_is_that_of_the_house_and_another_one_can_become_it(app):
    browser = Browser(app)
    first = begun(browser)
    second = begun(browser, name="Zweites Haus")
    assert "Erscheinungsbild des Hauses" in browser.get(first).text

    browser.post(second + "/house")

    assert [(one.name, one.house) for one in brands.choices(app.extensions["desk"])] == [
        ("Zweites Haus", True),
        ("Beratung Muster", False),
    ]


def test_everything_wrong_with_a_brand_is_told_beside_its_field_and_nothing_is_kept(app):
    browser = Browser(app, "en")
    browser.get("/brands/new")
    answer = browser.post(
        "/brands/new",
        **{
            "name": " ",
            "colours.accent": "#ffcc00",
            "contact.web": "javascript:alert(1)",
            "closing.en": "{mayor} <b>",
            "alt.logo.de": "x" * 301,
        },
    )

    assert answer.status_code == 400
    assert list(told(answer)) == [
        "name",
        "colours.accent",
        "contact.web",
        "closing.en",
        "alt.logo.de",
    ]
    assert "contrast of 1.51:1" in told(answer)["colours.accent"]
    assert "#907300" in told(answer)["colours.accent"]
    assert "{mayor} &lt;b&gt;</textarea>" in answer.text
    assert brands.choices(app.extensions["desk"]) == ()


def test_sending_the_form_twice_makes_one_brand(app):
    browser = Browser(app)
    assert begun(browser, token="once") == begun(browser, token="once")


def test_a_change_made_elsewhere_meanwhile_is_not_written_over_unseen(app):
    browser = Browser(app)
    place = begun(browser)
    browser.post(place, name="Von A", version="1")

    answer = browser.post(place, name="Von B", version="1")

    assert answer.status_code == 409
    assert "inzwischen geändert" in answer.text
    assert 'value="Von B"' in answer.text
    assert "<h1" in browser.get(place).text
    assert browser.post(place, name="Von B", version="2").status_code == 303


def test_the_contrast_is_checked_without_saving_and_without_a_script(app):
    browser = Browser(app, "en")
    place = begun(browser)
    fields = {"name": "Other", "version": "1", "colours.accent": "#ff8800", "check": "1"}
    page = browser.post(place, **fields).text

    assert "Contrast 2.39:1 – too little" in page
    assert "#b56000" in page
    assert browser.get("/brands/contrast?accent=%23004b76").json["told"].count("can be read well")
    assert "Beratung Muster" in browser.get("/brands").text


def test_a_picture_is_kept_as_it_was_saved_anew_and_others_are_refused(app):
    browser = Browser(app)
    place = begun(browser)
    assert sent(browser, f"{place}/pictures/logo", svg(), "logo.png").status_code == 303
    kept = browser.get(f"{place}/pictures/logo")
    assert kept.mimetype == "image/svg+xml"
    assert "sandbox" in kept.headers["Content-Security-Policy"]

    refused = sent(browser, f"{place}/pictures/logo", svg("<script/><text>a</text>"))
    assert refused.status_code == 422
    assert TOLD.findall(refused.text)[0][0] == "file-logo"
    assert len(TOLD.findall(refused.text)) == 2
    assert browser.get(f"{place}/pictures/logo").data == kept.data

    browser.post(f"{place}/pictures/logo/delete")
    assert browser.get(f"{place}/pictures/logo").status_code == 404
    assert sent(browser, f"{place}/pictures/banner", png()).status_code == 404


def test_a_word_template_is_tried_out_and_all_its_problems_are_told(app):
    browser = Browser(app)
    place = begun(browser)
    faulty = a_template("{{ municpality }} {{ foo }}", "{{ applications[0].titel }}")

    answer = sent(browser, f"{place}/templates/de", faulty, "vorlage.docx")

    assert answer.status_code == 422
    faults = [fault for _, fault in TOLD.findall(answer.text)]
    assert [re.search("„(.*?)“", fault)[1] for fault in faults] == ["municpality", "foo", "titel"]
    assert "Meinten Sie „municipality“?" in faults[0]
    assert sent(browser, f"{place}/templates/de", png()).status_code == 422
    assert sent(browser, f"{place}/templates/fr", faulty).status_code == 404


def test_a_template_that_would_fetch_something_is_refused(app):
    browser = Browser(app)
    place = begun(browser)
    packed = io.BytesIO(a_template("{{ municipality }}"))
    with zipfile.ZipFile(packed, "a") as parts:
        parts.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships><Relationship Id="r" TargetMode="External" '
            'Type="x/attachedTemplate" Target="https://example.org/a.dotm"/></Relationships>',
        )
    answer = sent(browser, f"{place}/templates/de", packed.getvalue(), "a.docx")

    assert "https://example.org/a.dotm" in answer.text
    assert answer.status_code == 422


@dataclass
class Case:
    """An assessment of a client with a brand of its own, and one without."""

    browser: Browser
    house: str
    own: str
    assessments: list[str]


@pytest.fixture
def case(app):
    browser = Browser(app)
    house, own = begun(browser), begun(browser, name="Stadt Musterstadt", **{"intro.de": "Stadt"})
    sent(browser, f"{house}/pictures/logo", png())
    sent(browser, f"{own}/pictures/coat_of_arms", svg())
    ids = []
    for _ in range(2):
        browser.get("/new/05515000")
        ids.append(
            browser.post("/new/05515000", date="2026-11-22").location.strip("/").split("/")[-1]
        )
    with app.extensions["desk"].database.transaction() as connection:
        now = "2026-11-22 00:00:00"
        connection.execute(
            text(
                "INSERT INTO client (id, name, brand_id, created_at, updated_at) "
                f"VALUES ('c', 'Musterstadt', '{own.split('/')[-1]}', '{now}', '{now}')"
            )
        )
        connection.execute(
            text(f"UPDATE assessment SET client_id = 'c' WHERE id = '{ids[0]}'"),
        )
    return Case(browser, house, own, ids)


def paper(case, at):
    address = f"/assessments/{case.assessments[at]}/result/docx"
    return Document(io.BytesIO(case.browser.get(address).data))


def test_documents_have_the_brand_of_their_client_else_that_of_the_house(case):
    of_client, of_house = paper(case, 0), paper(case, 1)

    def lines(document):
        return [paragraph.text for paragraph in document.paragraphs]

    assert "Stadt" in lines(of_client)
    assert "Guten Tag" in lines(of_house)
    assert "Stadt" not in lines(of_house)
    assert of_client.core_properties.author == "Beratung Muster"
    pictures = [
        document.sections[0].header._element.xpath(".//wp:docPr/@descr")
        for document in (of_client, of_house)
    ]
    assert pictures == [
        ["Wappen von Münster", "Logo von Beratung Muster"],
        ["Logo von Beratung Muster"],
    ]


def test_a_template_of_the_clients_brand_counts_before_that_of_the_house(case):
    browser = case.browser
    for place, sentence in ((case.house, "Haus: {{ date }}"), (case.own, "Kunde: {{ date }}")):
        answer = sent(browser, f"{place}/templates/de", a_template(sentence), "v.docx")
        assert answer.status_code == 303, told(answer)
    assert [paper(case, at).paragraphs[0].text for at in (0, 1)] == [
        "Kunde: 22. November 2026",
        "Haus: 22. November 2026",
    ]

    browser.post(f"{case.own}/templates/de/delete")

    assert paper(case, 0).paragraphs[0].text == "Haus: 22. November 2026"


def test_a_brand_is_deleted_after_a_question_and_its_clients_have_that_of_the_house(case):
    question = case.browser.get(f"{case.own}/delete").text
    assert "Diese Mandanten haben danach das Erscheinungsbild des Hauses: Musterstadt" in question

    case.browser.post(f"{case.own}/delete")

    assert case.browser.get(case.own).status_code == 404
    assert "Guten Tag" in [paragraph.text for paragraph in paper(case, 0).paragraphs]
    desk = case.browser.app.extensions["desk"]
    with desk.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM brand_picture")).scalar() == 1
        assert len(stored.for_client(connection, "c")) == 1


def test_a_preview_shows_a_clients_brand_on_top_of_that_of_the_house(case):
    first = case.browser.get(f"{case.own}/preview.pdf")

    assert first.data.startswith(b"%PDF")
    assert first.data != case.browser.get(f"{case.house}/preview.pdf").data


def test_own_texts_survive_when_the_paper_is_made_anew_in_the_browser(case):
    browser = case.browser
    address = f"/assessments/{case.assessments[0]}/result"
    written = paper(case, 0)
    block = next(written.element.body.iter("{*}sdtContent"))
    next(block.iter("{*}t")).text = "Vorlage 12/2026"
    shown = next(written.element.body.iter("{*}showingPlcHdr"))
    shown.getparent().remove(shown)
    file = io.BytesIO()
    written.save(file)

    answer = sent(browser, f"{address}/paper", file.getvalue(), "paper.docx")

    again = Document(io.BytesIO(answer.data))
    texts = [text for one in again.element.body.iter("{*}sdtContent") for text in one.itertext()]
    assert "Vorlage 12/2026" in texts
    assert sent(browser, f"{address}/paper", png()).status_code == 422
    assert sent(browser, f"{address}/paper", b"").status_code == 422
