"""One client: its page, its notes and brand, new assessments for it, and giving it one."""

from datetime import UTC, datetime

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.errors import Invalid, NotFound
from assessment.municipality import Body, Municipality, by_ags
from assessment.services import assessments
from assessment.services.clients import keeping
from assessment.services.clients.page import Client, client, client_page, giving
from assessment.web.clients.blueprint import pages
from assessment.web.forms.beginning import body_form, day_form
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language, problem_words


@pages.get("/clients/<id>")
def show(id: str) -> ResponseReturnValue:
    """Everything that is held of one client."""
    return _page(id)


@pages.route("/clients/<id>/begin", methods=["GET", "POST"])
def begin(id: str) -> ResponseReturnValue:
    """A new assessment for this client: the day, and what the register does not know."""
    found = client(the_desk(), id)
    kind = day_form if found.ags else body_form
    form = kind(language())(request.form or None, data={"name": found.name})
    sent = request.method == "POST"
    if sent and form.validate():
        new = assessments.create(
            the_desk(),
            municipality=_body(found, form),
            date=form["date"].data,
            token=request.form.get("token") or None,
            client=id,
        )
        return redirect(url_for("task_list.show", id=new), 303)
    page = render_template("pages/clients/begin.html", client=found, form=form, bodies=Body)
    return page, 400 if sent else 200


@pages.post("/clients/<id>/name")
def rename(id: str) -> ResponseReturnValue:
    """The client has another name; one given elsewhere meanwhile is not written over unseen."""
    asked = request.form
    try:
        keeping.rename(the_desk(), id, asked.get("name", ""), seen=asked.get("seen", ""))
    except Invalid as refused:
        return _page(id, name=refused), 400
    return _to(id)


@pages.post("/clients/<id>/brand")
def choose_brand(id: str) -> ResponseReturnValue:
    """The client's documents have this brand from now on."""
    keeping.choose_brand(the_desk(), id, request.form.get("brand") or None)
    return _to(id)


@pages.post("/clients/<id>/take")
def take(id: str) -> ResponseReturnValue:
    """An assessment that seemed to be of this client is held for it."""
    keeping.give(the_desk(), request.form.get("assessment", ""), id)
    return _to(id)


@pages.post("/clients/<id>/notes")
def add_note(id: str) -> ResponseReturnValue:
    """Something is noted on the client."""
    asked = request.form
    try:
        keeping.add_note(
            the_desk(),
            id,
            asked.get("text", ""),
            by=asked.get("by", ""),
            token=asked.get("token") or None,
        )
    except Invalid as refused:
        return _page(id, note=refused), 400
    return _to(id, "notes")


@pages.route("/clients/<id>/notes/<note>/delete", methods=["GET", "POST"])
def delete_note(id: str, note: str) -> ResponseReturnValue:
    """The question before a note is gone; then it is."""
    if request.method == "POST":
        keeping.delete_note(the_desk(), id, note)
        return _to(id, "notes")
    page = client_page(the_desk(), id, datetime.now(UTC))
    for one in page.notes:
        if one.id == note:
            return render_template("pages/clients/delete_note.html", client=page.client, note=one)
    raise NotFound(note)


@pages.route("/clients/<id>/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """The question before a client is gone, and what becomes of what is held of it."""
    if request.method == "POST":
        keeping.delete(the_desk(), id)
        return redirect(url_for("clients.show_all"), 303)
    page = client_page(the_desk(), id, datetime.now(UTC))
    return render_template("pages/clients/delete.html", page=page, client=page.client)


@pages.route("/assessments/<id>/client", methods=["GET", "POST"])
def give(id: str) -> ResponseReturnValue:
    """For which client an assessment is held: given, moved or taken away."""
    if request.method == "POST":
        chosen = request.form.get("client") or None
        keeping.give(the_desk(), id, chosen)
        return _to(chosen) if chosen else redirect(url_for("task_list.show", id=id), 303)
    found = giving(the_desk(), id)
    return render_template("pages/clients/give.html", found=found, head=found.head)


def _page(id: str, **refused: Invalid) -> str:
    """The client's page, with what is wrong with one of its forms."""
    errors = {
        form: [" ".join(problem_words(problem)) for problem in found.problems]
        for form, found in refused.items()
    }
    return render_template(
        "pages/clients/show.html",
        page=client_page(the_desk(), id, datetime.now(UTC)),
        dimensions=the_desk().model.questionnaire.dimensions,
        errors=errors,
    )


def _body(found: Client, form: Form) -> Municipality:
    if found.ags:
        return by_ags(found.ags)
    return Municipality(
        name=form["name"].data.strip(),
        body=Body(form["body"].data),
        state=form["state"].data or None,
        population=form["population"].data,
    )


def _to(id: str, place: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("clients.show", id=id, _anchor=place), 303)
