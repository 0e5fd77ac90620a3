"""The AI applications a body plans: choosing, describing, ordering and removing them."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.services import applications, assessments
from assessment.web.forms.factors import application_form, factor_form, given_levels
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.wording import codes

pages = Blueprint("applications", __name__, url_prefix="/assessments/<id>/applications")


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """What is planned, and what else there is to choose."""
    desk = the_desk()
    head = assessments.head(desk, id)
    return render_template(
        "pages/applications/show.html",
        head=head,
        cards=applications.applications(desk, id),
        archetypes=applications.archetypes(desk, head),
        standard=applications.standard_set(desk, head),
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


@pages.route("/own", methods=["GET", "POST"])
def add_own(id: str) -> ResponseReturnValue:
    """One more application of no known kind; its factors come next."""
    form = _own_form(id)
    if request.method == "POST" and form.validate():
        added = applications.add_own(
            the_desk(), id, **_own_values(form), token=request.form.get("token") or None
        )
        return redirect(url_for("applications.edit", id=id, application_id=added), 303)
    return _own_page(id, form)


@pages.route("/<application_id>", methods=["GET", "POST"])
def edit(id: str, application_id: str) -> ResponseReturnValue:
    """Name, priority and factors of an application."""
    page = applications.application_page(the_desk(), id, application_id)
    factors = [field.factor for field in page.factors]
    form = application_form()(request.form)
    levels = factor_form([factor.id for factor in factors])(request.form)
    if request.method == "POST" and form.validate() and levels.validate():
        applications.edit(
            the_desk(),
            id,
            application_id,
            title=form["title"].data.strip() or None,
            priority=form["priority"].data or 1,
            factors=given_levels(levels, factors),
        )
        return redirect(url_for("applications.show", id=id), 303)
    status = 400 if request.method == "POST" else 200
    return render_template(
        "pages/applications/edit.html", page=page, head=page.head, form=form
    ), status


@pages.post("/<application_id>/remove")
def remove(id: str, application_id: str) -> ResponseReturnValue:
    """The application is forgotten."""
    applications.remove(the_desk(), id, application_id)
    return redirect(url_for("applications.show", id=id), 303)


@pages.post("/<application_id>/move")
def move(id: str, application_id: str) -> ResponseReturnValue:
    """The application stands at another place."""
    to = request.form.get("to", 0, type=int)
    applications.move(the_desk(), id, application_id, to=to)
    return redirect(url_for("applications.show", id=id), 303)


def _own_form(id: str) -> Form:
    recommendation = the_desk().model_for(id).recommendation
    own = {
        "field": codes("field"),
        "technology": codes("technology"),
        "traits": tuple(recommendation.traits),
        "ai_act": tuple(recommendation.ai_act_classes),
    }
    return application_form(tuple(own.items()))(request.form)


def _own_values(form: Form) -> dict[str, Any]:
    values = {name: form[name].data for name in ("field", "technology", "ai_act")}
    return {
        "title": form["title"].data.strip(),
        "priority": form["priority"].data or 1,
        "traits": tuple(form["traits"].data or ()),
        **values,
    }


def _own_page(id: str, form: Form) -> ResponseReturnValue:
    recommendation = the_desk().model_for(id).recommendation
    page = render_template(
        "pages/applications/own.html",
        head=assessments.head(the_desk(), id),
        form=form,
        recommendation=recommendation,
        ai_act=[(code, text[language()]) for code, text in recommendation.ai_act_classes.items()],
    )
    return page, 400 if request.method == "POST" else 200
