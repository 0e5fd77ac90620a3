"""The result of an assessment: the page, the report, and the files for other programs."""

import json

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from assessment.services import assessments, results
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language

pages = Blueprint("results", __name__, url_prefix="/assessments/<id>/result")


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """What the assessment comes to."""
    desk = the_desk()
    result = results.result(desk, id)
    return render_template(
        "pages/results/show.html",
        head=assessments.head(desk, id),
        result=result,
        scorecard=result.scorecard,
        report=results.report_content(desk, id, language()),
    )


@pages.get("/explain/<what>")
def explain(id: str, what: str) -> ResponseReturnValue:
    """How the figures of a question, topic, dimension or application arose."""
    desk = the_desk()
    return render_template(
        "pages/results/explain.html",
        head=assessments.head(desk, id),
        page=results.explanation(desk, id, what, language()),
    )


@pages.get("/report.pdf")
def report(id: str) -> Response:
    """The report as PDF; a worker process makes it."""
    head = assessments.head(the_desk(), id)
    pdf = results.report_pdf(the_desk(), id, language())
    return download(pdf, results.report_name(head, language()), "application/pdf")


@pages.get("/result.json")
def as_json(id: str) -> Response:
    """The result for other programs."""
    head = assessments.head(the_desk(), id)
    content = results.result_json(the_desk(), id, language())
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    name = results.report_name(head, language()).removesuffix(".pdf") + ".json"
    return download(text.encode(), name, "application/json")
