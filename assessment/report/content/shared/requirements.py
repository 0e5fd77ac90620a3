"""The unmet requirements of all applications and routes, each once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.recommendation.model import Route
from assessment.report.content.advice import ApplicationView
from assessment.report.content.gates import GateView, Lack
from assessment.report.content.shared.numbers import in_few_signs


@dataclass(frozen=True)
class LackView:
    """A level that a route lacks; `where` numbers the applications unless it counts for all.

    The minimum is told where it stops the route, the target unless the minimum says as much.
    """

    stops: bool
    minimum: int | None
    target: int | None
    where: str


@dataclass(frozen=True)
class Requirement:
    """An unmet requirement with what each route lacks for which application.

    Where every lack counts for the same applications, `where` numbers these once for all.
    """

    gate: GateView
    where: str
    lacks: tuple[tuple[LackView, ...], ...]


def requirements_of(applications: Sequence[ApplicationView]) -> tuple[Requirement, ...]:
    """Every unmet requirement of every route once, with the applications it counts for."""
    told: dict[tuple[str, str, object], list[tuple[int, GateView]]] = {}
    for number, application in enumerate(applications, start=1):
        for gate in application.gates:
            told.setdefault((gate.gate, gate.subject_id, gate.actual), []).append((number, gate))
    return tuple(
        _requirement(same[0][1], tuple(_lacks(same, route, len(applications)) for route in Route))
        for same in told.values()
    )


def _requirement(gate: GateView, lacks: tuple[tuple[LackView, ...], ...]) -> Requirement:
    shared = {lack.where for of_route in lacks for lack in of_route}
    if len(shared) > 1:
        return Requirement(gate, "", lacks)
    for_all = tuple(tuple(replace(lack, where="") for lack in of_route) for of_route in lacks)
    return Requirement(gate, shared.pop(), for_all)


def _lacks(same: Sequence[tuple[int, GateView]], route: Route, of: int) -> tuple[LackView, ...]:
    """What the route lacks, the applications that lack the same together."""
    by_lack: dict[tuple[bool, int | None, int | None], list[int]] = {}
    for number, gate in same:
        if route in gate.lacks:
            by_lack.setdefault(_told(gate.lacks[route]), []).append(number)
    return tuple(LackView(*told, in_few_signs(where, of)) for told, where in by_lack.items())


def _told(lack: Lack) -> tuple[bool, int | None, int | None]:
    if not lack.stops:
        return False, None, lack.target
    further = lack.target is not None and lack.target > lack.minimum
    return True, lack.minimum, lack.target if further else None
