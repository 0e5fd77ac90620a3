"""Beginning an assessment: finding the municipality in the register, or any other body by hand."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.municipality import Body, Municipality, by_ags, search
from assessment.municipality.search import POSTAL_DIGITS
from assessment.services import assessments
from assessment.services.overview.listing import of_body
from assessment.web.forms.beginning import body_form, day_form
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language

pages = Blueprint("beginning", __name__, url_prefix="/new")

SHOWN = 20
# All that share one postal code are shown: up to 39 have their administration in the same place.
SHOWN_OF_A_CODE = 60


@pages.get("")
def find() -> ResponseReturnValue:
    """The search in the register."""
    text = request.args.get("q", "").strip()[:100]
    code = text if len(text) == POSTAL_DIGITS and text.isdecimal() else ""
    found = search(text, limit=SHOWN_OF_A_CODE if code else SHOWN) if text else ()
    return render_template(
        "pages/beginning/find.html",
        text=text,
        found=found,
        shown=SHOWN,
        code=code,
        sharing=[body for body in found if code and body.postal_code == code],
        is_key=any(body.ags and body.ags.startswith(code) for body in found) if code else False,
    )


@pages.route("/<ags>", methods=["GET", "POST"])
def confirm(ags: str) -> ResponseReturnValue:
    """What the register says, and the date; then the assessment begins."""
    body = by_ags(ags)
    form = day_form(language())(request.form or None)
    if request.method == "POST" and form.validate():
        return _begin(body, form)
    return _answer(
        "pages/beginning/confirm.html", form, body=body, earlier=of_body(the_desk(), ags)
    )


@pages.route("/by-hand", methods=["GET", "POST"])
def by_hand() -> ResponseReturnValue:
    """A body the register does not have."""
    form = body_form(language())(request.form or None)
    if request.method == "POST" and form.validate():
        body = Municipality(
            name=form["name"].data.strip(),
            body=Body(form["body"].data),
            state=form["state"].data or None,
            population=form["population"].data,
        )
        return _begin(body, form)
    return _answer("pages/beginning/by_hand.html", form, bodies=Body)


def _begin(body: Municipality, form: object) -> ResponseReturnValue:
    id = assessments.create(
        the_desk(),
        municipality=body,
        date=form["date"].data,  # type: ignore[index]
        token=request.form.get("token") or None,
    )
    return redirect(url_for("task_list.show", id=id), 303)


def _answer(template: str, form: object, **values: object) -> ResponseReturnValue:
    return render_template(template, form=form, **values), 400 if request.method == "POST" else 200
