"""The parts of a report, and the two lengths in which it is written: a closed list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from assessment.errors import Invalid, Problem
from assessment.wording import translator
from assessment.wording.catalogue import N_

Length = Literal["full", "short"]
LENGTHS: tuple[Length, ...] = get_args(Length)


@dataclass(frozen=True)
class Part:
    """A part with its title and the templates that print it.

    `short` is the template for the short version; empty where the part is not in it by itself.
    `unasked` says whether a full report has it without being asked.
    """

    id: str
    title: str
    full: str
    short: str = ""
    unasked: bool = True

    def template(self, length: Length) -> str:
        """What prints the part in a report of this length."""
        return self.short if length == "short" and self.short else self.full

    def title_in(self, language: str) -> str:
        """The title in the language."""
        return translator(language).gettext(self.title)


PARTS = (
    Part("summary", N_("At a glance"), "report/summary.html", "report/summary.html"),
    Part("profile", N_("Profile"), "report/profile.html", "report/short/profile.html"),
    Part(
        "benchmark",
        N_("Position among peers"),
        "report/benchmark/chapter.html",
        "report/benchmark/short.html",
    ),
    Part(
        "applications",
        N_("Recommendations"),
        "report/recommendations.html",
        "report/short/applications.html",
    ),
    Part("roadmap", N_("Roadmap"), "report/roadmap.html", "report/short/roadmap.html"),
    Part("cases", N_("Comparable cases"), "report/cases.html"),
    Part("changes", N_("What has changed"), "report/changes.html"),
    Part("answers", N_("All answers"), "report/answers.html"),
    Part("method", N_("Method and limits"), "report/method.html"),
    Part("numbers", N_("Numbers of the model"), "report/numbers.html", unasked=False),
    Part("sources", N_("Sources"), "report/sources.html", "report/short/sources.html"),
)
FULL = tuple(part.id for part in PARTS if part.unasked)
SHORT = tuple(part.id for part in PARTS if part.short)
_BY_ID = {part.id: part for part in PARTS}


def chosen_parts(asked: Iterable[str], length: Length) -> tuple[str, ...]:
    """The parts that were asked for, in the order of the report; none asked: those of the length.

    Raises Invalid for what is no part, with the list of those there are.
    """
    wanted = [id.strip() for id in asked if id.strip()]
    allowed = ", ".join(_BY_ID)
    problems = [
        Problem("unknown_part", values={"given": id, "allowed": allowed})
        for id in dict.fromkeys(wanted)
        if id not in _BY_ID
    ]
    if problems:
        raise Invalid(problems)
    if not wanted:
        return SHORT if length == "short" else FULL
    return tuple(id for id in _BY_ID if id in wanted)


def parts_of(ids: Iterable[str]) -> tuple[Part, ...]:
    """The parts with these ids, in this order."""
    return tuple(_BY_ID[id] for id in ids)
