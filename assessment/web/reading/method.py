"""The method page: every number that points and advice rest on."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from assessment.services import results
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("method", __name__, url_prefix="/method")


@pages.get("")
def show() -> ResponseReturnValue:
    """How results come about; `?model=` asks for a model that was in force once."""
    desk, key = the_desk(), request.args.get("model") or None
    model = desk.model_with(key) if key else desk.model
    return render_template(
        "pages/method/show.html",
        method=results.method(desk, model, language()),
        questionnaire=model.questionnaire,
        jump=model.series.jump,
        is_old=model is not desk.model,
    )
