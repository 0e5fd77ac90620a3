"""The web application, put together."""

import multiprocessing
import os
import signal
from datetime import timedelta
from threading import Thread

from flask import Flask

from assessment.resources import static_folder, templates_folder
from assessment.settings import Settings, settings_from
from assessment.web import (
    answering,
    applications,
    beginning,
    brands,
    clients,
    factors,
    fragments,
    meeting,
    notes,
    papers,
    peers,
    planned,
    planning,
    results,
    rounds,
    start,
    task_list,
)
from assessment.web.batches import batches
from assessment.web.documents import documents
from assessment.web.reading import about, catalogue, method
from assessment.web.review import review
from assessment.web.series import comparing
from assessment.web.setup import (
    appearance,
    desk,
    failures,
    languages,
    security,
    templating,
)

PARTS = (languages, appearance, security, failures, fragments)
PAGES = (
    start,
    beginning,
    task_list,
    factors,
    applications,
    meeting,
    answering,
    notes,
    planning,
    planned,
    review,
    results,
    papers,
    documents,
    comparing,
    peers,
    batches,
    catalogue,
    method,
    brands,
    clients,
    rounds,
    about,
)


def create_app(settings: Settings) -> Flask:
    """The pages of the tool for these settings, with its database brought up to date."""
    app = Flask(
        "assessment", static_folder=static_folder(), template_folder=str(templates_folder())
    )
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        MAX_FORM_PARTS=5_000,
        PERMANENT_SESSION_LIFETIME=timedelta(days=365),
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=365),
    )
    app.extensions["settings"] = settings
    for part in PARTS:
        part.register(app)
    templating.register(app, settings)
    desk.register(app, settings)
    for page in PAGES:
        app.register_blueprint(page.pages)
    return app


def application() -> Flask:
    """The application for a server process, with the settings of its environment."""
    # Ctrl+C reaches every process of the terminal. The one that started this one ends it with a
    # signal of its own; two at the same moment would leave it waiting for ever.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    app = create_app(settings_from())
    Thread(target=_end_with_parent, daemon=True).start()
    desk.get_ready(app)
    return app


def _end_with_parent() -> None:
    """A command that is killed cannot end this process, which would go on holding the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
