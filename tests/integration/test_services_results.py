"""The result and its documents are made once for the same content, away from the web worker."""

import json
import os
import subprocess
import sys

import pytest

from assessment.jobs.queue import RENDER_REPORT, WORK_OUT
from assessment.presentation import to_json
from assessment.report.brief import Brief
from assessment.result import result_of
from assessment.services import answers, assessments, examples, results
from assessment.services.answers import Change
from assessment.services.documents.formats import Order
from assessment.services.documents.of_assessment import document_of
from tests.conftest import ROOT
from tests.integration.builders import DAY, UTILITY, level
from tests.integration.statements import counted


class Press:
    """A queue that prints the tasks it is given instead of doing them."""

    def __init__(self):
        self.tasks = []

    def run(self, task, *arguments):
        self.tasks.append((task, *arguments))
        return f"document {len(self.tasks)}".encode()


@pytest.fixture
def press(desk):
    object.__setattr__(desk, "queue", Press())
    return desk.queue


def test_the_result_is_that_of_the_stored_answers(desk):
    id = examples.ensure_example(desk)
    expected = result_of(assessments.load(desk, id), desk.model)
    assert results.result(desk, id) == expected
    told = json.loads(document_of(desk, id, Order("json", Brief("de"))))
    assert told == json.loads(json.dumps(to_json(expected, desk.model, "de")))


def test_a_result_is_worked_out_once_until_an_answer_changes(desk):
    id = examples.ensure_example(desk)
    first = results.result(desk, id)
    assert results.result(desk, id) is first
    answers.save_answer(desk, id, Change("data.inventory", level(4, comment="neu")))
    assert results.result(desk, id).assessment.answers["data.inventory"].comment == "neu"


def test_a_result_is_worked_out_once_and_printed_once_in_each_language(desk, press):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    german = document_of(desk, id, Order("pdf", Brief("de")))
    assert document_of(desk, id, Order("pdf", Brief("de"))) == german
    assert document_of(desk, id, Order("pdf", Brief("en"))) != german
    assert [task for task, *_ in press.tasks] == [WORK_OUT, RENDER_REPORT, RENDER_REPORT]


def test_two_bodies_never_share_a_report(desk, press):
    other = assessments.create(desk, municipality=UTILITY, date=DAY)
    id = assessments.create(desk, municipality=UTILITY, date=DAY.replace(day=1))
    assert document_of(desk, id, Order("pdf", Brief("de"))) != document_of(
        desk, other, Order("pdf", Brief("de"))
    )


def test_a_report_has_a_name_that_every_system_can_store(desk):
    body = UTILITY.__class__("Bad Münster am Stein/Ebernburg", UTILITY.body)
    head = assessments.head(desk, assessments.create(desk, municipality=body, date=DAY))
    name = "Bad_Muenster_am_Stein_Ebernburg_2026-11-22.pdf"
    assert results.report_name(head, "de") == f"KI-Readiness_{name}"
    assert results.report_name(head, "en") == f"AI-Readiness_{name}"


def test_a_result_costs_the_reading_of_the_assessment(desk):
    id = examples.ensure_example(desk)
    with counted(desk.database) as sent:
        results.result(desk, id)
    assert len(sent) == 5


def test_the_services_load_no_library_for_charts_or_pdf():
    heavy = ["vl_convert", "weasyprint", "scipy", "pikepdf", "polars"]
    code = f"""
import sys
import assessment.services.results, assessment.services.examples, assessment.jobs.pool
print([name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
