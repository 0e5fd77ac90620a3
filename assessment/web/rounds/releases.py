"""Releases: made beside the pages, listed, handed out."""

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import NotFound
from assessment.services.rounds import published, work
from assessment.web.rounds.blueprint import opened, pages, wake
from assessment.web.rounds.plain_words import refusal
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download as sent


@pages.get("/<slug>/releases")
def show_releases(slug: str) -> ResponseReturnValue:
    """What was released, what the next one needs, and why one was refused."""
    line = opened(slug)
    made = work.work_of(line.folder, "release")
    return render_template(
        "pages/rounds/releases.html",
        line=line,
        made=made if made and not made.running else None,
        refused=refusal(made.problems) if made else (),
        releases=[(one, published.head_of(the_desk(), one)) for one in reversed(line.releases)],
    )


@pages.post("/<slug>/releases")
def release(slug: str) -> ResponseReturnValue:
    """The next release is ordered; a second click orders no second one."""
    line = opened(slug)
    number = request.form.get("number", type=int) or len(line.releases) + 1
    work.order(line.folder, "release", {"number": number})
    wake()
    return redirect(url_for("rounds.show_releases", slug=slug), 303)


@pages.get("/<slug>/releases/<int:number>/<any(json, csv, xlsx):format>")
def download(slug: str, number: int, format: str) -> Response:
    """A release as a file; whoever has it may hand it on."""
    line = opened(slug)
    for one in line.releases:
        if one.number == number:
            data = published.as_file(the_desk(), one, format)
            return sent(data, f"{slug}-{one.path.stem}.{format}", published.MEDIA_TYPES[format])
    raise NotFound(str(number))
