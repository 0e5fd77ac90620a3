"""The AI applications a body plans: choosing, describing, ordering, copying and removing them."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.errors import NotFound
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Factor
from assessment.services import applications, assessments
from assessment.services.applications import ApplicationPage, StaleApplication
from assessment.services.planned.kinds import kinds
from assessment.web.forms.applications import (
    LONGEST_TITLE,
    application_form,
    codes_of,
    differing,
    kind_in,
    own_application_form,
    said_in,
)
from assessment.web.forms.factors import factor_codes, factor_form, given_levels
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.wording import codes, translator

pages = Blueprint("applications", __name__, url_prefix="/assessments/<id>/applications")

LONGEST_SEARCH = 100


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """What is planned, and what else there is to choose."""
    desk = the_desk()
    head = assessments.head(desk, id)
    text = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    field = request.args.get("field", "")
    field = field if field in codes("field") else ""
    return render_template(
        "pages/applications/show.html",
        head=head,
        cards=applications.applications(desk, id),
        found=kinds(desk, head, text=text, field=field, language=language()),
        text=text,
        field=field,
        recommendation=desk.model_under(head).recommendation,
    )


@pages.post("")
def add(id: str) -> ResponseReturnValue:
    """One more application of a known kind; its factors come next."""
    token = request.form.get("token")
    archetype = request.form.get("archetype", "")
    # One token stands for the whole list; with the archetype it names this very click.
    added = applications.add(
        the_desk(), id, archetype, token=f"{token}:{archetype}" if token else None
    )
    return redirect(url_for("applications.edit", id=id, application_id=added), 303)


# Not "/own": an application may have that id.
@pages.route("/new/own", methods=["GET", "POST"])
def add_own(id: str) -> ResponseReturnValue:
    """One more application of no known kind; its factors come next."""
    desk = the_desk()
    head = assessments.open_head(the_desk(), id)
    recommendation = desk.model_for(id).recommendation
    form = own_application_form(recommendation)(request.form or None)
    if request.method == "POST" and form.validate():
        token = request.form.get("token") or None
        said = {**said_in(form), "kind": kind_in(form)}
        added = applications.add_own(desk, id, **said, token=token)
        return redirect(url_for("applications.edit", id=id, application_id=added), 303)
    page = render_template(
        "pages/applications/own.html",
        head=head,
        form=form,
        recommendation=recommendation,
        others={},
    )
    return page, 400 if request.method == "POST" else 200


@pages.route("/<application_id>", methods=["GET", "POST"])
def edit(id: str, application_id: str) -> ResponseReturnValue:
    """Everything that is said of an application, with its factors."""
    page = applications.application_page(the_desk(), id, application_id)
    factors = [field.factor for field in page.factors]
    form, levels = _filled_in(page, factors)
    if request.method != "POST":
        return _edit_page(page, form, levels)
    if not (form.validate() and levels.validate()):
        return _edit_page(page, form, levels, seen=request.form.get("seen", "")), 400
    said = {**said_in(form), "kind": kind_in(form), "factors": given_levels(levels, factors)}
    seen = request.form.get("seen") or None
    try:
        applications.edit(the_desk(), id, application_id, **said, seen=seen)
    except StaleApplication as stale:
        return _edit_page(page, form, levels, theirs=stale.theirs), 409
    anchor = f"planned-{application_id}"
    return redirect(url_for("applications.show", id=id, _anchor=anchor), 303)


@pages.post("/<application_id>/copy")
def copy(id: str, application_id: str) -> ResponseReturnValue:
    """The same once more, to be changed where it differs."""
    page = applications.application_page(the_desk(), id, application_id)
    token = request.form.get("token")
    copied = applications.copy(
        the_desk(),
        id,
        application_id,
        title=_title_of_copy(page),
        token=f"{token}:{application_id}" if token else None,
    )
    return redirect(url_for("applications.edit", id=id, application_id=copied), 303)


@pages.get("/<application_id>/remove")
def ask_to_remove(id: str, application_id: str) -> ResponseReturnValue:
    """What would be lost with the application."""
    assessments.open_head(the_desk(), id)
    page = applications.application_page(the_desk(), id, application_id)
    return render_template("pages/applications/remove.html", page=page, head=page.head)


@pages.post("/<application_id>/remove")
def remove(id: str, application_id: str) -> ResponseReturnValue:
    """The application is forgotten; to forget it twice is the same."""
    try:
        applications.remove(the_desk(), id, application_id)
    except NotFound:
        assessments.head(the_desk(), id)
    return redirect(url_for("applications.show", id=id, _anchor="planned"), 303)


@pages.post("/<application_id>/move")
def move(id: str, application_id: str) -> ResponseReturnValue:
    """The application stands at another place."""
    to = request.form.get("to", 0, type=int)
    applications.move(the_desk(), id, application_id, to=to)
    anchor = f"planned-{application_id}"
    return redirect(url_for("applications.show", id=id, _anchor=anchor), 303)


def _filled_in(page: ApplicationPage, factors: Sequence[Factor]) -> tuple[Form, Form]:
    """Both forms with what was sent, else with what is stored."""
    application = page.application
    kind = application_form() if page.archetype else own_application_form(page.recommendation)
    form = kind(request.form or None, data=codes_of(application))
    stored = factor_codes(application.factors, factors)
    return form, factor_form(list(stored))(request.form or None, data=stored)


def _edit_page(
    page: ApplicationPage,
    form: Form,
    levels: Form,
    *,
    seen: str | None = None,
    theirs: PlannedApplication | None = None,
) -> str:
    factors = [field.factor for field in page.factors]
    shown = theirs or page.application
    others: dict[str, Any] = {}
    if theirs:
        others |= differing(form, codes_of(theirs))
        others |= differing(levels, factor_codes(theirs.factors, factors))
    return render_template(
        "pages/applications/edit.html",
        page=page,
        head=page.head,
        form=form,
        levels=levels,
        others=others,
        conflict=theirs is not None,
        seen=applications.digest(shown) if seen is None else seen,
        recommendation=page.recommendation,
    )


def _title_of_copy(page: ApplicationPage) -> str:
    known = page.archetype.name[language()] if page.archetype else page.application.id
    title = page.application.title or known
    sentence = translator(language()).gettext("%(name)s (copy)")
    return sentence % {"name": title[: LONGEST_TITLE - 20]}
