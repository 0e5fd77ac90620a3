"""The language of a page: what was clicked, now or last, else what the browser asks for."""

from flask import Flask, Response, g, request
from flask_babel import Babel

from assessment.resources import translations_folder
from assessment.wording import LANGUAGES, translator

COOKIE = "language"
YEAR = 365 * 24 * 60 * 60


def register(app: Flask) -> None:
    """Let every request have a language, and keep a language that was clicked."""
    Babel(
        app,
        default_locale="de",
        default_translation_directories=str(translations_folder()),
        locale_selector=language,
    )
    # One reader of the catalogues for pages, report and command line.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=gettext, ngettext=ngettext, newstyle=True
    )
    app.after_request(_keep_clicked_language)


def language() -> str:
    """The code of this request's language, "de" or "en"."""
    if "language" not in g:
        g.language = _clicked() or request.accept_languages.best_match(LANGUAGES, default="de")
    found: str = g.language
    return found


def gettext(message: str) -> str:
    """The sentence in the language of this request."""
    return translator(language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The sentence for this number in the language of this request."""
    return translator(language()).ngettext(singular, plural, number)


def _clicked() -> str | None:
    for value in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if value in LANGUAGES:
            return value
    return None


def _keep_clicked_language(response: Response) -> Response:
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, language(), max_age=YEAR, httponly=True, samesite="Lax")
    return response
