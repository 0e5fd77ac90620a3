"""The documents that an office edits further, fetched from the page of the result."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from assessment.jobs.queue import RENDER_COUNCIL_PAPER, RENDER_SLIDES, RENDER_TABLE, WORK_OUT
from assessment.model import load_model
from assessment.services.desk import Remembered
from tests.integration.test_web_review import OTHER_WEIGHT, changed_model, opened, submit
from tests.integration.web import text_of

OPEN = {"html": BytesIO.read, "docx": Document, "pptx": Presentation, "xlsx": load_workbook}


@pytest.mark.parametrize("kind", OPEN)
def test_a_document_is_fetched_from_the_result_under_a_name_of_its_own(browser, kind):
    place = opened(browser)
    assert f'href="{place}result/{kind}"' in browser.get(place + "result").text
    answer = browser.get(f"{place}result/{kind}")
    assert answer.status_code == 200
    assert answer.mimetype == "text/html" or "openxmlformats" in answer.mimetype
    assert answer.headers["Content-Disposition"].endswith(f".{kind}")
    OPEN[kind](BytesIO(answer.data))


def test_documents_of_what_was_submitted_stay_the_same_when_the_model_changes(
    app, browser, tmp_path
):
    place = opened(browser)
    submit(browser, place)
    before = {kind: browser.get(f"{place}result/{kind}").data for kind in OPEN}
    desk = app.extensions["desk"]
    model = load_model(changed_model(tmp_path / "new", OTHER_WEIGHT))
    app.extensions["desk"] = replace(desk, model=model, remembered=Remembered())
    assert {kind: browser.get(f"{place}result/{kind}").data for kind in OPEN} == before


class Counting:
    """Hands everything on to a queue, and knows what was asked of it."""

    def __init__(self, queue):
        self.queue, self.tasks = queue, []

    def run(self, task, *arguments):
        self.tasks.append(task)
        return self.queue.run(task, *arguments)


def test_page_and_documents_of_all_formats_share_one_result(app, browser):
    place = opened(browser)
    queue = Counting(app.extensions["desk"].queue)
    app.extensions["desk"] = replace(app.extensions["desk"], queue=queue)
    for kind in ("", "/docx", "/pptx"):
        assert browser.get(f"{place}result{kind}").status_code == 200
    assert browser.get(f"{place}documents/file?format=csv").status_code == 200
    assert queue.tasks == [WORK_OUT, RENDER_COUNCIL_PAPER, RENDER_SLIDES, RENDER_TABLE]


def test_another_kind_of_document_is_not_found(browser):
    assert browser.get(opened(browser) + "result/exe").status_code == 404


def test_a_document_is_chosen_by_language_length_and_parts_on_a_plain_form(browser):
    place = opened(browser)
    page = browser.get(place + "documents").text
    assert f'action="{place}documents/file"' in page
    assert f'href="{place}documents"' in browser.get(place + "result").text
    asked = "format=html&language=en&length=short&parts=profile&parts=sources"
    answer = browser.get(f"{place}documents/file?{asked}")
    assert answer.headers["Content-Disposition"].endswith(".html")
    assert 'id="profile"' in answer.text
    assert 'id="summary"' not in answer.text
    assert '<html lang="en" class="short">' in answer.text


def test_what_is_not_offered_is_told_all_at_once_with_what_is(browser):
    place = opened(browser)
    answer = browser.get(f"{place}documents/file?format=exe&language=fr&length=long&parts=kosten")
    assert answer.status_code == 422
    told = text_of(answer)
    for wrong in ("exe", "fr", "long", "kosten"):
        assert f"„{wrong}“" in told
    assert "summary, profile" in told
    assert browser.get(f"{place}documents?revision=7").status_code == 404
