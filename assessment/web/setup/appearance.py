"""Light or dark: as the system has it, unless the person chose one."""

from flask import Blueprint, Flask, redirect, request
from flask.typing import ResponseReturnValue

from assessment.web.setup.languages import YEAR
from assessment.web.setup.places import local

COOKIE = "theme"
THEMES = ("light", "dark")

pages = Blueprint("appearance", __name__, url_prefix="/appearance")


def register(app: Flask) -> None:
    """Let every page know the theme chosen, and let it be chosen."""
    app.jinja_env.globals.update(theme=theme)
    app.register_blueprint(pages)


def theme() -> str:
    """The theme chosen by this person, "light" or "dark"; empty for that of the system."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


@pages.post("")
def choose() -> ResponseReturnValue:
    """The theme is kept in a cookie, and the person is back where it was chosen."""
    chosen = request.form.get("theme", "")
    response = redirect(local(request.form.get("next")), 303)
    if chosen in THEMES:
        response.set_cookie(COOKIE, chosen, max_age=YEAR, httponly=True, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
    return response
