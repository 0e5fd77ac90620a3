"""Answer files in bulk: sent, looked through, then imported with one confirmation."""

from threading import Thread
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.services.clients.bulk import importing
from assessment.services.clients.bulk.unpacking import IMPORT
from assessment.services.clients.listing import all_names
from assessment.web.clients.blueprint import pages
from assessment.web.fragments import moving
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import problem_words

MOST_SENT = 100_000_000
# What takes longer goes on beside the pages.
WAITED_SECONDS = 1.5


@pages.url_value_preprocessor
def allow_many_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A request with many files may be larger than others."""
    if endpoint == "clients.send_files":
        request.max_content_length = MOST_SENT


@pages.get("/clients/import")
def choose_files() -> ResponseReturnValue:
    """The form for the files, with the limits."""
    return render_template(
        "pages/clients/import.html",
        limits=(IMPORT.files, IMPORT.bytes // 10**6, IMPORT.unpacked // 10**6, MOST_SENT // 10**6),
    )


@pages.post("/clients/import")
def send_files() -> ResponseReturnValue:
    """The files are kept and checked; nothing is imported yet."""
    sent = [(file.filename, file.read()) for file in request.files.getlist("files")]
    id = importing.begin_import(the_desk(), [(name, data) for name, data in sent if name])
    return _work(id)


@pages.get("/clients/import/<id>")
def show_import(id: str) -> ResponseReturnValue:
    """What was found in the files, or what became of them."""
    found = _going_on(id)
    bad = [
        (file.name, [(one, *problem_words(one)) for one in file.problems])
        for file in found.files
        if file.problems
    ]
    names = all_names(the_desk())
    return render_template("pages/clients/preview.html", found=found, bad=bad, names=names)


@pages.get("/clients/import/<id>/progress")
def import_progress(id: str) -> ResponseReturnValue:
    """The part of the page that moves while files are looked through."""
    found = _going_on(id)
    return moving("pages/clients/import_progress.html", goes_on=found.running, found=found)


@pages.post("/clients/import/<id>")
def confirm_import(id: str) -> ResponseReturnValue:
    """The sound files are imported, each as a whole; a second time nothing more happens."""
    importing.confirm(the_desk(), id)
    return _work(id)


@pages.post("/clients/import/<id>/go-on")
def go_on_import(id: str) -> ResponseReturnValue:
    """What was interrupted goes on."""
    return _work(id)


@pages.post("/clients/import/<id>/discard")
def discard_import(id: str) -> ResponseReturnValue:
    """What was sent is forgotten."""
    importing.discard(the_desk(), id)
    return redirect(url_for("clients.choose_files"), 303)


def _going_on(id: str) -> importing.Import:
    """How far the import is; what a server that ended left undone goes on."""
    found = importing.import_of(the_desk(), id)
    if found.running and not importing.is_worked_on(the_desk(), id):
        _begin(id)
    return found


def _begin(id: str) -> Thread:
    worker = Thread(target=importing.work_on, args=(the_desk(), id), daemon=True)
    worker.start()
    return worker


def _work(id: str) -> ResponseReturnValue:
    """Begin the work; what is done soon is done before the page is shown."""
    importing.import_of(the_desk(), id)
    _begin(id).join(WAITED_SECONDS)
    return redirect(url_for("clients.show_import", id=id), 303)
