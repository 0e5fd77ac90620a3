"""The one blueprint of all pages of rounds, and what they have in common."""

import time
from collections.abc import Iterable, Mapping
from datetime import date

from flask import Blueprint, current_app, request

from assessment.errors import Problem
from assessment.services.rounds import work
from assessment.services.rounds.seen import RoundLine, round_line
from assessment.web.setup.desk import the_desk, the_round_runner
from assessment.web.setup.languages import language, problem_words
from assessment.web.setup.templating import day, percent, points
from assessment.wording import group_name, group_value

pages = Blueprint("rounds", __name__, url_prefix="/rounds")

# What takes longer goes on beside the pages.
WAITED_SECONDS = 1.5
_LOOKS_EVERY = 0.05
_LITTLE = 0.1


@pages.app_template_filter()
def iso_day(text: str) -> str:
    """A day that was kept as text, as it is written in the language."""
    return day(date.fromisoformat(text))


@pages.app_template_global("group_name")
def _group_name(key: Mapping[str, str]) -> str:
    return group_name(key, language())


@pages.app_template_global("group_value")
def _group_value(attribute: str, value: str) -> str:
    return group_value(attribute, value, language())


@pages.app_template_filter()
def fine_percent(share: float) -> str:
    """A share as percent; with one decimal where whole ones would say little."""
    if share >= _LITTLE:
        return percent(share)
    return f"{points(share * 100)} %"


def opened(slug: str) -> RoundLine:
    """The round as its pages show it; what it needs is done beside them. NotFound."""
    line = round_line(the_desk(), slug)
    if line.busy:
        the_round_runner().wake()
        line = _settled(slug, line)
    return line


def wake() -> None:
    """Something was ordered; it is begun at once."""
    the_round_runner().wake()


def in_words(problems: Iterable[Problem]) -> list[str]:
    """Problems with their place and what to do, in the reader's language."""
    return [" ".join([one.where, *problem_words(one)]).strip() for one in problems]


def sheet() -> int:
    """The sheet of a long list that is asked for."""
    return request.args.get("sheet", 1, type=int)


def text() -> str:
    """What is looked for in a long list."""
    return request.args.get("q", "").strip()[:100]


def _settled(slug: str, line: RoundLine) -> RoundLine:
    """What is done soon is done before the page is shown."""
    if request.endpoint == "rounds.progress":
        return line
    until = time.monotonic() + float(current_app.config.get("WAITED_SECONDS", WAITED_SECONDS))
    while work.waiting(line.folder) and time.monotonic() < until:
        time.sleep(_LOOKS_EVERY)
    return round_line(the_desk(), slug)
