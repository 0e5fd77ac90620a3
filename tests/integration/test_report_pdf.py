"""The report as a file: what it says, how it is tagged, and that it is safe and always the same."""

import io
import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer

import pikepdf
import pytest
from pypdf import PdfReader

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.presentation import to_json
from assessment.questionnaire.answer_file import parse_answers
from assessment.report.brief import Brief
from assessment.report.content import content_of
from assessment.report.pdf import OwnFilesOnly
from assessment.result import result_of
from tests.integration.builders import an_assessment, level
from tests.integration.reports import (
    LANGUAGES,
    PLANS,
    TOWN,
    a_town_with_plans,
    bookmarks,
    faults,
    pages,
    the_pdf,
    words_in_each_other,
)


@cache
def the_full_report(language):
    return the_pdf(a_town_with_plans(), language)


@cache
def the_blank_report(language):
    return the_pdf(an_assessment(municipality=TOWN), language)


def elements(pdf):
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            kids = element.get("/K", [])
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


@pytest.mark.parametrize(
    ("report", "language"),
    [
        (the_full_report, "de"),
        (the_full_report, "en"),
        (the_blank_report, "de"),
        (the_blank_report, "en"),
    ],
)
def test_both_checkers_find_no_error(report, language, tmp_path):
    assert faults(report(language), tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_short_enough_to_be_read(language):
    assert 10 <= len(pages(the_full_report(language))) <= 22
    assert 10 <= len(pages(the_blank_report(language))) <= 15


@pytest.mark.parametrize("report", [the_full_report, the_blank_report])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_but_the_last_is_nearly_empty(report, language):
    _cover, _summary, _contents, *chapters, _last = pages(report(language))
    assert min(len(page) for page in chapters) > 900


@pytest.mark.parametrize("report", [the_full_report, the_blank_report])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_printed_over_another(report, language):
    assert list(words_in_each_other(report(language))) == []


def test_the_summary_fits_on_the_second_page():
    text = pages(the_full_report("de"))
    assert "Auf einen Blick" in text[1]
    assert "Was als Nächstes zu tun ist" in text[1]
    assert "Inhalt" in text[2]


def test_the_report_is_in_its_language():
    german, english = " ".join(pages(the_full_report("de"))), " ".join(pages(the_full_report("en")))
    assert "Methode und Grenzen" in german
    assert "keine Rechtsberatung" in german
    assert "Method and limits" in english
    assert "no legal advice" in english
    assert pikepdf.open(io.BytesIO(the_full_report("en"))).Root.Lang == "en"


def test_the_numbers_are_those_of_the_result():
    model = load_model()
    assessment = a_town_with_plans()
    suitability = result_of(assessment, model).applications[0].recommendation.suitability
    text = " ".join(pages(the_full_report("de")))
    for value in suitability.values():
        assert f"{value:.1f}".replace(".", ",") in text


def test_without_answers_the_report_asks_to_clarify_and_shows_no_zeros():
    text = pages(the_blank_report("de"))
    assert "erst klären" in text[1]
    assert "noch kein Ergebnis" in text[1]
    assert "0,0–100,0" in text[1]


def test_the_method_annex_shows_formulas_numbers_and_literature():
    text = " ".join(pages(the_full_report("de")))
    assert "Eignung = 100 · (λ·F + (1 − λ)·C)" in text
    assert f"λ = {load_model().recommendation.lambda_.value}".replace(".", ",") in text
    assert "Ein Rechenbeispiel" in text
    assert "SMAA-2" in text


def test_evidence_stands_with_each_route_and_all_applications_are_compared():
    model = load_model()
    assessment = a_town_with_plans()
    text = pages(the_full_report("de"))
    assert any("Alle Anwendungen im Vergleich" in page for page in text)
    whole = " ".join(text)
    for application in result_of(assessment, model).applications:
        for line in application.evidence.routes:
            assert f"{line.cases} von {len(application.evidence.counted)}" in whole
    assert whole.count("Die vier Wege nebeneinander") == len(PLANS)


def test_title_and_bookmarks_lead_through_the_chapters():
    reader = PdfReader(io.BytesIO(the_full_report("de")))
    chapters = bookmarks(the_full_report("de"))
    assert reader.metadata.title == "KI-Bereitschaft von Musterstadt: Selbsteinschätzung"
    assert chapters[0] == "Auf einen Blick"
    assert chapters[-1] == "Quellen"


def test_answers_and_result_are_attached_for_programs():
    model, assessment = load_model(), a_town_with_plans()
    with pikepdf.open(io.BytesIO(the_full_report("de"))) as pdf:
        attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    assert sorted(attached) == ["answers.json", "result.json"]
    read = parse_answers(attached["answers.json"], file="x.json", vocabulary=model.vocabulary)
    assert read == assessment
    result = result_of(assessment, model)
    assert json.loads(attached["result.json"]) == to_json(result, model, "de")


def test_the_date_is_that_of_the_assessment():
    assert PdfReader(io.BytesIO(the_full_report("de"))).metadata.creation_date_raw == "D:20261122"


def test_only_our_own_fonts_are_embedded():
    fonts = set()
    for page in PdfReader(io.BytesIO(the_full_report("de"))).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(font.get_object()["/BaseFont"].split("+")[1])
    assert fonts == {"Fira-Sans", "Fira-Sans-Semi-Bold", "Fira-Sans-Bold"}


def test_every_table_header_has_its_scope_and_every_figure_its_words():
    with pikepdf.open(io.BytesIO(the_full_report("de"))) as pdf:
        tags = list(elements(pdf))
        headers = [element for element in tags if element.S == "/TH"]
        figures = [element for element in tags if element.S == "/Figure"]
        assert headers
        assert all(header.A.Scope in ("/Column", "/Row") for header in headers)
        assert len(figures) == number_of_charts()
        assert all(len(str(figure.Alt)) > 40 for figure in figures)


def number_of_charts():
    """Profile, portfolio where it is stated, and the measures of each dimension."""
    model = load_model()
    assessment = a_town_with_plans()
    return len(content_of(result_of(assessment, model), model, Brief("de")).charts)


def test_a_table_over_several_pages_is_one_table_with_one_head():
    with pikepdf.open(io.BytesIO(the_full_report("de"))) as pdf:
        tables = [element for element in elements(pdf) if element.S == "/Table"]
        over_pages = [table for table in tables if len({row.Pg.objgen for row in rows(table)}) > 1]
        assert over_pages
        for table in over_pages:
            assert sum(kid.S == "/THead" for kid in table.K) == 1


def rows(table):
    return [row for part in table.K if part.S in ("/THead", "/TBody") for row in part.K]


def test_the_file_is_the_same_in_every_process(tmp_path):
    program = (
        "import sys; from pathlib import Path; from tests.integration.test_report_pdf import *;"
        "Path(sys.argv[1]).write_bytes(the_blank_report('de'))"
    )
    file = tmp_path / "report.pdf"
    other = str(1 + (os.environ.get("PYTHONHASHSEED") == "1"))
    environment = {**os.environ, "PYTHONHASHSEED": other}
    subprocess.run([sys.executable, "-c", program, file], check=True, env=environment)
    assert file.read_bytes() == the_blank_report("de")


class CountingHandler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.requested.append(self.path)
        self.send_response(200)
        self.end_headers()


@contextmanager
def a_listening_server():
    server = HTTPServer(("127.0.0.1", 0), CountingHandler)
    server.requested = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_hostile_texts_stay_texts_and_fetch_nothing():
    with a_listening_server() as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/pixel.png"
        hostile = f'<img src="{address}"><script>x</script> {{{{ 7*7 }}}} 👍 ' + "W" * 900
        answers = {"data.inventory": level(2, comment=hostile, evidence=address)}
        name = "Verwaltungsgemeinschaft " + "Donaudampfschifffahrt" * 8
        pdf = the_pdf(
            an_assessment(
                municipality=Municipality(name, Body.MUNICIPALITY),
                answers=answers,
                note=hostile[:200],
            )
        )
        assert server.requested == []
    text = " ".join(pages(pdf))
    assert "<script>x</script>" in text
    assert "{{ 7*7 }}" in text


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "file:///etc/passwd",
        "font:../../../etc/passwd",
        "chart:x",
        "data:,x",
    ],
)
def test_nothing_but_fonts_and_charts_is_served(url):
    with pytest.raises(ValueError, match="nothing but its own fonts and charts"):
        OwnFilesOnly().fetch(url)
