"""All rounds, and one of them: how it stands, and what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assessment.benchmark.layout import UnknownBreakdown, breakdowns
from assessment.benchmark.rounds.model import Round
from assessment.services.rounds import work
from assessment.services.rounds.seen import round_lines
from assessment.web.fragments import moving
from assessment.web.rounds.blueprint import in_words, opened, pages, wake
from assessment.web.setup.desk import the_desk

_LEFT, _WIDTH, _BOTTOM, _HEIGHT = 40, 550, 130, 110


@dataclass(frozen=True)
class Growth:
    """How the number of members that took part grew, as it is drawn and as a table."""

    first: date
    last: date
    dots: tuple[tuple[float, float], ...]
    table: tuple[tuple[date, int], ...]

    @property
    def points(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.dots)


@pages.get("")
def show_all() -> ResponseReturnValue:
    """Every round on this machine, those of the command line too."""
    return render_template("pages/rounds/all.html", lines=round_lines(the_desk()))


@pages.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    """Participation against the register, how it grew, and the next step."""
    line = opened(slug)
    looked = work.work_of(line.folder, "look_through")
    return render_template(
        "pages/rounds/show.html",
        line=line,
        by=_by(line.round),
        problems=in_words(line.problems),
        failed=in_words(looked.problems) if looked and not looked.running else (),
        growth=_growth(line.summary.get("days", [])),
    )


@pages.get("/<slug>/progress")
def progress(slug: str) -> ResponseReturnValue:
    """The part of a page that moves while something is done."""
    line = opened(slug)
    return moving("pages/rounds/progress.html", goes_on=bool(line.busy), line=line)


@pages.post("/<slug>/look")
def look_again(slug: str) -> ResponseReturnValue:
    """What was handed in is looked through once more."""
    work.order(opened(slug).folder, "look_through")
    wake()
    return redirect(url_for("rounds.show", slug=slug), 303)


def _by(round_: Round | None) -> tuple[tuple[str, ...], ...]:
    try:
        return tuple(by for by in breakdowns(round_.by) if by) if round_ else ()
    except UnknownBreakdown:
        return ()


def _growth(days: list[list[Any]]) -> Growth | None:
    table = tuple((date.fromisoformat(day), count) for day, count in days)
    if len(table) < 2:
        return None
    first, last, most = table[0][0], table[-1][0], table[-1][1]
    span = (last - first).days
    dots = tuple(
        (
            round(_LEFT + _WIDTH * (day - first).days / span, 1),
            round(_BOTTOM - _HEIGHT * count / most, 1),
        )
        for day, count in table
    )
    return Growth(first, last, dots, table)
