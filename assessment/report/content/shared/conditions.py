"""What the advised routes ask before going live, each condition once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.report.content.advice import ApplicationView
from assessment.report.content.gates import Lack
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
    asked: dict[tuple[str, Actual, Lack], list[tuple[int, str]]] = {}
    for number, application in enumerate(applications, start=1):
        route = application.advised.id if application.advised else None
        for gate in application.conditions:
            if route:
                line = (gate.subject_id, gate.actual, gate.lacks[route])
                asked.setdefault(line, []).append((number, gate.name))
    ordered = sorted(asked.items(), key=lambda entry: -len(entry[1]))
    return tuple(
        _line(actual, lack, named, len(applications)) for (_, actual, lack), named in ordered
    )


def _line(actual: Actual, lack: Lack, named: Sequence[tuple[int, str]], of: int) -> ConditionLine:
    where = in_few_signs((number for number, _ in named), of)
    return ConditionLine(named[0][1], actual, lack.target, lack.text, where)
