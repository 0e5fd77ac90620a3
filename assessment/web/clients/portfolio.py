"""The list of clients, and beginning a new one."""

from datetime import UTC, datetime

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid
from assessment.municipality import STATES, search
from assessment.services.clients import keeping
from assessment.services.clients.lines import State
from assessment.services.clients.listing import ORDERS, WantedClients, client_list
from assessment.web.clients.blueprint import pages
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import problem_words
from assessment.wording import codes

SHOWN = 20


@pages.get("/clients")
def show_all() -> ResponseReturnValue:
    """The clients that are wanted, with how each stands."""
    wanted = _wanted()
    return render_template(
        "pages/clients/all.html",
        wanted=wanted,
        listing=client_list(the_desk(), wanted, datetime.now(UTC)),
        dimensions=the_desk().model.questionnaire.dimensions,
    )


@pages.get("/clients/new")
def find() -> ResponseReturnValue:
    """The search in the register, and the name of a client that is not in it."""
    return _finding()


@pages.post("/clients/new")
def add() -> ResponseReturnValue:
    """The client, from the register or by hand; one that is there already is opened."""
    ags = request.form.get("ags", "")
    if ags:
        id = keeping.add_from_register(the_desk(), ags)
        return redirect(url_for("clients.show", id=id), 303)
    name, token = request.form.get("name", ""), request.form.get("token") or None
    try:
        id = keeping.add_by_hand(the_desk(), name, token=token)
    except Invalid as refused:
        return _finding(refused), 400
    return redirect(url_for("clients.show", id=id), 303)


def _finding(refused: Invalid | None = None) -> str:
    text = request.args.get("q", "").strip()[:100]
    problems = refused.problems if refused else ()
    return render_template(
        "pages/clients/find.html",
        text=text,
        found=search(text, limit=SHOWN) if text else (),
        shown=SHOWN,
        errors=[" ".join(problem_words(problem)) for problem in problems],
    )


def _wanted() -> WantedClients:
    """The filters stand in the address, so that it can be shared."""
    asked = request.args
    return WantedClients(
        text=asked.get("q", "").strip()[:100],
        state=_one_of(asked.get("state", ""), tuple(State)),
        land=_one_of(asked.get("land", ""), tuple(STATES)),
        size=_one_of(asked.get("size", ""), codes("size_class")),
        attention=asked.get("attention") == "1",
        order=_one_of(asked.get("order", ""), ORDERS) or ORDERS[0],
        sheet=asked.get("sheet", 1, type=int),
    )


def _one_of(asked: str, known: tuple[str, ...]) -> str:
    return asked if asked in known else ""
