"""The advice for an application, and overall, as plain values."""

from assessment.exit_check import ExitPoint
from assessment.model import Model
from assessment.presentation.cases import case_json
from assessment.presentation.robustness import robustness_json, standing_json
from assessment.presentation.rounding import Json, code, points, points_by_route, share
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    OverallRecommendation,
    Reason,
    UnmetGate,
)
from assessment.recommendation.portfolio import readiness_gap
from assessment.recommendation.robustness.model import Standing
from assessment.result import ApplicationResult


def application_json(
    application: ApplicationResult, benefit: int | None, model: Model, language: str
) -> Json:
    """The advice for an application with all that was found out about it.

    The `benefit` is what the body expects of it; like the readiness gap it changes no advice.
    """
    advice = application.recommendation
    return {
        "id": advice.id,
        "archetype": advice.archetype,
        "title": _title(advice, model, language),
        "factors": {
            name: {"level": factor.level, "given": factor.given}
            for name, factor in advice.factors.items()
        },
        "benefit": benefit,
        "readiness_gap": points(readiness_gap(advice)),
        **_advice(advice),
        **standing_json(application.robustness),
        **robustness_json(application.robustness),
        "clarify_first": list(advice.clarify_first),
        "evidence": {route.route.value: route.cases for route in application.evidence.routes},
        "exit_check": [_exit_point(point) for point in application.exit_check],
        "reuse": [match.case.id for match in application.reuse],
        "cases": [case_json(match, language) for match in application.cases],
    }


def _advice(advice: ApplicationRecommendation) -> Json:
    return {
        "route": code(advice.route),
        "margin": points(advice.margin),
        "suitability": points_by_route(advice.suitability),
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


def _exit_point(point: ExitPoint) -> Json:
    """What is to be settled, with the questions whose answers tell where the body stands."""
    return {
        "topic": point.topic.id,
        "standing": point.standing.value,
        "questions": [told.question for told in point.told],
    }


def overall_json(overall: OverallRecommendation, standing: Standing | None) -> Json:
    """The stance over all applications."""
    return {
        "route": code(overall.route),
        "suitability": points_by_route(overall.suitability),
        "state": {route.value: state.value for route, state in overall.state.items()},
        **standing_json(standing),
    }
