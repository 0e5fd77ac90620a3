"""Releases: made beside the pages, listed, handed out."""

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid, NotFound, Problem
from assessment.services.package.licences import LICENCES
from assessment.services.rounds import published, work
from assessment.services.rounds.seen import RoundLine
from assessment.web.rounds.blueprint import in_words, opened, pages, wake
from assessment.web.rounds.plain_words import refusal
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download as sent
from assessment.web.setup.languages import language

_SAID = ("publisher", "licence", "email", "address")


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
        packed={
            one.number
            for one in line.releases
            if published.package_of(line.folder, one.number).is_file()
        },
        licences=[(one.id, one.name) for one in LICENCES.values()],
        not_packed=_why_not_packed(line),
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


@pages.post("/<slug>/package")
def order_package(slug: str) -> ResponseReturnValue:
    """The package of open data with the overall report of the last release is ordered."""
    line = opened(slug)
    said = {name: request.form.get(name, "").strip()[:200] for name in _SAID}
    wrong = [] if said["publisher"] else [Problem("publisher_missing", "publisher")]
    if wrong or said["licence"] not in LICENCES:
        raise Invalid(wrong or [Problem("not_one_of", "licence", {"given": said["licence"]})])
    work.order(line.folder, "package", said)
    wake()
    return redirect(url_for("rounds.show_releases", slug=slug), 303)


@pages.get("/<slug>/packages/<int:number>.zip")
def package(slug: str, number: int) -> Response:
    """The package of a release."""
    line = opened(slug)
    path = published.package_of(line.folder, number)
    if not path.is_file():
        raise NotFound(str(number))
    return sent(path.read_bytes(), f"{slug}-{number:03d}.zip", "application/zip")


@pages.get("/<slug>/packages/<int:number>.pdf")
def overall_report(slug: str, number: int) -> Response:
    """The overall report of a release in the reader's language."""
    data = published.from_package(opened(slug).folder, number, f"report.{language()}.pdf")
    return sent(data, f"{slug}-{number:03d}-{language()}.pdf", "application/pdf")


def _why_not_packed(line: RoundLine) -> list[str]:
    ordered = work.work_of(line.folder, "package")
    return in_words(ordered.problems) if ordered else []
