"""What an assessment comes to, and the documents made from it."""

import hashlib
import re
import unicodedata
from typing import Any

from assessment.errors import Invalid, NotFound
from assessment.explain import explain
from assessment.jobs.queue import RENDER_REPORT, WORK_OUT
from assessment.persistence.stored import Head
from assessment.presentation import to_json
from assessment.questionnaire.answers import Assessment
from assessment.report.content import Report, content_of
from assessment.report.content.explanations import ExplanationPage, explanation_page
from assessment.report.method import Method, method_of
from assessment.report.method.example import example_input
from assessment.result import Result
from assessment.services.assessments import load
from assessment.services.desk import Desk


def result(desk: Desk, id: str) -> Result:
    """The result of the assessment as it stands, from a worker process; NotFound, TaskFailed."""
    return _result(desk, load(desk, id))


def result_json(desk: Desk, id: str, language: str) -> dict[str, Any]:
    """The result for programs, rounded; NotFound."""
    found = result(desk, id)
    return to_json(found, desk.model_of(found.assessment.questionnaire), language)


def report_pdf(desk: Desk, id: str, language: str) -> bytes:
    """The report as PDF, made by a worker process; NotFound, TaskFailed."""
    assessment = load(desk, id)
    arguments = (assessment, desk.model_of(assessment.questionnaire).folder, language)
    key = _key(desk, f"report {language}", assessment)
    return desk.remembered.of(key, lambda: bytes(desk.queue.run(RENDER_REPORT, *arguments)))


def report_content(desk: Desk, id: str, language: str) -> Report:
    """What the report says, for the page of the result; charts are only drawn if asked for."""
    assessment = load(desk, id)
    key = _key(desk, f"content {language}", assessment)
    model = desk.model_of(assessment.questionnaire)
    return desk.remembered.of(key, lambda: content_of(_result(desk, assessment), model, language))


def explanation(desk: Desk, id: str, what: str, language: str) -> ExplanationPage:
    """How the figures of a question, topic, dimension or application arose; NotFound."""
    found = result(desk, id)
    model = desk.model_of(found.assessment.questionnaire)
    try:
        explained = explain(found, model, what)
    except Invalid as problem:
        raise NotFound(what) from problem
    return explanation_page(explained, found, model, language)


def method(desk: Desk, language: str) -> Method:
    """The method that all results follow, with the worked example worked out."""
    example = example_input(desk.model)
    key = _key(desk, f"method {language}", example)
    return desk.remembered.of(
        key,
        lambda: method_of(_result(desk, example) if example else None, desk.model, language),
    )


def report_name(head: Head, language: str) -> str:
    """A file name for the report that every system can store."""
    subject = "KI-Readiness" if language == "de" else "AI-Readiness"
    name = unicodedata.normalize("NFKD", head.title.translate(_SPELT))
    plain = re.sub("[^A-Za-z0-9]+", "_", name.encode("ascii", "ignore").decode()).strip("_")
    return f"{subject}_{plain[:60]}_{head.date.isoformat()}.pdf"


_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


def _result(desk: Desk, assessment: Assessment) -> Result:
    """The result; draws and roadmap need libraries that the web worker must not load."""

    def worked_out() -> Result:
        model = desk.model_of(assessment.questionnaire)
        found: Result = desk.queue.run(WORK_OUT, assessment, model.folder)
        return found

    return desk.remembered.of(_key(desk, "result", assessment), worked_out)


def _key(desk: Desk, kind: str, assessment: Assessment | None) -> str:
    """What the outcome depends on: the model with its texts' folder, and everything said."""
    model = desk.model_of(assessment.questionnaire) if assessment else desk.model
    said = f"{kind} {model.folder} {model.hash} {assessment!r}"
    return hashlib.sha256(said.encode()).hexdigest()
