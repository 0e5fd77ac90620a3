"""Everything there is to one question, and taking an earlier answer again."""

from collections.abc import Sequence
from typing import cast

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid
from assessment.services.answers import StaleAnswers
from assessment.services.notes.attachments import Limits
from assessment.services.notes.question_page import ChangedMeanwhile, question_page, restore
from assessment.settings import MEBIBYTE, Settings
from assessment.web.answering import version_number
from assessment.web.forms.fields import Entries
from assessment.web.forms.links import linked
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import problem_words
from assessment.web.setup.templating import decimal

pages = Blueprint("notes", __name__, url_prefix="/assessments/<id>/questions/<question_id>")
pages.add_app_template_filter(linked, "linked")


@pages.app_template_filter("bytes")
def size_in_words(size: int) -> str:
    """The size of a file as people say it, such as 1.4 MB."""
    if size >= MEBIBYTE:
        return f"{decimal(round(size / MEBIBYTE, 1))} MB"
    return f"{decimal(max(round(size / 1024), 1))} kB"


@pages.get("")
def history(id: str, question_id: str) -> ResponseReturnValue:
    """The answer now, how it came about, and what stands beside it."""
    return page_of(id, question_id)


@pages.post("/restore")
def take_again(id: str, question_id: str) -> ResponseReturnValue:
    """An earlier answer counts again; the page asks anew when it was changed meanwhile."""
    version = request.form.get("version", type=version_number)
    seen = request.form.get("seen", type=version_number)
    if version is None or seen is None:
        abort(400)
    try:
        restore(the_desk(), id, question_id, version=version, seen=seen)
    except (ChangedMeanwhile, StaleAnswers):
        return page_of(id, question_id, overtaken=True), 409
    return to_question(id, question_id, "answer")


def page_of(
    id: str,
    question_id: str,
    *,
    place: str = "",
    told: Sequence[str] = (),
    opinion: Entries | None = None,
    overtaken: bool = False,
) -> str:
    """The page; `told` is what is wrong in the form at `place`, `opinion` what was typed there."""
    page = question_page(the_desk(), id, question_id)
    return render_template(
        "pages/notes/show.html",
        page=page,
        head=page.head,
        question=page.question,
        questionnaire=the_desk().model_of(page.head.questionnaire).questionnaire,
        errors=[(place, text) for text in told],
        opinion=opinion or Entries(),
        limits=limits(),
        overtaken=overtaken,
    )


def limits() -> Limits:
    """The most that files may take, after the settings."""
    settings = cast(Settings, current_app.extensions["settings"])
    return Limits(settings.max_attachment_bytes, settings.max_attachments_bytes)


def in_words(refused: Invalid) -> list[str]:
    """Everything that was wrong, with what to do, in the reader's language."""
    return [" ".join(problem_words(problem)) for problem in refused.problems]


def to_question(id: str, question_id: str, anchor: str) -> ResponseReturnValue:
    """The way back to the page after something was done, at the part where it was done."""
    place = url_for("notes.history", id=id, question_id=question_id, _anchor=anchor)
    return redirect(place, 303)
