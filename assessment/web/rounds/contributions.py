"""What was handed in: sent, listed with its standing, and taken out where it cannot be read."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Problem
from assessment.services.rounds import editing, incoming, seen, work
from assessment.web.rounds.blueprint import in_words, opened, pages, sheet, text, wake
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import problem_words

MOST_SENT = 200_000_000
STANDINGS = (
    "counts", "incomplete", "replaced", "withdrawn", "not_a_member", "of_earlier_round", "empty",
    "unreadable",
)  # fmt: skip


@pages.url_value_preprocessor
def allow_many_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A request with many files may be larger than others."""
    if endpoint == "rounds.send":
        request.max_content_length = MOST_SENT


@pages.get("/<slug>/contributions")
def show_contributions(slug: str) -> ResponseReturnValue:
    """The form for files, what came of those sent last, and a sheet of the table."""
    line = opened(slug)
    standing = request.args.get("standing", "")
    found = seen.contributions(
        the_desk(),
        slug,
        standing=standing if standing in STANDINGS else "",
        text=text(),
        sheet=sheet(),
    )
    taken = work.work_of(line.folder, "take_over")
    return render_template(
        "pages/rounds/contributions.html",
        line=line,
        found=found,
        standing=standing,
        standings=STANDINGS,
        text=text(),
        taken=taken if taken and not taken.running else None,
        told=_told,
        failed=in_words(taken.problems) if taken else (),
        most_mb=MOST_SENT // 10**6,
    )


@pages.post("/<slug>/contributions")
def send(slug: str) -> ResponseReturnValue:
    """The files are kept and taken over beside the pages."""
    incoming.send(the_desk(), slug, request.files.getlist("files"), request.files.get("mapping"))
    wake()
    return redirect(url_for("rounds.show_contributions", slug=slug), 303)


@pages.post("/<slug>/contributions/remove")
def remove(slug: str) -> ResponseReturnValue:
    """A file that cannot be read is taken out of the round."""
    editing.remove_contribution(the_desk(), slug, request.form.get("file", ""))
    return redirect(url_for("rounds.show_contributions", slug=slug, _anchor="found"), 303)


def _told(problems: list[dict[str, Any]]) -> list[tuple[Problem, str, str]]:
    """Problems as they were kept, with what is wrong and what to do."""
    return [(one, *problem_words(one)) for one in (Problem(**kept) for kept in problems)]
