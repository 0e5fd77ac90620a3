"""What changed from one result to another, as plain values."""

from decimal import Decimal

from assessment.comparison import (
    AnswerPair,
    ApplicationPair,
    Comparison,
    Judged,
    Reached,
    TopicPart,
)
from assessment.presentation.rounding import Json, code, points
from assessment.questionnaire.answers import State
from assessment.questionnaire.bridge import Said
from assessment.result import ApplicationResult


def changes_json(found: Comparison[Judged]) -> Json:
    """The changes with stable keys; a part of a difference is null where it cannot be told."""
    before = found.earlier.result.assessment
    return {
        "since": {"date": before.date.isoformat(), "questionnaire": before.questionnaire},
        "answers": [_answer(pair) for pair in (*found.changed, *found.answered, *found.emptied)],
        "asked_again": [_link(pair) for pair in found.asked_again],
        "dimensions": {
            part.id: {**_part(part), "topics": {one.id: _part(one) for one in part.topics}}
            for part in found.dimensions
        },
        "applications": [_application(pair) for pair in found.applications],
        "targets": [_reached(one) for one in found.targets],
        "measures": [_reached(one) for one in found.measures],
    }


def _answer(pair: AnswerPair) -> Json:
    (before,), (after,) = pair.before, pair.after
    return {"question": after.question.id, "from": _said(before), "to": _said(after)}


def _said(said: Said) -> object:
    """The value, else the word for the state."""
    if said.answer.state is State.ANSWERED:
        value = said.answer.value
        return list(value) if isinstance(value, tuple) else value
    return said.answer.state.value


def _link(pair: AnswerPair) -> Json:
    return {
        "kind": pair.link.kind.value,
        "was": [one.id for one in pair.link.was],
        "now": [one.id for one in pair.link.now],
    }


def _part(part: TopicPart) -> Json:
    difference = part.difference
    return {
        "from": _number(difference.published.earlier),
        "to": _number(difference.published.later),
        "difference": _number(difference.total),
        "real": _number(difference.real),
        "composition": _number(difference.composition),
        "method": _number(difference.method),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _application(pair: ApplicationPair) -> Json:
    return {
        "id": pair.id,
        "from": _advice(pair.earlier),
        "to": _advice(pair.later),
        "met": list(pair.met),
        "not_met_any_more": list(pair.new),
    }


def _advice(application: ApplicationResult | None) -> Json | None:
    """What was advised; None where the application was not planned."""
    if application is None:
        return None
    advice = application.recommendation
    return {
        "route": code(advice.route),
        "suitability": points(advice.suitability[advice.route]) if advice.route else None,
        "firmness": application.robustness.firmness.value,
    }


def _reached(one: Reached) -> Json:
    return {"id": one.id, "level": one.level, "from": one.before, "to": one.now, "done": one.done}
