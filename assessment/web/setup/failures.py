"""Every failure a person can meet, and the page that tells about it; never a traceback."""

import errno
import logging

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from assessment.errors import (
    AssessmentError,
    Busy,
    Conflict,
    Damaged,
    Invalid,
    NotAllowed,
    NotFound,
    Problem,
    QuestionnaireNotKept,
    Submitted,
)
from assessment.web.setup.languages import language, problem_words
from assessment.web.setup.templating import day
from assessment.wording import translator

# The first row that fits counts: kind of failure, status, template.
TABLE: tuple[tuple[type[Exception], int, str], ...] = (
    (Invalid, 422, "errors/invalid.html"),
    (QuestionnaireNotKept, 404, "errors/not_kept.html"),
    (NotFound, 404, "errors/not_found.html"),
    (NotAllowed, 403, "errors/not_allowed.html"),
    (Submitted, 409, "errors/submitted.html"),
    (Busy, 409, "errors/busy.html"),
    (Conflict, 409, "errors/conflict.html"),
    (CSRFError, 400, "errors/stale_form.html"),
    (Damaged, 500, "errors/damaged.html"),
    (AssessmentError, 500, "errors/failed.html"),
)
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""What the system says where nothing more can be written, be it our own code or a library's."""

BY_STATUS = {404: "not_found", 405: "not_openable", 413: "too_big", 421: "foreign_host"}


def register(app: Flask) -> None:
    """Show a page of our own for every failure, in the reader's language."""
    app.register_error_handler(AssessmentError, _known)
    app.register_error_handler(CSRFError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _known(error: Exception) -> ResponseReturnValue:
    status, template = next(row[1:] for row in TABLE if isinstance(error, row[0]))
    if status >= 500:
        logging.getLogger(__name__).error("failed", exc_info=error)
    problems = [problem_words(problem) for problem in getattr(error, "problems", ())]
    faults = getattr(error, "problems", ())
    return _page(template, status, problems=problems, faults=faults, error=error)


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    name = BY_STATUS.get(status, "failed" if status >= 500 else "bad_request")
    return _page(f"errors/{name}.html", status)


def _unexpected(error: Exception) -> ResponseReturnValue:
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        reason = {"reason": error.strerror or ""}
        return _known(Invalid([Problem("file_not_writable", values=reason)]))
    logging.getLogger(__name__).error("unexpected failure", exc_info=error)
    return _page("errors/failed.html", 500)


def _page(template: str, status: int, **values: object) -> ResponseReturnValue:
    if request.accept_mimetypes.best == "application/json":
        return jsonify(_for_script(values)), status
    return render_template(template, status=status, **values), status


def _for_script(values: dict[str, object]) -> dict[str, object]:
    error = values.get("error")
    told = {"told": _when_submitted(error)} if isinstance(error, Submitted) else {}
    return {"problems": values.get("problems", []), **told}


def _when_submitted(error: Submitted) -> str:
    _ = translator(language()).gettext
    told = _("Nothing was stored: this assessment was submitted on %(day)s. Reopen it to go on.")
    return told % {"day": day(error.at) if error.at else "–"}
