"""The council paper: says what the result says, can be edited, and keeps what an office wrote."""

from functools import cache
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from assessment.errors import Invalid
from assessment.model import load_model
from assessment.presentation import to_json
from assessment.questionnaire.answer_file import read_answer_file
from assessment.report.brief import Brief
from assessment.report.content.figures import points
from assessment.report.office.council_paper import council_paper_docx, council_template_docx
from assessment.report.office.given import GivenFile, GivenFiles
from assessment.report.office.own_text import without_place
from assessment.report.office.slides import slides_pptx
from assessment.result import result_of
from tests.integration.office import converted

MODEL = load_model()
EXAMPLES = [path.stem for path in sorted((MODEL.folder / "examples").glob("*.yaml"))]


@cache
def a_result(stem):
    path = MODEL.folder / "examples" / f"{stem}.yaml"
    return result_of(read_answer_file(path, MODEL.vocabulary), MODEL)


def paper(stem, language="de", **given):
    files = {name: GivenFile(f"{name}.docx", data) for name, data in given.items()}
    return council_paper_docx(a_result(stem), MODEL, Brief(language), GivenFiles(**files))


def text_of(data):
    """All text of a document, paragraph by paragraph and cell by cell."""
    body = Document(BytesIO(data)).element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


def with_own_text(data, name, text):
    """The document after somebody wrote into one of its blocks for own text."""
    document = Document(BytesIO(data))
    [block] = [
        block
        for block in document.element.body.iter(qn("w:sdt"))
        if block.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val")) == f"own_{name}"
    ]
    properties = block.find(qn("w:sdtPr"))
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    next(block.iter(qn("w:t"))).text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def template_saying(text):
    document = Document()
    document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_application_stands_in_it_with_the_digits_of_the_result(stem, language):
    said = text_of(paper(stem, language))
    for one in to_json(a_result(stem), MODEL, language)["applications"]:
        assert one["title"] in said
        for suitability in one["suitability"].values():
            assert suitability is None or points(suitability, language) in said
    assert "{{" not in said
    assert "{%" not in said


def test_libreoffice_opens_paper_and_slides_without_repair_and_shows_the_same_text(tmp_path):
    files = []
    for stem in ("landkreis", "grossstadt", "alles-unbekannt"):
        slides = slides_pptx(a_result(stem), MODEL, Brief("en"))
        for file, data in ((f"{stem}.docx", paper(stem)), (f"{stem}-slides.pptx", slides)):
            files.append(tmp_path / file)
            files[-1].write_bytes(data)
    for file in converted(files, "pdf", tmp_path):
        pages = [page.extract_text() for page in PdfReader(file).pages]
        if file.stem.endswith("slides"):
            assert len(pages) == 5
        else:
            assert "Beschlussvorschlag" in pages[0]
            assert "Grundlagen" in "".join(pages)
            assert len(pages) <= 9  # a council reads it


def test_each_requirement_that_is_not_met_is_told_once_and_named_by_its_number():
    lines = text_of(paper("landkreis")).splitlines()
    numbered = [line for line in lines if line.startswith("(")]
    assert [line.split(" ")[0] for line in numbered] == [f"({n + 1})" for n in range(len(numbered))]
    assert len({line.split(" ", 1)[1] for line in numbered}) == len(numbered)
    unmet = [gate for one in to_json(a_result("landkreis"), MODEL, "de")["applications"]
             for gates in one["gates"].values() for gate in gates]  # fmt: skip
    assert len(numbered) == len({gate["gate"] for gate in unmet})


def test_what_an_office_wrote_is_kept_when_the_paper_is_made_anew():
    edited = with_own_text(paper("dorf"), "facts", "Anlass war der Beschluss vom 3. März.")
    anew = paper("kleinstadt", earlier=edited)
    assert "Anlass war der Beschluss vom 3. März." in text_of(anew)
    assert "Ihre Darstellung des Anlasses" not in text_of(anew)
    assert "Ihre eigene Fassung des Beschlusses" in text_of(anew)
    once_more = paper("kleinstadt", "en", earlier=anew)
    assert "Anlass war der Beschluss vom 3. März." in text_of(once_more)


def test_an_own_text_without_a_place_in_the_template_stays_at_the_end_each_time():
    edited = with_own_text(paper("kleinstadt"), "facts", "Anlass war der Beschluss vom 3. März.")
    own = template_saying("Vorlage für {{ municipality }}")
    first = paper("kleinstadt", template=own, earlier=edited)
    second = paper("kleinstadt", template=own, earlier=first)
    lines = [line for line in text_of(second).splitlines() if line]
    assert lines == [
        "Vorlage für Vlotho",
        "Eigene Texte ohne Platz in der Vorlage",
        "Anlass war der Beschluss vom 3. März.",
    ]
    assert without_place(second) == ("Ihre Darstellung des Anlasses und des bisherigen Vorgehens",)
    back = paper("kleinstadt", earlier=second)
    assert "Anlass war der Beschluss vom 3. März." in text_of(back)
    assert "ohne Platz" not in text_of(back)
    assert without_place(back) == ()


def test_an_office_may_use_a_template_of_its_own():
    own = template_saying("Vorlage für {{ municipality }}, {{ applications|length }} Anwendungen")
    count = len(a_result("dorf").applications)
    assert f"Vorlage für Schweppenhausen, {count} Anwendungen" in text_of(
        paper("dorf", template=own)
    )
    assert text_of(paper("dorf", template=council_template_docx("de"))) == text_of(paper("dorf"))


@pytest.mark.parametrize(
    "text", ["{{ no_such_field }}", "{% for %}", "{{ ''.__class__.__mro__ }}", "{{ date }"]
)
def test_a_template_that_cannot_be_filled_is_refused_with_the_reason(text):
    with pytest.raises(Invalid) as refused:
        paper("dorf", template=template_saying(text))
    [problem] = refused.value.problems
    assert (problem.code, problem.file) == ("template_not_filled", "template.docx")
    assert problem.values["reason"]


@pytest.mark.parametrize("given", ["template", "earlier"])
def test_what_is_no_word_document_is_refused(given):
    with pytest.raises(Invalid) as refused:
        paper("dorf", **{given: b"%PDF-1.7"})
    assert [problem.code for problem in refused.value.problems] == ["no_word_document"]


def test_the_same_result_gives_the_same_bytes():
    assert paper("dorf") == paper("dorf")
