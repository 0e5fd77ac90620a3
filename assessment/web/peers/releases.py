"""The releases at hand: which there are, sending one that the association made, deleting it."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid, Problem
from assessment.services.peers import at_hand
from assessment.settings import MEBIBYTE
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import problem_words
from assessment.web.setup.uploads import uploaded

pages = Blueprint("peers", __name__, url_prefix="/releases")


@pages.url_value_preprocessor
def allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A release may be larger than an answer file; said before anything of it is read."""
    if endpoint == "peers.send":
        request.max_content_length = (at_hand.LARGEST_MB + 1) * MEBIBYTE


@pages.errorhandler(413)
def too_large(_error: Exception) -> ResponseReturnValue:
    """A file that is far too large is not even read; the page says how large it may be."""
    return _page(Problem("release_too_large", values={"limit": at_hand.LARGEST_MB})), 413


@pages.get("")
def show() -> ResponseReturnValue:
    """All releases at hand, and the form that takes one more."""
    return _page()


@pages.post("")
def send() -> ResponseReturnValue:
    """The release is kept, or the page says why not."""
    try:
        data, name = uploaded("file")
        at_hand.keep_release(the_desk(), data, name)
    except Invalid as refused:
        return _page(*refused.problems), 422
    return redirect(url_for("peers.show", sent="1"), 303)


@pages.route("/<key>/delete", methods=["GET", "POST"])
def delete(key: str) -> ResponseReturnValue:
    """The question whether it is meant, then the release is gone."""
    release = at_hand.sent_release(the_desk(), key)
    if request.method == "GET":
        return render_template("pages/peers/delete.html", release=release)
    at_hand.delete_release(the_desk(), key)
    return redirect(url_for("peers.show"), 303)


def _page(*problems: Problem) -> str:
    told = [" ".join(filter(None, problem_words(one))) for one in problems]
    releases = at_hand.releases_at_hand(the_desk())
    return render_template(
        "pages/peers/list.html", releases=releases, wrong={"file": told} if told else {}
    )
