"""Reports to look into, and how they are looked into."""

import io
import logging
from contextlib import contextmanager
from functools import cache
from itertools import combinations

import outloud
import pdfua
import pymupdf
from pypdf import PdfReader

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import PlannedApplication
from assessment.report.brief import Brief
from assessment.report.pdf import report_pdf
from assessment.result import result_of
from tests.integration.builders import an_assessment, level

TOWN = Municipality(
    "Musterstadt", Body.MUNICIPALITY, state="NW", population=18_000, size_class="30"
)
PLANS = (
    PlannedApplication("chatbot", "citizen_chatbot", priority=2),
    PlannedApplication("wissen", "knowledge_assistant"),
)
LANGUAGES = ("de", "en")


def at_level_two():
    return {id: level(2) for id in load_model().questionnaire.by_id}


@contextmanager
def no_warnings():
    """Whatever WeasyPrint has to complain about is a failure."""

    class Complaint(logging.Handler):
        def emit(self, record):
            raise AssertionError(record.getMessage())

    logger, complaint = logging.getLogger("weasyprint"), Complaint(logging.WARNING)
    logger.addHandler(complaint)
    try:
        yield
    finally:
        logger.removeHandler(complaint)


def the_pdf(assessment, language="de", **brief):
    model = load_model()
    with no_warnings():
        return report_pdf(result_of(assessment, model), model, Brief(language, **brief))


def a_town_with_plans():
    return an_assessment(municipality=TOWN, answers=at_level_two(), applications=PLANS)


@cache
def pages(pdf):
    """The text of each page; MuPDF takes a thirtieth of the time that pypdf takes."""
    with pymupdf.open(stream=pdf) as read:
        return [" ".join(page.get_text().split()) for page in read]


def words_in_each_other(pdf):
    """The pairs of words of a line that stand in each other, by page."""
    with pymupdf.open(stream=pdf) as read:
        for page in read:
            for one, other in combinations(page.get_text("words"), 2):
                right, left = min(one[2], other[2]), max(one[0], other[0])
                foot, top = min(one[3], other[3]), max(one[1], other[1])
                if right - left > 0.3 and foot - top > (one[3] - one[1]) / 2:
                    yield page.number + 1, one[4], other[4]


def bookmarks(pdf):
    outline = PdfReader(io.BytesIO(pdf)).outline
    return [item.title for item in outline if not isinstance(item, list)]


def faults(pdf, folder):
    """What either checker has to say against the file."""
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    told = [one for one in outloud.check(str(file)).findings if one.severity == "error"]
    worst = pdfua.validate(str(file)).worst_severity()
    return told if worst in (None, pdfua.Severity.INFO) else [*told, worst]
