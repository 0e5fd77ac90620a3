"""Why nothing was released, in words that need no statistics."""

from collections.abc import Iterable

from assessment.errors import Problem
from assessment.web.rounds.blueprint import in_words
from assessment.web.setup.languages import language
from assessment.wording import group_name, translator


def refusal(problems: Iterable[Problem]) -> list[str]:
    """Why nothing was released: which group, and why, without telling its figures."""
    told: dict[str, None] = {}
    for one in problems:
        told |= dict.fromkeys([_leak(one)] if one.code == "release_refused" else in_words([one]))
    return list(told)


def _leak(problem: Problem) -> str:
    _ = translator(language()).gettext
    groups = " + ".join(
        group_name(dict(part.split("=") for part in cell.split("/") if "=" in part), language())
        for cell in problem.place.split(" + ")
    )
    sentence = _(
        "%(groups)s: this group must be hidden, but its number could be worked out from the "
        "others. Leave out a breakdown, raise the minimum, or wait for more members."
    )
    return sentence % {"groups": groups}
