"""The frame of the roadmap and the levels wanted."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.report.content.figures import quarter
from assessment.services.frame import planning
from assessment.web.forms.planning import level_choices, plan_from, planning_form, targets_from
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("planning", __name__, url_prefix="/assessments/<id>/planning")


@pages.route("", methods=["GET", "POST"])
def show(id: str) -> ResponseReturnValue:
    """Start, quarters, person-days and targets; kept, they lead back to the roadmap."""
    page = planning.planning(the_desk(), id)
    form = planning_form(page, language())(request.form or None)
    sent = request.method == "POST"
    if sent and form.validate():
        plan, targets = plan_from(form), targets_from(form, page)
        planning.save_planning(the_desk(), id, plan=plan, targets=targets)
        return redirect(url_for("results.show", id=id, _anchor="roadmap"), 303)
    content = render_template(
        "pages/planning/show.html",
        head=page.head,
        page=page,
        form=form,
        sent=sent,
        starts=[(start, quarter(start)) for start in page.starts],
        levels=level_choices(page.questionnaire.band_names, language()),
    )
    return content, 400 if sent else 200


@pages.post("/default")
def forget_plan(id: str) -> ResponseReturnValue:
    """No frame is stated any more; the targets stay."""
    page = planning.planning(the_desk(), id)
    targets = {target.id: target.level for target in page.targets if target.level is not None}
    planning.save_planning(the_desk(), id, plan=None, targets=targets)
    return redirect(url_for("planning.show", id=id), 303)
