"""The result as people and programs see it: rounded once, here, and ready for JSON."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment.cases.matching import Match
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    OverallRecommendation,
    Reason,
    UnmetGate,
)
from assessment.result import ApplicationResult, Result
from assessment.scoring.scorecard import DimensionScore, TopicScore

Json = dict[str, Any]

_TENTH, _THOUSANDTH = Decimal("0.1"), Decimal("0.001")


def points(value: float | None) -> float | None:
    """Points, gaps and margins as shown: one decimal, half away from zero, never -0.0."""
    return _rounded(value, _TENTH)


def share(value: float | None) -> float | None:
    """Shares, coverage, similarity as shown: three decimals, half away from zero, never -0.0."""
    return _rounded(value, _THOUSANDTH)


def to_json(result: Result, model: Model, language: str) -> Json:
    """The result as plain values with stable keys; null is what cannot be formed, never 0.

    Titles are in the language, all else are codes and numbers. What is not worked out yet is null.
    """
    assessment = result.assessment
    return {
        "questionnaire": assessment.questionnaire,
        "model_hash": result.model_hash,
        "tool_version": result.tool_version,
        "date": assessment.date.isoformat(),
        "municipality": _municipality(assessment.municipality),
        "coverage": share(result.scorecard.coverage),
        "dimensions": {
            name: _dimension(dimension, result.gaps)
            for name, dimension in result.scorecard.dimensions.items()
        },
        "applications": [_application(one, model, language) for one in result.applications],
        "overall": _overall(result.overall),
        "roadmap": None,
        "cases": [case_json(match, language) for match in result.cases],
    }


def case_json(match: Match, language: str) -> Json:
    """A case with what it shares with the asker, as plain values."""
    case = match.case
    return {
        "id": case.id,
        "title": case.title[language],
        "municipality": case.municipality,
        "route": case.approach,
        "status": case.status,
        "as_of": case.source_date,
        "similarity": share(match.similarity),
        "traits": {"shared": list(match.shared), "differing": list(match.differing)},
        "source": case.source_url,
    }


def _rounded(value: float | None, step: Decimal) -> float | None:
    """Rounded as the decimal number that a reader sees, not as the binary one behind it."""
    if value is None:
        return None
    return float(Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP)) + 0.0


def _municipality(body: Municipality) -> Json:
    return {
        "ags": body.ags,
        "name": body.name,
        "body": body.body.value,
        "kind": body.kind,
        "state": body.state,
        "population": body.population,
        "size_class": body.size_class,
        "district": body.district,
        "association": body.association,
        "postal_code": body.postal_code,
    }


def _dimension(dimension: DimensionScore, gaps: Mapping[str, Mapping[Route, float | None]]) -> Json:
    return {
        **_score(dimension),
        "level": dimension.level,
        "topics": {
            name: {**_score(topic), "gap": _points_by_route(gaps[name])}
            for name, topic in dimension.topics.items()
        },
    }


def _score(score: DimensionScore | TopicScore) -> Json:
    return {
        "score": points(score.score),
        "low": points(score.low),
        "high": points(score.high),
        "coverage": share(score.coverage),
    }


def _application(application: ApplicationResult, model: Model, language: str) -> Json:
    advice = application.recommendation
    return {
        "id": advice.id,
        "archetype": advice.archetype,
        "title": _title(advice, model, language),
        "factors": {
            name: {"level": factor.level, "given": factor.given}
            for name, factor in advice.factors.items()
        },
        **_advice(advice),
        "flips": None,
        "clarify_first": list(advice.clarify_first),
        "evidence": None,
        "exit_check": None,
        "reuse": None,
        "cases": [case_json(match, language) for match in application.cases],
    }


def _advice(advice: ApplicationRecommendation) -> Json:
    return {
        "route": _code(advice.route),
        "margin": points(advice.margin),
        "firmness": None,
        "shares": None,
        "suitability": _points_by_route(advice.suitability),
        "readiness_fit": {route.value: share(fit) for route, fit in advice.readiness_fit.items()},
        "context_fit": {route.value: share(fit) for route, fit in advice.context_fit.items()},
        "state": {route.value: state.value for route, state in advice.state.items()},
        "gates": {
            route.value: [_gate(gate) for gate in unmet] for route, unmet in advice.gates.items()
        },
        "reasons": [_reason(reason) for reason in advice.reasons],
    }


def _title(advice: ApplicationRecommendation, model: Model, language: str) -> str | None:
    """The own title, else the name of the archetype."""
    if advice.title or advice.archetype is None:
        return advice.title
    return model.recommendation.archetype_by_id[advice.archetype].name[language]


def _gate(gate: UnmetGate) -> Json:
    asked = {"question": gate.question} if gate.question else {"factor": gate.factor}
    return {
        "gate": gate.gate,
        **asked,
        "minimum": gate.minimum,
        "target": gate.target,
        "actual": gate.actual,
    }


def _reason(reason: Reason) -> Json:
    return {
        "kind": reason.kind,
        "id": reason.id,
        "route": reason.route.value,
        "points": points(reason.points),
    }


def _overall(overall: OverallRecommendation) -> Json:
    return {
        "route": _code(overall.route),
        "suitability": _points_by_route(overall.suitability),
        "state": {route.value: state.value for route, state in overall.state.items()},
        "firmness": None,
        "shares": None,
    }


def _points_by_route(values: Mapping[Route, float | None]) -> Json:
    return {route.value: points(value) for route, value in values.items()}


def _code(route: Route | None) -> str | None:
    return route.value if route else None
