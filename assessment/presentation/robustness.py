"""How firm advice is, and what would change it, as plain values."""

from typing import Any

from assessment.presentation.rounding import Json, code, points, share
from assessment.questionnaire.answers import Value
from assessment.recommendation.robustness.model import (
    Change,
    CloseCall,
    Deciding,
    FindOut,
    Flip,
    Robustness,
    Standing,
)


def standing_json(standing: Standing | None) -> Json:
    """How firm something is; null where there is nothing to be firm."""
    if standing is None:
        return {"firmness": None, "shares": None, "ask_first": []}
    return {
        "firmness": standing.firmness.value,
        "shares": {code(route) or "none": share(part) for route, part in standing.shares.items()},
        "ask_first": list(standing.ask_first),
    }


def robustness_json(found: Robustness) -> Json:
    """What would change the advice, and what would make it firmer."""
    return {
        "too_close": _too_close(found.too_close) if found.too_close else None,
        "flips": [_flip(flip) for flip in found.flips],
        "find_out_first": [_find_out(item) for item in found.find_out_first],
    }


def _flip(flip: Flip) -> Json:
    return {
        "changes": [_change(change) for change in flip.changes],
        "route": code(flip.route),
        "rests_on": flip.rests_on,
    }


def _change(change: Change) -> Json:
    before = "unknown" if change.from_ is None else change.from_
    return {change.kind: change.id, "from": _plain(before), "to": _plain(change.to)}


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _find_out(item: FindOut) -> Json:
    return {
        item.kind: item.id,
        "gain": share(item.gain),
        "answerable_by": list(item.answerable_by),
    }


def _too_close(call: CloseCall) -> Json:
    return {
        "between": [code(outcome) for outcome in call.between],
        "deciding": [_deciding(one) for one in call.deciding],
    }


def _deciding(one: Deciding) -> Json:
    return {"kind": one.kind, "id": one.id, "points": points(one.points)}
