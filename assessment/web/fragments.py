"""Parts of a page that come out the same again and again: rendered once, then kept for a while.

Rendering costs most of a page's time, and after an answer was saved nearly all of the page is as it
was. A part is kept by what it shows, so that one that is out of date is simply never asked for.
"""

import secrets
from collections.abc import Hashable
from typing import cast

from flask import Flask, Response, current_app, render_template, request
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from assessment.services.desk import Remembered
from assessment.web.setup.appearance import theme
from assessment.web.setup.languages import language

# A question takes about 6 kB, the page around it about 20 kB: 10 MB at most together.
MOST = 600

# Stands in pages for the form token, which is another one for each person; nobody can guess and
# write it. It becomes the person's own when a page leaves.
_TOKEN = secrets.token_hex(16)


def register(app: Flask) -> None:
    """Let templates ask for their parts with `fragment`."""
    app.extensions["fragments"] = Remembered(MOST)
    app.jinja_env.globals.update(fragment=fragment, csrf_token=lambda: _TOKEN)
    app.after_request(_with_token)


def fragment(template: str, *, of: Hashable | None, **values: object) -> Markup:
    """The part that this template makes of the values, in the person's language.

    `of` must tell apart whatever the part shows; None renders it anew.
    """

    def rendered() -> Markup:
        made = current_app.jinja_env.get_template(template)
        # A template has escaped what is in it.
        return Markup(made.render(language=language(), **values))  # noqa: S704

    if of is None:
        return rendered()
    kept = cast(Remembered, current_app.extensions["fragments"])
    return kept.of((template, language(), of), rendered)


def moving(template: str, *, goes_on: bool, **values: object) -> Response:
    """The part of a page that moves while something is done; at its end the whole page is asked."""
    answer = Response(render_template(template, **values))
    if not goes_on:
        answer.headers["HX-Refresh"] = "true"
    return answer


def where() -> tuple[str, ...]:
    """What the frame of every page shows beside the page's own: the place, and the theme."""
    return request.method, request.full_path, theme()


def _with_token(response: Response) -> Response:
    if response.mimetype == "text/html":
        page = response.get_data()
        if _TOKEN.encode() in page:
            response.set_data(page.replace(_TOKEN.encode(), generate_csrf().encode()))
    return response
