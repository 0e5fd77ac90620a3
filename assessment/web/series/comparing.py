"""Beginning from last year's assessment, and two assessments side by side."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.report.content.figures import quarters
from assessment.services.series.changing import changes_page
from assessment.services.series.comparing import choices, comparison, suggested
from assessment.services.series.continuing import Start
from assessment.services.series.following import follow as begin_from
from assessment.services.series.following import follow_page
from assessment.web.forms.beginning import day_form
from assessment.web.results import asked_revision
from assessment.web.series.labels import earlier_choices, labels_of
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.wording import translator

pages = Blueprint("series", __name__)


@pages.route("/assessments/<id>/follow", methods=["GET", "POST"])
def follow(id: str) -> ResponseReturnValue:
    """What goes on from this assessment, and how; then the new one begins."""
    page = follow_page(the_desk(), id)
    form = day_form(language())(request.form or None)
    sent = request.method == "POST"
    if sent and _is_sound(form, page.head.date):
        new = begin_from(
            the_desk(),
            id,
            day=form["date"].data,
            start=_start(),
            token=request.form.get("token") or None,
        )
        return redirect(url_for("task_list.show", id=new), 303)
    content = render_template(
        "pages/series/follow.html",
        head=page.head,
        page=page,
        form=form,
        start=_start(),
        version=the_desk().model.questionnaire.version,
    )
    return content, 400 if sent else 200


@pages.get("/compare")
def compare() -> ResponseReturnValue:
    """Two assessments side by side, or the form that asks for them."""
    desk = the_desk()
    left, right = request.args.get("left", ""), request.args.get("right", "")
    if not left or not right or left == right:
        heads = choices(desk, *filter(None, (left, right)))
        return render_template(
            "pages/series/choose.html",
            heads=heads,
            left=left or suggested(heads, right) or "",
            right=right,
            same=bool(left) and left == right,
        )
    found = comparison(desk, left, right)
    return render_template(
        "pages/series/compare.html",
        found=found,
        labels=labels_of(found),
        heads=choices(desk, left, right),
        quarters=quarters,
    )


@pages.get("/assessments/<id>/changes")
def changes(id: str) -> ResponseReturnValue:
    """What changed since a report that was handed out before, the last one unless one is named."""
    since = request.args.get("since")
    page = changes_page(the_desk(), id, since, language(), revision=asked_revision())
    return render_template(
        "pages/series/changes.html",
        head=page.now.head,
        page=page,
        earlier=earlier_choices(page.reports),
    )


def _start() -> Start:
    chosen = request.form.get("start", "")
    return Start(chosen) if chosen in set(Start) else Start.BLANK


def _is_sound(form: Form, earliest: object) -> bool:
    """Whether a day was given that does not lie before the one of the earlier assessment."""
    if not form.validate():
        return False
    if form["date"].data >= earliest:
        return True
    _ = translator(language()).gettext
    text = _("The date must not lie before that of the assessment to be followed.")
    form["date"].errors = [*form["date"].errors, text]
    return False
