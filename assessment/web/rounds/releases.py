"""Releases: made beside the pages, listed, handed out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid, NotFound, Problem
from assessment.services.benchmark.marks import is_key_lost
from assessment.services.benchmark.opening import key_file
from assessment.services.package.licences import LICENCES
from assessment.services.package.settings import publication_faults
from assessment.services.rounds import published, work
from assessment.services.rounds.seen import RoundLine
from assessment.web.rounds.blueprint import in_words, opened, pages, wake
from assessment.web.rounds.plain_words import refusal
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download as sent
from assessment.web.setup.languages import language, problem_words

Said = Mapping[str, str]

_SAID = ("publisher", "licence", "email", "address")


@pages.get("/<slug>/releases")
def show_releases(slug: str) -> ResponseReturnValue:
    """What was released, what the next one needs, and why one was refused."""
    return _page(opened(slug))


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
    wrong = publication_faults(said["publisher"], said["address"], said["email"])
    if said["licence"] not in LICENCES:
        wrong.append(Problem("not_one_of", "licence", {"given": said["licence"]}))
    if wrong:
        return _page(line, wrong, said), 400
    work.order(line.folder, "package", said)
    wake()
    return redirect(url_for("rounds.show_releases", slug=slug), 303)


@pages.get("/<slug>/package")
def back_to_releases(slug: str) -> ResponseReturnValue:
    """The form of a package stands on the page of the releases: after a reload or in a bookmark."""
    return redirect(url_for("rounds.show_releases", slug=slug))


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


def _lost(line: RoundLine) -> tuple[tuple[str, str], str | None] | None:
    """In words what is lost that the newest release is compared by, and where it belongs."""
    try:
        if not is_key_lost(line.folder, [one.path for one in line.releases]):
            return None
        lost = Problem("key_lost", file=str(key_file(line.folder)))
    except Invalid as error:
        lost = error.problems[0]
    return problem_words(lost), lost.file


def _page(line: RoundLine, wrong: Sequence[Problem] = (), said: Said | None = None) -> str:
    """The releases; with what is wrong beside the fields of a package that was ordered."""
    made = work.work_of(line.folder, "release")
    ordered = work.work_of(line.folder, "package")
    errors = [(one.place, *in_words([replace(one, place="")])) for one in wrong]
    return render_template(
        "pages/rounds/releases.html",
        line=line,
        made=made if made and not made.running else None,
        refused=refusal(made.problems) if made else (),
        lost=_lost(line),
        releases=[(one, published.head_of(the_desk(), one)) for one in reversed(line.releases)],
        packed={
            one.number
            for one in line.releases
            if published.package_of(line.folder, one.number).is_file()
        },
        licences=[(one.id, one.name) for one in LICENCES.values()],
        not_packed=in_words(ordered.problems) if ordered and not wrong else (),
        said=said or (ordered.asked if ordered else {}),
        errors=errors,
        wrong={field: [message] for field, message in errors},
    )
