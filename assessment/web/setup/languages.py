"""The language of a page: what was clicked, now or last, else what the browser asks for."""

from functools import cache

from flask import Flask, Response, g, request
from flask_babel import Babel
from markupsafe import Markup

from assessment.errors import Problem
from assessment.resources import translations_folder
from assessment.wording import LANGUAGES, problem_text, translator
from assessment.wording.problems.in_browser import IN_BROWSER

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
    # One reader of the catalogues for pages, report and command line, and one that keeps what it
    # has marked as safe: a page asks for fifty sentences, most of them the same on every page.
    app.jinja_env.globals.update(_=_marked, gettext=_marked, ngettext=_marked_number)
    app.after_request(_keep_clicked_language)


def language() -> str:
    """The code of this request's language, "de" or "en"."""
    try:
        known: str = g.language
    except AttributeError:
        known = _clicked() or request.accept_languages.best_match(LANGUAGES, default="de")
        g.language = known
    return known


def problem_words(problem: Problem) -> tuple[str, str]:
    """What is wrong, and what to do about it in the browser."""
    return problem_text(problem, language(), IN_BROWSER)


def _marked(message: str, **values: object) -> Markup:
    """The sentence in the language of this request; the values in it are escaped."""
    text = _translated(language(), message)
    return text % values if values else text


def _marked_number(singular: str, plural: str, num: int, **values: object) -> Markup:
    """The sentence for this number in the language of this request."""
    text = Markup(translator(language()).ngettext(singular, plural, num))  # noqa: S704
    return text % {"num": num, **values}


@cache
def _translated(code: str, message: str) -> Markup:
    # A message is a text of our own: only what is put into it must be escaped.
    return Markup(translator(code).gettext(message))  # noqa: S704


def _clicked() -> str | None:
    for value in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if value in LANGUAGES:
            return value
    return None


def _keep_clicked_language(response: Response) -> Response:
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, language(), max_age=YEAR, httponly=True, samesite="Lax")
    return response
