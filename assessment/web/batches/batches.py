"""Documents of many assessments at once: ordered, watched, downloaded, cancelled, deleted."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.persistence.stored import Head
from assessment.report.parts import PARTS
from assessment.services.batches import ordering, packing, seeing
from assessment.services.batches.making import problems_of
from assessment.services.batches.ordering import Wish
from assessment.services.documents.formats import MEDIA_TYPES
from assessment.services.overview.listing import STATES_OF_WORK, Wanted
from assessment.services.peers.showing import NONE as NO_RELEASE
from assessment.web.batches.forms import ALL, order_form
from assessment.web.fragments import moving
from assessment.web.peers.choice import release_choices, wanted_release
from assessment.web.setup.desk import the_desk, the_runner
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language, problem_words

pages = Blueprint("batches", __name__, url_prefix="/batches")


@pages.get("")
def show_all() -> ResponseReturnValue:
    """All batches with their state and the room that their files take."""
    lines = seeing.batch_lines(the_desk())
    return render_template("pages/batches/all.html", lines=lines)


@pages.get("/new")
def choose() -> ResponseReturnValue:
    """Which assessments, and what is to be made of them."""
    return _form(order_form(language())())


@pages.post("/new")
def order() -> ResponseReturnValue:
    """The batch is kept, and its documents are made beside the pages from now on."""
    form = order_form(language())(request.form)
    if not form.validate():
        return _form(form), 400
    wish = Wish(
        format=form["format"].data,
        language=form["language"].data,
        names=form["names"].data,
        length=form["length"].data,
        parts=tuple(form["parts"].data),
        release=_release(form["release"].data),
    )
    chosen = form["assessments"].data
    if form["which"].data == ALL:
        chosen = [head.id for head in _candidates() if not head.example]
    token = request.form.get("token") or None
    id = ordering.order_batch(the_desk(), wish, chosen, token=token)
    the_runner().wake()
    return redirect(url_for("batches.show", id=id), 303)


@pages.get("/<id>")
def show(id: str) -> ResponseReturnValue:
    """How far a batch is; once it has ended, its documents and what went wrong."""
    desk = the_desk()
    line = seeing.batch_line(desk, id)
    items = () if line.running else seeing.batch_items(desk, id)
    items = tuple(sorted(items, key=lambda item: item.problems is None))  # what failed goes first
    told = {
        item.position: [problem_words(problem) for problem in problems_of(item)]
        for item in items
        if item.problems
    }
    return render_template("pages/batches/show.html", line=line, items=items, problems=told)


@pages.get("/<id>/progress")
def progress(id: str) -> ResponseReturnValue:
    """The part of the page that moves while documents are made."""
    line = seeing.batch_line(the_desk(), id)
    return moving("pages/batches/progress.html", goes_on=line.running, line=line)


@pages.get("/<id>/documents.zip")
def archive(id: str) -> Response:
    """All documents that are done, with their manifest; sent while it is packed."""
    name, pieces = packing.archive(the_desk(), id)
    answer = Response(pieces, mimetype="application/zip")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@pages.get("/<id>/documents/<int:position>")
def document(id: str, position: int) -> Response:
    """One document of the batch."""
    desk = the_desk()
    kind = seeing.batch_line(desk, id).wish.format
    name, path = seeing.file_of(desk, id, position)
    return download(path.read_bytes(), name, MEDIA_TYPES[kind])


@pages.post("/<id>/cancel")
def cancel(id: str) -> ResponseReturnValue:
    """No further document is made."""
    seeing.cancel(the_desk(), id)
    return redirect(url_for("batches.show", id=id), 303)


@pages.post("/<id>/go-on")
def go_on(id: str) -> ResponseReturnValue:
    """What is missing, failed or out of date is made."""
    seeing.go_on(the_desk(), id)
    the_runner().look_over_again(id)
    return redirect(url_for("batches.show", id=id), 303)


@pages.get("/<id>/delete")
def ask_to_delete(id: str) -> ResponseReturnValue:
    """The question before the files are gone."""
    line = seeing.batch_line(the_desk(), id)
    return render_template("pages/batches/delete.html", line=line)


@pages.post("/<id>/delete")
def delete(id: str) -> ResponseReturnValue:
    """The batch and its files are gone."""
    seeing.delete(the_desk(), id)
    return redirect(url_for("batches.show_all"), 303)


def _form(form: Form) -> str:
    heads = _candidates()
    return render_template(
        "pages/batches/new.html",
        form=form,
        heads=heads,
        own=[head for head in heads if not head.example],
        wanted=_wanted(),
        parts=[(part.id, part.title_in(language())) for part in PARTS],
        releases=release_choices(),
        release=form["release"].data or wanted_release(),
    )


def _release(given: str | None) -> str:
    """The digest of a release that is offered; empty for none."""
    keys = [key for key, _title in release_choices()]
    return given if given in keys and given != NO_RELEASE else ""


def _candidates() -> tuple[Head, ...]:
    return ordering.candidates(the_desk(), _wanted())


def _wanted() -> Wanted:
    """The filter stands in the address, of the page and of its form alike."""
    state = request.args.get("state", "")
    return Wanted(
        text=request.args.get("q", "").strip()[:100],
        state=state if state in STATES_OF_WORK else "",
        client=request.args.get("client", "").strip()[:36],
        order="name",
    )
