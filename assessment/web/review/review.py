"""The review page: looking everything over, submitting it, and reopening what was submitted."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.services.review import looking_over, submitting
from assessment.services.review.submitting import ChangedMeanwhile
from assessment.web.review.forms import reopen_form, submit_form
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("review", __name__, url_prefix="/assessments/<id>")


@pages.get("/review")
def show(id: str) -> ResponseReturnValue:
    """All answers, what is missing, and the way to submit or reopen."""
    return _page(id)


@pages.post("/submit")
def submit(id: str) -> ResponseReturnValue:
    """The assessment is submitted; its result comes, as it will stay."""
    form = submit_form(language())(request.form)
    if not form.validate():
        return _page(id, form), 400
    try:
        submitting.submit(the_desk(), id, by=form["by"].data, seen_as=request.form.get("seen", ""))
    except ChangedMeanwhile:
        return _page(id, form, changed=True), 409
    return redirect(url_for("results.show", id=id), 303)


@pages.post("/reopen")
def reopen(id: str) -> ResponseReturnValue:
    """The assessment can be changed again; what was submitted stays."""
    form = reopen_form(language())(request.form)
    if not form.validate():
        return _page(id, form), 400
    try:
        submitting.reopen(
            the_desk(),
            id,
            by=form["by"].data,
            because=form["because"].data,
            revision=request.form.get("revision", 0, type=int),
        )
    except ChangedMeanwhile:
        return _page(id, form, changed=True), 409
    return redirect(url_for("task_list.show", id=id), 303)


def _page(id: str, form: Form | None = None, *, changed: bool = False) -> str:
    review = looking_over.review(the_desk(), id)
    empty = reopen_form if review.head.submitted else submit_form
    return render_template(
        "pages/review/show.html",
        head=review.head,
        review=review,
        seen=submitting.seen(review.head),
        form=form or empty(language())(),
        changed=changed,
        longest_name=submitting.LONGEST_NAME,
        longest_reason=submitting.LONGEST_REASON,
    )
