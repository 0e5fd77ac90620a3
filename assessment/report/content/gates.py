"""What routes still lack, in words: the unmet gates with minimum, target and what stands today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.model import Model
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import UnmetGate


@dataclass(frozen=True)
class Lack:
    """What a gate asks on one route: it stops below the minimum, else is a condition.

    `text` is the level that lifts it: the minimum where it stops, else the target.
    """

    stops: bool
    minimum: int
    target: int | None
    text: str


@dataclass(frozen=True)
class GateView:
    """A gate that some route does not meet: what is asked, what stands today, the lack by route."""

    gate: str
    name: str
    requirement: str
    subject_id: str
    subject: str
    actual: int | Literal["unknown", "not_applicable"]
    lacks: Mapping[Route, Lack]


def gates_of(
    unmet: Mapping[Route, Sequence[UnmetGate]], model: Model, language: str
) -> tuple[GateView, ...]:
    """Unmet gates of all routes as one list: a line for each gate and question, lacks by route."""
    lines: dict[tuple[str, str], dict[Route, UnmetGate]] = {}
    for route, gates in unmet.items():
        for gate in gates:
            lines.setdefault((gate.gate, gate.question or gate.factor or ""), {})[route] = gate
    order = {gate.id: number for number, gate in enumerate(model.recommendation.gates)}
    ordered = sorted(lines.items(), key=lambda line: order[line[0][0]])
    return tuple(_gate(lacks, model, language) for _line, lacks in ordered)


def subject_of(id: str, model: Model, language: str) -> str:
    """The text of a question, or the question behind a factor."""
    question = model.questionnaire.by_id.get(id)
    if question is not None:
        return str(question.text[language])
    return model.recommendation.factor_by_id[id].question[language]


def _gate(lacks: Mapping[Route, UnmetGate], model: Model, language: str) -> GateView:
    any_lack = next(iter(lacks.values()))
    gate = model.recommendation.gate_by_id[any_lack.gate]
    subject = any_lack.question or any_lack.factor or ""
    return GateView(
        gate=gate.id,
        name=gate.name[language],
        requirement=gate.requirement[language],
        subject_id=subject,
        subject=subject_of(subject, model, language),
        actual=any_lack.actual,
        lacks={route: _lack(lack, subject, model, language) for route, lack in lacks.items()},
    )


def _lack(lack: UnmetGate, subject: str, model: Model, language: str) -> Lack:
    asked = lack.minimum if lack.stops or lack.target is None else lack.target
    return Lack(lack.stops, lack.minimum, lack.target, _level_text(subject, asked, model, language))


def _level_text(subject: str, level: int, model: Model, language: str) -> str:
    question = model.questionnaire.by_id.get(subject)
    if question is None:
        levels = model.recommendation.factor_by_id[subject].levels
    else:
        levels = getattr(question, "levels", ())
    return levels[level][language] if level < len(levels) else ""
