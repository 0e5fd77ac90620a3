"""The task list of an assessment: what is done, what comes next."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from assessment.services import assessments, results
from assessment.services.documents.formats import MEDIA_TYPES
from assessment.services.task_list import task_list
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language

pages = Blueprint("task_list", __name__, url_prefix="/assessments/<id>")


@pages.get("/")
def show(id: str) -> ResponseReturnValue:
    """What is done and what comes next."""
    tasks = task_list(the_desk(), id)
    return render_template(
        "pages/task_list/show.html",
        tasks=tasks,
        head=tasks.head,
        dimensions=[
            (dimension, [task for task in tasks.topics if task.dimension.id == dimension.id])
            for dimension in tasks.questionnaire.dimensions
        ],
    )


@pages.get("/answers.yaml")
def answer_file(id: str) -> Response:
    """The answers as a file that can be opened here or elsewhere."""
    head = assessments.head(the_desk(), id)
    text = assessments.export(the_desk(), id, format="yaml")
    name = results.report_name(head, language()).removesuffix(".pdf") + ".yaml"
    return download(text.encode(), name, "application/yaml")


@pages.get("/answers.xlsx")
def answer_book(id: str) -> Response:
    """The answers as a workbook that can be filled in further and opened here again."""
    head = assessments.head(the_desk(), id)
    data = assessments.export_book(the_desk(), id, language())
    name = results.report_name(head, language()).removesuffix(".pdf") + ".xlsx"
    return download(data, name, MEDIA_TYPES["xlsx"])
