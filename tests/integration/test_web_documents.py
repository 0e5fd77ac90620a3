"""The documents that an office edits further, fetched from the page of the result."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from assessment.model import load_model
from assessment.services.desk import Remembered
from tests.integration.test_web_review import OTHER_WEIGHT, changed_model, opened, submit

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


def test_another_kind_of_document_is_not_found(browser):
    assert browser.get(opened(browser) + "result/exe").status_code == 404
