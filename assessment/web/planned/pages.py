"""The portfolio of the planned applications, and what other answers would change."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from assessment.services.planned.portfolio import portfolio_page
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("planned", __name__, url_prefix="/assessments/<id>")


@pages.get("/portfolio")
def portfolio(id: str) -> ResponseReturnValue:
    """Expected benefit beside what is still missing, with the route of each application."""
    page = portfolio_page(the_desk(), id, language())
    return render_template("pages/planned/portfolio.html", head=page.head, page=page)
