"""The brand of an office in every format: pictures, colours, texts and who signs."""

import io
import re
import zipfile
from functools import cache

import openpyxl
import outloud
import pdfua
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import PlannedApplication
from assessment.report.brand import Brand, Colours, Contact, Texts, merged
from assessment.report.brand.pictures import picture_of
from assessment.report.brief import Brief
from assessment.report.office.council_paper import council_paper_docx
from assessment.report.office.slides import slides_pptx
from assessment.report.one_file import report_file_html
from assessment.report.pdf import report_pdf
from assessment.report.workbook import workbook_xlsx
from assessment.result import result_of
from tests.integration.builders import an_assessment
from tests.unit.report.brand.pictures import png, svg

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% for %} & {municipality}"
HOUSE = Brand(
    "Beratung <b>Muster</b> & Partner",
    logo=picture_of(png()),
    colours=Colours(accent="#123456"),
    contact=Contact(street="Hauptstr. 1", email="post@example.org", web="www.example.org"),
    intro=Texts(de=f"Guten Tag\n- {HOSTILE}"),
    closing=Texts(de="Bis bald, Stand {date}."),
    imprint=Texts(de="Amtsgericht Musterstadt"),
)
CLIENT = Brand(
    "Stadt Musterstadt",
    coat_of_arms=picture_of(svg(), Texts(de="Roter Kreis")),
    colours=Colours(accent="#8a0b20"),
)
BOTH = merged(HOUSE, CLIENT)
FILLED = HOSTILE.replace("{municipality}", "Musterstadt")


@cache
def made(make, brand=BOTH):
    assessment = an_assessment(
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=18_000),
        applications=(PlannedApplication("chatbot", "citizen_chatbot"),),
    )
    model = load_model()
    return make(result_of(assessment, model), model, Brief("de", brand=brand))


def test_both_checkers_find_no_error_in_a_branded_pdf(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(made(report_pdf))

    read_aloud = outloud.check(str(file))
    assert [finding for finding in read_aloud.findings if finding.severity == "error"] == []
    assert pdfua.validate(str(file)).worst_severity() in (None, pdfua.Severity.INFO)


def test_the_pdf_begins_with_the_intro_and_ends_with_who_signs():
    reader = PdfReader(io.BytesIO(made(report_pdf)))
    cover, intro, summary = (reader.pages[at].extract_text() for at in range(3))
    last = reader.pages[-1].extract_text()

    assert reader.metadata.author == HOUSE.name
    assert "Erstellt von Beratung <b>Muster</b> & Partner" in cover
    assert intro.index("Einführung") < intro.index("Guten Tag")
    assert FILLED in " ".join(intro.split())
    assert "Auf einen Blick" in summary
    assert f"{HOUSE.name} · Selbsteinschätzung" in summary
    order = [
        last.index(part) for part in ("Zum Schluss", "Bis bald, Stand", "Hauptstr. 1", "Amtsger")
    ]
    assert order == sorted(order)


def test_pictures_in_the_pdf_are_told_to_those_who_do_not_see_them():
    reader = PdfReader(io.BytesIO(made(report_pdf)))
    told = alternatives(reader.trailer["/Root"]["/StructTreeRoot"])

    assert told[:2] == ["Roter Kreis", f"Logo von {HOUSE.name}"]


def alternatives(element):
    """What stands in place of pictures, in reading order."""
    element = element.get_object()
    if isinstance(element, list):
        return [text for kid in element for text in alternatives(kid)]
    if not hasattr(element, "get"):
        return []
    own = [element["/Alt"]] if "/Alt" in element else []
    return own + (alternatives(element["/K"]) if "/K" in element else [])


def test_the_same_brand_gives_the_same_bytes_and_another_one_others():
    for make in (council_paper_docx, slides_pptx, workbook_xlsx):
        assert made(make) == made.__wrapped__(make)
        assert made(make) != made(make, HOUSE)


def test_the_html_file_holds_pictures_and_colours_and_fetches_nothing():
    page = made(report_file_html).decode()

    assert 'alt="Roter Kreis"' in page
    assert "--cover: #8a0b20" in page
    assert "<script" not in page
    assert set(re.findall(r'src="([a-z]+:[^,"]*)', page)) <= {
        "data:image/svg+xml;base64",
        "data:image/png;base64",
    }
    assert 'href="mailto:post@example.org"' in page
    assert 'href="https://www.example.org"' in page


def test_the_council_paper_has_head_texts_and_contact():
    document = Document(io.BytesIO(made(council_paper_docx)))
    text = [paragraph.text for paragraph in document.paragraphs]
    pictures = document.sections[0].header._element.xpath(".//wp:docPr/@descr")

    assert pictures == ["Roter Kreis", f"Logo von {HOUSE.name}"]
    assert document.sections[0].footer.paragraphs[0].text.startswith(f"{HOUSE.name} · Musterstadt")
    assert text.index("Guten Tag") < text.index(FILLED) < text.index("Beschlussvorschlag")
    assert text.index("Kontakt") < text.index("Hauptstr. 1") < text.index("Impressum")
    assert document.core_properties.author == HOUSE.name
    assert str(document.styles["Heading 1"].font.color.rgb) == "8A0B20"


def test_the_slides_have_the_logo_and_end_with_the_contact():
    slides = Presentation(io.BytesIO(made(slides_pptx))).slides
    told = [slide._element.xpath(".//p:pic//p:cNvPr/@descr") for slide in slides]
    last = [shape.text_frame.text for shape in slides[-1].shapes if shape.has_text_frame][-1]

    logo = f"Logo von {HOUSE.name}"
    assert told == [["Roter Kreis", logo], [logo], [logo], [logo], [logo]]
    assert last == f"{HOUSE.name} · Hauptstr. 1 · post@example.org · www.example.org"


def test_the_workbook_says_who_made_it_and_has_heads_in_the_colour():
    book = openpyxl.load_workbook(io.BytesIO(made(workbook_xlsx)))
    rows = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows(min_row=5)}

    assert rows["Erstellt von"] == HOUSE.name
    assert rows["Kontakt"].splitlines()[:2] == [HOUSE.name, "Hauptstr. 1"]
    assert book.worksheets[0]["A4"].fill.fgColor.rgb == "FF8A0B20"


@pytest.mark.parametrize("make", [council_paper_docx, slides_pptx])
def test_no_picture_is_packed_that_is_not_shown(make):
    names = zipfile.ZipFile(io.BytesIO(made(make, Brand("Amt")))).namelist()
    assert [name for name in names if "/media/" in name] == []
