"""What must be in place: the gates an application does not meet, and what follows for a route."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.conditions import holds
from assessment.recommendation.applications import Application
from assessment.recommendation.model import Gate, GateCondition, Route
from assessment.recommendation.outcome import RouteState, UnmetGate

Unmet = Mapping[Route, tuple[UnmetGate, ...]]
Actual = int | Literal["unknown", "not_applicable"]

# Above every level: what does not apply is enough where the gate says so.
_ENOUGH = 99


def unmet_gates(
    gates: Sequence[Gate], application: Application, answers: Mapping[str, Answer]
) -> dict[Route, tuple[UnmetGate, ...]]:
    """Per route, every condition below its minimum or its target, in the order of the gates."""
    asked = [gate for gate in gates if holds(gate.applies_if, application.is_true)]
    return {route: tuple(_unmet(asked, route, application, answers)) for route in Route}


def route_state(unmet: Iterable[UnmetGate]) -> RouteState:
    """Stopped by a condition below its minimum, conditional by one below its target, else open."""
    stops = [gate.stops for gate in unmet]
    if any(stops):
        return RouteState.STOPPED
    return RouteState.CONDITIONAL if stops else RouteState.OPEN


def thresholds(
    condition: GateCondition, route: Route, application: Application
) -> tuple[int, int | None]:
    """Minimum and target on the route; a minimum raised above the target lifts it along."""
    minimum = max(
        [condition.minimum[route]]
        + [more.minimum[route] for more in condition.raises if holds(more.if_, application.is_true)]
    )
    target = condition.target[route]
    return minimum, None if target is None else max(target, minimum)


def counted_level(condition: GateCondition, answer: Answer) -> int:
    """The level that counts of an answer: 0 for unknown, enough for all where it may not apply."""
    actual = _actual_answer(answer)
    if actual == "not_applicable" and condition.not_applicable == "pass":
        return _ENOUGH
    return actual if isinstance(actual, int) else 0


def _unmet(
    gates: Sequence[Gate], route: Route, application: Application, answers: Mapping[str, Answer]
) -> Iterator[UnmetGate]:
    for gate in gates:
        for condition in gate.conditions:
            minimum, target = thresholds(condition, route, application)
            actual = _actual(condition, application, answers)
            if not _is_met(condition, actual, max(minimum, target or 0)):
                place = (gate.id, condition.question, condition.factor)
                yield UnmetGate(*place, minimum=minimum, target=target, actual=actual)


def _actual(
    condition: GateCondition, application: Application, answers: Mapping[str, Answer]
) -> Actual:
    """Where the body stands: a level, or why there is none."""
    if condition.factor:
        return application.factors[condition.factor].level
    return _actual_answer(answers.get(condition.question or "", UNANSWERED))


def _actual_answer(answer: Answer) -> Actual:
    """The level answered, or why there is none. A question not asked does not apply."""
    match answer.state:
        case State.ANSWERED:
            return answer.value if isinstance(answer.value, int) else 0
        case State.NOT_APPLICABLE | State.NOT_ASKED:
            return "not_applicable"
    return "unknown"


def _is_met(condition: GateCondition, actual: Actual, asked: int) -> bool:
    if actual == "not_applicable" and condition.not_applicable == "pass":
        return True
    return (actual if isinstance(actual, int) else 0) >= asked
