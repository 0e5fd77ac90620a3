"""What must be in place: every gate with minimum and target by route, reason, law and source."""

from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.model import Gate, GateCondition, PerRoute, Route
from assessment.report.content.figures import DASH, source_day
from assessment.report.content.gates import subject_of
from assessment.report.method.rules import told
from assessment.report.method.source import Source, source_of
from assessment.wording import name


@dataclass(frozen=True)
class Levels:
    """Levels by route, in their order; `when` tells when they count, empty for always."""

    when: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class ConditionRow:
    """A question or factor with the minimum, what raises it, and the target."""

    subject: str
    is_factor: bool
    minimum: Levels
    raises: tuple[Levels, ...]
    target: Levels
    passes_if_not_applicable: bool


@dataclass(frozen=True)
class GateRow:
    """A gate with all that is known about it."""

    name: str
    stage: str
    requirement: str
    applies_if: str
    conditions: tuple[ConditionRow, ...]
    reason: str
    basis: str
    law: str
    as_of: str
    sources: tuple[Source, ...]
    levels_source: Source


def gate_rows(model: Model, language: str) -> tuple[GateRow, ...]:
    """Every gate in its order."""
    return tuple(_gate(gate, model, language) for gate in model.recommendation.gates)


def _gate(gate: Gate, model: Model, language: str) -> GateRow:
    return GateRow(
        name=gate.name[language],
        stage=name("stage", gate.stage, language),
        requirement=gate.requirement[language],
        applies_if=told(gate.applies_if, model, language) if gate.applies_if else "",
        conditions=tuple(_condition(one, model, language) for one in gate.conditions),
        reason=gate.reason[language],
        basis=name("basis", gate.basis, language),
        law=gate.law[language],
        as_of=source_day(gate.as_of, language) or "",
        sources=tuple(source_of(source, language) for source in gate.sources),
        levels_source=source_of(gate.levels_source, language),
    )


def _condition(condition: GateCondition, model: Model, language: str) -> ConditionRow:
    raised = (
        Levels(told(one.if_, model, language), _by_route(one.minimum)) for one in condition.raises
    )
    return ConditionRow(
        subject=subject_of(condition.question or condition.factor or "", model, language),
        is_factor=condition.factor is not None,
        minimum=Levels("", _by_route(condition.minimum)),
        raises=tuple(raised),
        target=Levels("", _by_route(condition.target)),
        passes_if_not_applicable=condition.not_applicable == "pass",
    )


def _by_route(levels: PerRoute[int] | PerRoute[int | None]) -> tuple[str, ...]:
    """The levels in the order of the routes; a dash where nothing is asked."""
    return tuple(str(levels[route]) if levels[route] is not None else DASH for route in Route)
