"""The body's own conditions: partner, budget, time, reuse; asked before anything else."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.services import assessments
from assessment.services.frame import factors
from assessment.web.forms.factors import factor_form, given_levels
from assessment.web.setup.desk import the_desk

pages = Blueprint("factors", __name__, url_prefix="/assessments/<id>/conditions")


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """The four questions about the house."""
    return render_template(
        "pages/factors/show.html",
        head=assessments.head(the_desk(), id),
        fields=factors.body_factors(the_desk(), id),
    )


@pages.post("")
def save(id: str) -> ResponseReturnValue:
    """The statements are kept; applications come next."""
    asked = [f for f in the_desk().model_for(id).recommendation.factors if f.of == "body"]
    form = factor_form([factor.id for factor in asked])(request.form)
    if not form.validate():
        return show(id), 400  # type: ignore[return-value]
    levels = given_levels(form, asked)
    factors.save_body_factors(the_desk(), id, levels)
    return redirect(url_for("applications.show", id=id), 303)
