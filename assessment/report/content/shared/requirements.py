"""The unmet requirements of all applications and routes, each once."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.recommendation.model import Route
from assessment.report.content.advice import ApplicationView
from assessment.report.content.gates import GateView, Lack
from assessment.report.content.shared.numbers import in_few_signs


@dataclass(frozen=True)
class LackView:
    """A level that a route lacks; `where` numbers the applications unless it counts for all."""

    lack: Lack
    where: str


@dataclass(frozen=True)
class Requirement:
    """An unmet requirement with what each route lacks for which application."""

    gate: GateView
    lacks: tuple[tuple[LackView, ...], ...]


def requirements_of(applications: Sequence[ApplicationView]) -> tuple[Requirement, ...]:
    """Every unmet requirement of every route once, with the applications it counts for."""
    told: dict[tuple[str, str, object], list[tuple[int, GateView]]] = {}
    for number, application in enumerate(applications, start=1):
        for gate in application.gates:
            told.setdefault((gate.gate, gate.subject_id, gate.actual), []).append((number, gate))
    return tuple(
        Requirement(same[0][1], tuple(_lacks(same, route, len(applications)) for route in Route))
        for same in told.values()
    )


def _lacks(same: Sequence[tuple[int, GateView]], route: Route, of: int) -> tuple[LackView, ...]:
    """What the route lacks, the applications that lack the same together."""
    by_lack: dict[Lack, list[int]] = {}
    for number, gate in same:
        if route in gate.lacks:
            by_lack.setdefault(gate.lacks[route], []).append(number)
    return tuple(LackView(lack, in_few_signs(numbers, of)) for lack, numbers in by_lack.items())
