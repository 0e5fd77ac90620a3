"""What the advised routes ask before going live, each condition once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.report.content.advice import ApplicationView
from assessment.report.content.shared.numbers import in_few_signs

Actual = int | Literal["unknown", "not_applicable"]


@dataclass(frozen=True)
class ConditionLine:
    """A condition with what stands today; `where` numbers the applications unless it is all."""

    name: str
    actual: Actual
    target: int | None
    text: str
    where: str


def conditions_of(applications: Sequence[ApplicationView]) -> tuple[ConditionLine, ...]:
    """The conditions of the advised routes, those that most applications share first."""
    asked: dict[tuple[str, str, Actual, int | None, str], list[int]] = {}
    for number, application in enumerate(applications, start=1):
        route = application.advised.id if application.advised else None
        for gate in application.conditions:
            if route:
                lack = gate.lacks[route]
                line = (gate.subject_id, gate.name, gate.actual, lack.target, lack.text)
                asked.setdefault(line, []).append(number)
    ordered = sorted(asked.items(), key=lambda entry: -len(entry[1]))
    return tuple(
        ConditionLine(name, actual, target, text, in_few_signs(numbers, len(applications)))
        for (_, name, actual, target, text), numbers in ordered
    )
