"""What a round publishes about a member and what never: its rules, with an example worked out."""

from dataclasses import dataclass

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.layout import Breakdown, breakdowns
from assessment.benchmark.overview.figure import Figure
from assessment.benchmark.rounds.model import Round
from assessment.benchmark.statistics.merging import merged

# An invented question that twenty members answered: how many chose each of five levels.
_ANSWERS = (6, 2, 7, 3, 2)


@dataclass(frozen=True)
class Bar:
    """A class of the example's distribution as it is shown: its levels, and its share."""

    levels: tuple[int, ...]
    share: Figure


@dataclass(frozen=True)
class Notice:
    """The rules of a round, its tables, and the example.

    `answers` is how many of the example chose each level, `bars` what is left of that to be seen.
    """

    rules: Rules
    breakdowns: tuple[Breakdown, ...]
    answers: tuple[int, ...]
    bars: tuple[Bar, ...]

    @property
    def members(self) -> int:
        return sum(self.answers)


def notice_of(round_: Round | None) -> Notice:
    """What this round would publish; without one, what every round does at least."""
    rules = round_.minimums.rules if round_ else Rules()
    by = breakdowns(round_.by) if round_ else ((),)
    answers = tuple(count * -(-rules.shares // sum(_ANSWERS)) for count in _ANSWERS)
    groups = merged(answers, rules.group, neighbours=True)
    whole = sum(answers)
    bars = [Bar(one, Figure(sum(answers[level] for level in one) / whole)) for one in groups]
    return Notice(rules, tuple(by), answers, tuple(bars))
