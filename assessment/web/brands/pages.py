"""Brands: all of them, a new one, changing, trying and deleting one."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Conflict, Invalid
from assessment.services import brands
from assessment.services.brands import keeping
from assessment.web.brands.forms import CONTACT, TEXTS, colour_of, errors_of, flat, said_from
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language
from assessment.wording import LANGUAGES, translator

pages = Blueprint("brands", __name__, url_prefix="/brands")

Errors = Sequence[tuple[str, str]]


@pages.get("")
def show() -> ResponseReturnValue:
    """All brands, that of the house first."""
    return render_template("pages/brands/list.html", brands=brands.choices(the_desk()))


@pages.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """The form of a new brand; its pictures are added once it is there."""
    if request.method == "GET" or "check" in request.form:
        return _form(None, request.form)
    try:
        said, token = said_from(request.form), request.form.get("token") or None
        id = keeping.create(the_desk(), said, token=token)
    except Invalid as refused:
        return _form(None, request.form, errors_of(refused)), 400
    return redirect(url_for("brands.edit", id=id, _anchor="pictures"), 303)


@pages.route("/<id>", methods=["GET", "POST"])
def edit(id: str) -> ResponseReturnValue:
    """The form of a brand; what was changed elsewhere meanwhile is not written over unseen."""
    if request.method == "GET" or "check" in request.form:
        return page_of(id, request.form)
    seen = request.form.get("version", 0, type=int)
    try:
        keeping.change(the_desk(), id, said_from(request.form), seen=seen)
    except Invalid as refused:
        return page_of(id, request.form, errors_of(refused)), 400
    except Conflict:
        return page_of(id, request.form, stale=True), 409
    return redirect(url_for("brands.edit", id=id, saved="1"), 303)


@pages.post("/<id>/house")
def make_house(id: str) -> ResponseReturnValue:
    """The brand is that of the house from now on."""
    keeping.make_house(the_desk(), id)
    return redirect(url_for("brands.show"), 303)


@pages.route("/<id>/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """The question whether it is meant, then the brand is gone."""
    page = keeping.brand_page(the_desk(), id)
    if request.method == "GET":
        return render_template("pages/brands/delete.html", page=page)
    keeping.delete(the_desk(), id)
    return redirect(url_for("brands.show"), 303)


@pages.get("/<id>/preview.pdf")
def preview(id: str) -> Response:
    """Cover, introduction and last page with this brand."""
    _ = translator(language()).gettext
    data = keeping.preview(the_desk(), id, language())
    return download(data, _("Preview") + ".pdf", "application/pdf")


@pages.get("/contrast")
def contrast() -> Response:
    """How two colours go together, for the script of the form."""
    colour = colour_of(request.args.get("accent", ""), request.args.get("on_accent", ""))
    told = render_template("pages/brands/contrast.html", colour=colour)
    return jsonify(told=told)


def page_of(id: str, typed: Mapping[str, str], errors: Errors = (), *, stale: bool = False) -> str:
    """The page of a brand: as it is kept, or as it was typed and what is wrong with that."""
    page = keeping.brand_page(the_desk(), id)
    return _form(page, typed, errors, stale=stale)


def _form(
    page: keeping.BrandPage | None,
    typed: Mapping[str, str],
    errors: Errors = (),
    *,
    stale: bool = False,
) -> str:
    values = dict(typed) or flat(page.said if page else {})
    by_field: dict[str, list[str]] = {}
    for field, text in errors:
        by_field.setdefault(field, []).append(text)
    accent = values.get("colours.accent", "")
    kept = page.head.version if page else 0
    return render_template(
        "pages/brands/edit.html",
        page=page,
        values=values,
        errors=errors,
        wrong=by_field,
        stale=stale,
        version=kept if stale else values.get("version", kept),
        contact=CONTACT,
        texts=TEXTS,
        languages=LANGUAGES,
        colour=colour_of(accent, values.get("colours.on_accent", "")),
    )
