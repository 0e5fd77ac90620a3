"""How a figure arose, as plain values whose rounded parts still add up to the rounded figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.presentation.rounding import Json, points, share
from assessment.scoring.explanation import Explanation, Term

_STEPS_IN_A_POINT = 10


@dataclass(frozen=True)
class ShownTerm:
    """A term as people see it; `contribution` is None where it does not count."""

    kind: str
    id: str
    value: float | None
    weight: float | None
    contribution: float | None


def shown_terms(explanation: Explanation) -> tuple[ShownTerm, ...]:
    """The terms, rounded so that their contributions add up to the shown figure.

    Each is rounded down to a tenth; the tenths still lacking go to those that lost most by that.
    So none is off by a tenth or more.
    """
    contributions = _adding_up([term.contribution for term in explanation.terms], explanation.total)
    return tuple(
        _shown(term, contribution)
        for term, contribution in zip(explanation.terms, contributions, strict=True)
    )


def explanation_json(explanation: Explanation) -> Json:
    """The explanation as plain values."""
    parts = [_shown(term, points(term.contribution)) for term in explanation.part_of]
    return {
        "kind": explanation.kind,
        "id": explanation.id,
        "route": explanation.route,
        "points": points(explanation.total),
        "low": points(explanation.low),
        "high": points(explanation.high),
        "terms": [vars(term) for term in shown_terms(explanation)],
        "part_of": [vars(part) for part in parts],
    }


def _shown(term: Term, contribution: float | None) -> ShownTerm:
    return ShownTerm(term.kind, term.id, points(term.value), share(term.weight), contribution)


def _adding_up(values: Sequence[float | None], total: float | None) -> list[float | None]:
    """The values in tenths whose sum is the rounded total (largest remainder)."""
    if total is None:
        return [points(value) for value in values]
    exact = [None if value is None else round(value * _STEPS_IN_A_POINT, 6) for value in values]
    steps = [None if value is None else int(value // 1) for value in exact]
    target = round((points(total) or 0.0) * _STEPS_IN_A_POINT)
    lacking = target - sum(step for step in steps if step is not None)
    losses = [
        (step - value, place)
        for place, (value, step) in enumerate(zip(exact, steps, strict=True))
        if value is not None and step is not None
    ]
    raised = {place for _, place in sorted(losses)[: max(0, lacking)]}
    return [
        None if step is None else (step + (place in raised)) / _STEPS_IN_A_POINT
        for place, step in enumerate(steps)
    ]
