"""The body's own conditions: partner, budget, time, reuse; asked before anything else."""

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.services import assessments
from assessment.services.frame import factors
from assessment.services.frame.factors import StaleFactors
from assessment.web.forms.factors import cleared, factor_codes, factor_form, given_levels
from assessment.web.setup.desk import the_desk

pages = Blueprint("factors", __name__, url_prefix="/assessments/<id>/conditions")


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """The four questions about the house."""
    return _page(id)


@pages.post("")
def save(id: str) -> ResponseReturnValue:
    """The statements are kept; applications come next."""
    asked = [f for f in the_desk().model_for(id).recommendation.factors if f.of == "body"]
    form = factor_form([factor.id for factor in asked])(request.form)
    if not form.validate():
        return _page(id, form), 400
    seen = request.form.get("seen") or None
    levels, without = given_levels(form, asked), cleared(form, asked)
    try:
        factors.save_body_factors(the_desk(), id, levels, cleared=without, seen=seen)
    except StaleFactors as stale:
        return _page(id, form, theirs=stale.theirs), 409
    return redirect(url_for("applications.show", id=id), 303)


def _page(
    id: str, form: Form | None = None, *, theirs: Mapping[str, int | None] | None = None
) -> str:
    """The questions with what is stored, or with what was sent and could not be kept."""
    desk = the_desk()
    fields = factors.body_factors(desk, id)
    stored = factors.given_levels(fields)
    codes = factor_codes(stored if theirs is None else theirs, [one.factor for one in fields])
    chosen = {name: form[name].data or codes[name] for name in codes} if form else codes
    others = {name: code for name, code in codes.items() if code != chosen[name]}
    return render_template(
        "pages/factors/show.html",
        head=assessments.head(desk, id),
        fields=fields,
        chosen=chosen,
        others=others if theirs is not None else {},
        conflict=theirs is not None,
        seen=factors.digest(stored if theirs is None else theirs),
    )
