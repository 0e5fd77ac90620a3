"""What a round publishes about a member and what not, in words that need no statistics."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.rounds.model import Round
from assessment.benchmark.statistics.merging import merged
from assessment.errors import Problem
from assessment.municipality import STATES
from assessment.municipality.register import district_name
from assessment.web.rounds.blueprint import in_words
from assessment.web.setup.languages import language
from assessment.wording import codes, name, translator

# An invented question that twenty members answered: how many chose each of five levels.
_ANSWERS = (6, 2, 7, 3, 2)


@dataclass(frozen=True)
class Bar:
    """A class of the example's distribution as it is shown: its levels, and its share."""

    levels: tuple[int, ...]
    members: int
    share: float


@dataclass(frozen=True)
class PlainWords:
    """The rules of a round, its tables, and the example.

    `answers` is how many of the example chose each level, `bars` what is left of that to be seen.
    """

    rules: Rules
    breakdowns: tuple[tuple[str, ...], ...]
    answers: tuple[int, ...]
    bars: tuple[Bar, ...]

    @property
    def members(self) -> int:
        return sum(self.answers)


def told_of(round_: Round | None) -> PlainWords:
    """What this round would publish; without one, what every round does at least."""
    rules = round_.minimums.rules if round_ else Rules()
    by = breakdowns(round_.by) if round_ else ((),)
    answers = tuple(count * -(-rules.shares // sum(_ANSWERS)) for count in _ANSWERS)
    groups = merged(answers, rules.group, neighbours=True)
    whole = sum(answers)
    bars = [
        Bar(group, held := sum(answers[one] for one in group), held / whole) for group in groups
    ]
    return PlainWords(rules, tuple(by), answers, tuple(bars))


def refusal(problems: Iterable[Problem]) -> list[str]:
    """Why nothing was released: which group, and why, without telling its figures."""
    told: dict[str, None] = {}
    for one in problems:
        told |= dict.fromkeys([_leak(one)] if one.code == "release_refused" else in_words([one]))
    return list(told)


def _leak(problem: Problem) -> str:
    _ = translator(language()).gettext
    groups = " + ".join(
        ", ".join(map(_value, cell.split("/"))) if cell != "*" else _("All members")
        for cell in problem.place.split(" + ")
    )
    sentence = _(
        "%(groups)s: this group must be hidden, but its number could be worked out from the "
        "others. Leave out a breakdown, raise the minimum, or wait for more members."
    )
    return sentence % {"groups": groups}


def _value(value: str) -> str:
    for kind, known in (("size_class", codes("size_class")), ("state", tuple(STATES))):
        if value in known:
            return name(kind, value, language())
    return district_name(value)
