"""Pages around the tool: help, accessibility statement, privacy, imprint."""

from datetime import date

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from assessment.cases.european import ATTRIBUTION
from assessment.settings import Settings
from assessment.web.setup.desk import the_desk

pages = Blueprint("about", __name__)

# When the pages were last tried out as the accessibility statement says.
TRIED_OUT = date(2026, 11, 22)

# Where the help page explains what a page is about, by the page's endpoint or its part.
HELP_PLACES = {
    "start": "begin",
    "beginning": "begin",
    "task_list": "work",
    "meeting": "together",
    "answering": "answer",
    "notes": "answer",
    "factors": "applications",
    "applications": "applications",
    "planned": "result",
    "planning": "roadmap",
    "review": "submit",
    "series": "years",
    "results": "result",
    "catalogue": "cases",
    "batches": "batches",
    "brands": "brands",
    "clients": "clients",
    "rounds": "rounds",
    "method": "result",
}


@pages.app_template_global()
def help_place() -> str | None:
    """The part of the help page that is about this page; None for its beginning."""
    return HELP_PLACES.get((request.endpoint or "").split(".")[0])


@pages.get("/help")
def help() -> ResponseReturnValue:  # noqa: A001 - the page's name in every address
    """What the words mean, how to fill in, how results come about."""
    return render_template(
        "pages/about/help.html",
        questionnaire=the_desk().model.questionnaire,
        factors=the_desk().model.recommendation.factors,
    )


@pages.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """What was tried out, what is known to be missing, and whom to tell."""
    return render_template("pages/about/accessibility.html", tried_out=TRIED_OUT)


@pages.get("/privacy")
def privacy() -> ResponseReturnValue:
    """What is kept where, for how long, and how it goes away."""
    settings = _settings()
    own = f"sqlite:///{settings.data_folder}/"
    return render_template(
        "pages/about/privacy.html",
        folder=settings.data_folder,
        database=not settings.database_url.startswith(own),
    )


@pages.get("/imprint")
def imprint() -> ResponseReturnValue:
    """Who offers this tool."""
    return render_template("pages/about/imprint.html", european_source=ATTRIBUTION)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings
