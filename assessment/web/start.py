"""The start page: all assessments, a new one, one from a file; copying and deleting."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.services import assessments
from assessment.services.examples import begin_example
from assessment.services.overview.listing import ORDERS, STATES_OF_WORK, Wanted, listing
from assessment.web.setup.clock import today
from assessment.web.setup.desk import the_desk
from assessment.web.setup.uploads import uploaded
from assessment.wording import codes

pages = Blueprint("start", __name__)

# Fewer are seen at a glance.
SEARCHED_FROM = 7


@pages.get("/")
def show() -> ResponseReturnValue:
    """All assessments, and the ways to a new one."""
    wanted = _wanted()
    return render_template(
        "pages/start/show.html",
        wanted=wanted,
        listing=listing(the_desk(), wanted),
        orders=ORDERS,
        states=STATES_OF_WORK,
        examples=codes("example"),
        searched_from=SEARCHED_FROM,
    )


@pages.post("/assessments/from-file")
def open_file() -> ResponseReturnValue:
    """An assessment from an answer file; a faulty file leaves nothing behind."""
    data, file = uploaded("file")
    token = request.form.get("token") or None
    id = assessments.create_from_file(the_desk(), data, file=file, token=token)
    return redirect(url_for("task_list.show", id=id), 303)


@pages.post("/assessments/from-example")
def open_example() -> ResponseReturnValue:
    """An assessment with the invented answers of an example."""
    token = request.form.get("token") or None
    id = begin_example(the_desk(), request.form.get("example", ""), token=token)
    return redirect(url_for("task_list.show", id=id), 303)


@pages.post("/assessments/<id>/copy")
def copy(id: str) -> ResponseReturnValue:
    """The same answers once more, dated today."""
    token = request.form.get("token") or None
    new = assessments.copy(the_desk(), id, date=today(), token=token)
    return redirect(url_for("task_list.show", id=new), 303)


@pages.get("/assessments/<id>/delete")
def ask_to_delete(id: str) -> ResponseReturnValue:
    """The question before everything is gone."""
    return render_template("pages/start/delete.html", head=assessments.head(the_desk(), id))


@pages.post("/assessments/<id>/delete")
def delete(id: str) -> ResponseReturnValue:
    """The assessment is gone."""
    assessments.delete(the_desk(), id)
    return redirect(url_for("start.show"), 303)


def _wanted() -> Wanted:
    order, state = request.args.get("order", ""), request.args.get("state", "")
    return Wanted(
        text=request.args.get("q", "").strip()[:100],
        state=state if state in STATES_OF_WORK else "",
        order=order if order in ORDERS else ORDERS[0],
        sheet=request.args.get("sheet", 1, type=int),
    )
