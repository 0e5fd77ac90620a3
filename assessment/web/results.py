"""The result of an assessment: the page, the report, and the files for other programs.

`?revision=` asks for what was submitted once; without it the last that is submitted is shown, or
the draft while the assessment is open. `?since=` names an earlier report: documents then tell what
changed since.
"""

from typing import Any

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from assessment.errors import NotFound
from assessment.report.brief import Brief
from assessment.services import assessments, results
from assessment.services.documents.formats import MEDIA_TYPES, Format, Order
from assessment.services.documents.of_assessment import document_of
from assessment.services.peers.showing import position_shown
from assessment.services.series.changing import since_of
from assessment.web.peers.choice import release_choices, release_for, wanted_release
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language

pages = Blueprint("results", __name__, url_prefix="/assessments/<id>/result")


@pages.url_defaults
def _same_revision(_endpoint: str, values: dict[str, Any]) -> None:
    """Links from one page of a submitted result to another stay with it."""
    if request.blueprint == "results" and "revision" in request.args:
        values.setdefault("revision", request.args["revision"])


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """What the assessment comes to."""
    desk = the_desk()
    shown = results.shown(desk, id, asked_revision())
    return render_template(
        "pages/results/show.html",
        head=shown.head,
        shown=shown,
        method_key=results.method_key(desk, shown),
        result=shown.result,
        scorecard=shown.result.scorecard,
        report=results.report_content(desk, shown, language()),
        position=position_shown(desk, shown, wanted_release(), language()),
        releases=release_choices(shown.result.assessment.questionnaire),
    )


@pages.get("/explain/<what>")
def explain(id: str, what: str) -> ResponseReturnValue:
    """How the figures of a question, topic, dimension or application arose."""
    desk = the_desk()
    return render_template(
        "pages/results/explain.html",
        head=assessments.head(desk, id),
        page=results.explanation(desk, id, what, language(), revision=asked_revision()),
    )


@pages.get("/report.pdf")
def report(id: str) -> Response:
    """The report as PDF; a worker process makes it."""
    return document(id, "pdf")


@pages.get("/result.json")
def as_json(id: str) -> Response:
    """The result for other programs."""
    return document(id, "json")


@pages.get("/<any(html, docx, pptx, xlsx, csv):kind>")
def document(id: str, kind: Format) -> Response:
    """The report as one file, council paper, slides, workbook or table; a worker makes it."""
    desk, revision = the_desk(), asked_revision()
    since = since_of(desk, id, request.args.get("since"), language(), revision=revision)
    head, _basis = results.basis_of(desk, id, revision)
    order = Order(
        kind,
        Brief(language(), since=since),
        release=release_for(head.questionnaire, head.municipality),
    )
    data = document_of(desk, id, order, revision)
    return download(data, _file_name(id, kind), MEDIA_TYPES[kind])


@pages.get("/answers.yaml")
def answer_file(id: str) -> Response:
    """The answers behind the result, as a file that can be opened here or elsewhere."""
    text = results.answer_file(the_desk(), id, asked_revision())
    return download(text.encode(), _file_name(id, "yaml"), "application/yaml")


def asked_revision() -> int | None:
    """The number of the submitted revision that is asked for, if any; NotFound for no number."""
    given = request.args.get("revision")
    if given is None:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < 6):
        raise NotFound(given)
    return int(given)


def _file_name(id: str, kind: str) -> str:
    head = assessments.head(the_desk(), id)
    return results.report_name(head, language(), asked_revision()).removesuffix("pdf") + kind
