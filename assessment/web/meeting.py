"""Who in the house can answer what, for the meeting, and what is still open."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from assessment.services import assessments
from assessment.services.task_list import open_questions, questions_by_role
from assessment.web.setup.desk import the_desk

pages = Blueprint("meeting", __name__, url_prefix="/assessments/<id>")


@pages.get("/meeting")
def show(id: str) -> ResponseReturnValue:
    """The questions by role, to be printed."""
    return render_template(
        "pages/meeting/show.html",
        head=assessments.head(the_desk(), id),
        roles=questions_by_role(the_desk(), id),
    )


@pages.get("/open")
def show_open(id: str) -> ResponseReturnValue:
    """The questions that still widen the result."""
    return render_template(
        "pages/meeting/show_open.html",
        head=assessments.head(the_desk(), id),
        open=open_questions(the_desk(), id),
        questionnaire=the_desk().model_for(id).questionnaire,
    )
