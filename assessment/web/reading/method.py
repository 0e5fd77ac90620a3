"""The method page: every number that points and advice rest on."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from assessment.services import results
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("method", __name__, url_prefix="/method")


@pages.get("")
def show() -> ResponseReturnValue:
    """How results come about."""
    return render_template("pages/method/show.html", method=results.method(the_desk(), language()))
