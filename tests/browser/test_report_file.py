"""The report as one HTML file, opened without a server: no barrier, nothing fetched."""

import re
from functools import cache

import pytest

from assessment.benchmark.release.document import sealed
from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.report.brief import Brief
from assessment.report.one_file import report_file_html
from assessment.report.overall.making import overall_html
from assessment.result import result_of
from tests.browser.conftest import AXE
from tests.unit.benchmark.small_rounds import release

FETCHED = re.compile(
    r"""(?:src|srcset|poster|data)=["'](?!data:)|url\((?!#)|@import|<script|<link"""
)


@cache
def report(stem, language):
    model = load_model()
    path = model.folder / "examples" / f"{stem}.yaml"
    result = result_of(read_answer_file(path, model.vocabulary), model)
    return report_file_html(result, model, Brief(language))


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens the file as somebody does who got it by mail; gives the page and what it asked for."""
    contexts = []

    def open_it(data, width):
        (tmp_path / "report.html").write_bytes(data)
        contexts.append(
            chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        )
        page = contexts[-1].new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
        page.goto((tmp_path / "report.html").as_uri())
        return page, asked

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("language", "width"), [("de", 1280), ("en", 360)])
def test_it_has_no_barrier_and_fetches_nothing(opened, language, width):
    page, asked = opened(report("dorf", language), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert set(asked) <= {"file", "data"}
    page.add_script_tag(path=AXE)
    found = page.evaluate("async () => (await axe.run()).violations.map(one => one.id)")
    assert found == []


def test_printed_no_head_of_a_table_runs_into_the_next(opened):
    head = {"date": "2026-06-30", "number": 1, "questionnaire": "ki-readiness@2026.1"}
    made = sealed({**release(), **head, "model_hash": "0", "tool_version": "0", "quartiles": "7"})
    page, _ = opened(overall_html([made], load_model(), "de"), 680)
    page.emulate_media(media="print")
    wide = """[...document.querySelectorAll("thead th")]
        .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"""
    assert page.locator("thead th").count() > 20
    assert page.evaluate(wide) == []


@pytest.mark.parametrize("stem", ["dorf", "alles-unbekannt", "kleinstadt-halb-ausgefuellt"])
def test_nothing_in_it_points_elsewhere_but_links(stem):
    text = report(stem, "de").decode()
    assert FETCHED.findall(text.replace("data-", "")) == []
    assert "chart:" not in text
    assert "Content-Security-Policy" in text


def test_the_same_result_gives_the_same_bytes():
    first = report("dorf", "de")
    report.cache_clear()
    assert report("dorf", "de") == first
