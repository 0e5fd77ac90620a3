"""What holds for several applications, told once: unmet requirements and the exit check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.recommendation.model import Route
from assessment.report.content.advice import ApplicationView
from assessment.report.content.exits import ExitCheckView
from assessment.report.content.gates import GateView, Lack


@dataclass(frozen=True)
class LackView:
    """A level that a route lacks, and the numbers of the applications for which it counts."""

    lack: Lack
    applications: tuple[int, ...]


@dataclass(frozen=True)
class Requirement:
    """An unmet requirement with what each route lacks for which application."""

    gate: GateView
    lacks: tuple[tuple[LackView, ...], ...]


@dataclass(frozen=True)
class ExitGroup:
    """The exit check of the applications that share one, with their titles."""

    check: ExitCheckView
    applications: tuple[str, ...]


def requirements_of(applications: Sequence[ApplicationView]) -> tuple[Requirement, ...]:
    """Every unmet requirement of every route once, with the applications it counts for."""
    told: dict[tuple[str, str, object], list[tuple[int, GateView]]] = {}
    for number, application in enumerate(applications, start=1):
        for gate in application.gates:
            told.setdefault((gate.gate, gate.subject_id, gate.actual), []).append((number, gate))
    return tuple(
        Requirement(same[0][1], tuple(_lacks(same, route) for route in Route))
        for same in told.values()
    )


def exit_groups_of(applications: Iterable[ApplicationView]) -> tuple[ExitGroup, ...]:
    """The exit checks, each once; none for applications without an advised route."""
    groups: list[tuple[ExitCheckView, list[str]]] = []
    for application in applications:
        if not application.exit_check.points:
            continue
        known = next((titles for check, titles in groups if check == application.exit_check), None)
        if known is None:
            groups.append((application.exit_check, [application.title]))
        else:
            known.append(application.title)
    return tuple(ExitGroup(check, tuple(titles)) for check, titles in groups)


def _lacks(same: Sequence[tuple[int, GateView]], route: Route) -> tuple[LackView, ...]:
    """What the route lacks, the applications that lack the same together."""
    by_lack: dict[Lack, list[int]] = {}
    for number, gate in same:
        if route in gate.lacks:
            by_lack.setdefault(gate.lacks[route], []).append(number)
    return tuple(LackView(lack, tuple(numbers)) for lack, numbers in by_lack.items())
