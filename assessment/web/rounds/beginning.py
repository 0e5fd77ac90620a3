"""A round is begun, changed while nothing of it is released, and deleted."""

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from wtforms import Form

from assessment.benchmark.rounds.members import all_kinds
from assessment.benchmark.rounds.model import Round
from assessment.errors import Conflict, Invalid, Problem
from assessment.municipality.naming import with_similar
from assessment.services.rounds import editing
from assessment.services.rounds.editing import MemberList
from assessment.services.rounds.seen import RoundLine, round_lines
from assessment.web.rounds.blueprint import in_words, opened, pages, wake
from assessment.web.rounds.forms import (
    BREAKDOWNS,
    field_of,
    mark_of,
    round_form,
    round_of,
    typed_of,
)
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.web.setup.templating import form_errors
from assessment.wording import name

AS_BEFORE = "as-before"
_USUAL = ("size_class", "state")
_MOST_LISTED = 2_000_000


@pages.get("/new")
def choose() -> ResponseReturnValue:
    """The form of a new round, with the usual breakdowns ticked."""
    return _form(round_form(language())(data={"by": _USUAL}))


@pages.post("/new")
def begin() -> ResponseReturnValue:
    """The round is begun; a second click leads to the same one."""
    form = round_form(language())(request.form)
    if not form.validate():
        return _form(form), 400
    wanted = round_of(form, the_desk().model.questionnaire.reference, None)
    try:
        token = request.form.get("token") or None
        follows = form["follows"].data or ""
        slug = editing.begin_round(the_desk(), wanted, _list(), follows=follows, token=token)
    except Invalid as error:
        return _form(form, error), 400
    return redirect(url_for("rounds.show", slug=slug), 303)


@pages.get("/<slug>/edit")
def edit(slug: str) -> ResponseReturnValue:
    """The form with what the round holds; once something is released, the page that says so."""
    line = opened(slug)
    if line.round is None or line.releases:
        return redirect(url_for("rounds.show", slug=slug), 303)
    typed = {**typed_of(line.round), "follows": AS_BEFORE if line.before else ""}
    return _form(round_form(language())(data=typed), line=line)


@pages.post("/<slug>/edit")
def change(slug: str) -> ResponseReturnValue:
    """The round is as the form says; who took part is found out anew."""
    line = opened(slug)
    form = round_form(language())(request.form)
    if line.round is None:
        raise Conflict(slug)
    if not form.validate():
        return _form(form, line=line), 400
    file = None if request.form.get("drop_list") else line.round.members.file
    wanted = round_of(form, line.round.questionnaire, file)
    _refuse_older(line.round, wanted)
    try:
        follows = None if form["follows"].data == AS_BEFORE else form["follows"].data or ""
        editing.change_round(the_desk(), slug, wanted, _list(), follows=follows)
    except Invalid as error:
        return _form(form, error, line=line), 400
    wake()
    return redirect(url_for("rounds.show", slug=slug), 303)


@pages.get("/<slug>/delete")
def ask_to_delete(slug: str) -> ResponseReturnValue:
    """The question before everything is gone."""
    return render_template("pages/rounds/delete.html", line=opened(slug))


@pages.post("/<slug>/delete")
def delete(slug: str) -> ResponseReturnValue:
    """The round, its contributions and its releases are gone."""
    editing.delete_round(the_desk(), slug)
    return redirect(url_for("rounds.show_all"), 303)


def _refuse_older(now: Round, wanted: Round) -> None:
    """Conflict if somebody changed the round since the form was opened; not for a second click."""
    seen = request.form.get("seen") or mark_of(now)
    if seen != mark_of(now) and typed_of(wanted) != typed_of(now):
        raise Conflict(now.name)


def _list() -> MemberList | None:
    """The list of members that was sent; Invalid for one that is far too long."""
    sent = _sent_list()
    return MemberList(str(sent.filename), sent.read(_MOST_LISTED)) if sent else None


def _sent_list() -> FileStorage | None:
    sent = request.files.get("list")
    return sent if sent and sent.filename else None


def _former() -> list[tuple[str, str]]:
    """The rounds that a further one can follow: those with a release."""
    released = (one for one in round_lines(the_desk()) if one.releases)
    return [(one.slug, one.round.name if one.round else one.slug) for one in released]


def _form(form: Form, error: Invalid | None = None, line: RoundLine | None = None) -> str:
    problems = list(map(with_similar, error.problems)) if error else []
    told = list(zip(map(field_of, problems), in_words(map(_in_the_form, problems)), strict=True))
    # Of a number that is none, two checks say the same.
    errors = list(dict.fromkeys([*form_errors(form), *told]))
    beside: dict[str, list[str]] = {}
    for field, message in errors:
        beside.setdefault(field, []).append(message)
    return render_template(
        "pages/rounds/edit.html",
        form=form,
        line=line,
        seen=request.form.get("seen") or (mark_of(line.round) if line and line.round else ""),
        former=_former(),
        as_before=AS_BEFORE if line and line.before else "",
        breakdowns=BREAKDOWNS,
        kinds=[(kind, name("register_kind", kind, language())) for kind in all_kinds()],
        errors=errors,
        beside=beside,
        list_again=bool(errors and _sent_list()),
    )


def _in_the_form(problem: Problem) -> Problem:
    """A problem with the members, told beside its field: its place in the settings says nothing."""
    return problem if problem.file else replace(problem, place="")
