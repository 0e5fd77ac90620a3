"""Attaching files to a question, fetching and removing them."""

from typing import Any

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid, Problem
from assessment.services.notes import attachments
from assessment.settings import MEBIBYTE
from assessment.web.notes.question import in_words, limits, page_of, pages, to_question
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.uploads import uploaded


@pages.url_value_preprocessor
def allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A request with a file may be larger than others; said before anything of it is read."""
    if endpoint == "notes.attach":
        request.max_content_length = limits().file + MEBIBYTE


@pages.errorhandler(413)
def too_large(_error: Exception) -> ResponseReturnValue:
    """A file that is far too large is not even read; the page says how large it may be."""
    problem = Problem("attachment_too_big", values={"limit": limits().file // MEBIBYTE})
    told = in_words(Invalid([problem]))
    where = request.view_args or {}
    return page_of(where["id"], where["question_id"], place="file", told=told), 413


@pages.post("/attachments")
def attach(id: str, question_id: str) -> ResponseReturnValue:
    """The file is kept, or the page says why not."""
    try:
        data, name = uploaded("file")
        attached = attachments.attach(
            the_desk(), id, question_id, data=data, name=name, limits=limits()
        )
    except Invalid as refused:
        return page_of(id, question_id, place="file", told=in_words(refused)), 422
    if attached.new:
        return to_question(id, question_id, "files")
    place = url_for("notes.history", id=id, question_id=question_id, again="file", _anchor="files")
    return redirect(place, 303)


@pages.get("/attachments/<attachment_id>")
def attachment(id: str, question_id: str, attachment_id: str) -> Response:
    """The file, for storing: no browser shows it among our pages."""
    found, data = attachments.content(the_desk(), id, question_id, attachment_id)
    response = download(data, found.name, found.media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@pages.post("/attachments/<attachment_id>/delete")
def remove_attachment(id: str, question_id: str, attachment_id: str) -> ResponseReturnValue:
    """The file is gone."""
    attachments.remove(the_desk(), id, question_id, attachment_id)
    return to_question(id, question_id, "files")
