"""The portfolio of the planned applications, and what other answers would change."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.services.planned.portfolio import portfolio_page
from assessment.services.planned.what_if import keep_as_targets, what_if
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("planned", __name__, url_prefix="/assessments/<id>")


@pages.get("/portfolio")
def portfolio(id: str) -> ResponseReturnValue:
    """Expected benefit beside what is still missing, with the route of each application."""
    page = portfolio_page(the_desk(), id, language())
    return render_template("pages/planned/portfolio.html", head=page.head, page=page)


@pages.get("/what-if", endpoint="what_if")
def try_out(id: str) -> ResponseReturnValue:
    """What the changes in the address would do; nothing is kept.

    Blanks, and what stands there anyway, are taken out of the address: it can be passed on.
    """
    changes, pick = request.args.getlist("change"), request.args.get("pick", "")
    page = what_if(the_desk(), id, changes, pick=pick, language=language())
    counted = [one.written for one in page.read.tries]
    if page.read.all_read and counted != changes:
        return redirect(url_for("planned.what_if", id=id, change=counted, pick=pick or None))
    return render_template(
        "pages/planned/what_if.html",
        head=page.head,
        page=page,
        changes=counted,
        without={one: [other for other in counted if other != one] for one in counted},
        picked=page.items.by_key.get(page.picked.key) if page.picked else None,
        tried=page.picked in {one.item for one in page.read.tries},
    )


@pages.post("/what-if/targets")
def keep_targets(id: str) -> ResponseReturnValue:
    """What the changes raise becomes levels wanted; answers stay as they are."""
    keep_as_targets(the_desk(), id, request.form.getlist("change"))
    return redirect(url_for("planning.show", id=id, _anchor="targets"), 303)
