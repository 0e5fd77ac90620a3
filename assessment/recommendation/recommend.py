"""The advice for each planned application and for all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessment.questionnaire.answers import Answer, Assessment, State
from assessment.recommendation.applications import (
    Application,
    standard_set,
    stated_applications,
)
from assessment.recommendation.gates import Unmet, route_state, unmet_gates
from assessment.recommendation.model import Gate, RecommendationModel
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    FactorLevel,
    OverallRecommendation,
    RouteState,
    UnmetGate,
    ranking,
)
from assessment.recommendation.overall import overall
from assessment.recommendation.reasons import reasons
from assessment.recommendation.suitability import Fit, Parameters, by_route, fit, parameters
from assessment.scoring.scorecard import Scorecard

HIGHEST_LEVEL = 4


def recommend(
    assessment: Assessment,
    answers: Mapping[str, Answer],
    scorecard: Scorecard,
    model: RecommendationModel,
) -> tuple[tuple[ApplicationRecommendation, ...], OverallRecommendation]:
    """The advice for every stated application, and the stance over them.

    Without a stated application the stance is formed over the standard set of the kind of body.
    """
    stated = stated_applications(assessment, model)
    applications = stated or standard_set(assessment, model)
    advice = advise(applications, answers, scorecard, model)
    return (advice if stated else ()), overall(advice, standard_set=not stated)


def advise(
    applications: Sequence[Application],
    answers: Mapping[str, Answer],
    scorecard: Scorecard,
    model: RecommendationModel,
) -> tuple[ApplicationRecommendation, ...]:
    """The advice for each of these applications."""
    if not applications:
        return ()
    given = parameters(model)
    fitting = fit(scorecard, applications, given)
    return tuple(
        _advice(application, place, fitting, given, gates=model.gates, answers=answers)
        for place, application in enumerate(applications)
    )


def _advice(
    application: Application,
    place: int,
    fitting: Fit,
    given: Parameters,
    *,
    gates: Sequence[Gate],
    answers: Mapping[str, Answer],
) -> ApplicationRecommendation:
    unmet = unmet_gates(gates, application, answers)
    state = {route: route_state(of_route) for route, of_route in unmet.items()}
    points = by_route(fitting.suitability[place])
    ranked = ranking(points, state)
    return ApplicationRecommendation(
        id=application.id,
        archetype=application.archetype,
        title=application.title,
        priority=application.priority,
        factors=application.factors,
        route=ranked[0] if ranked else None,
        margin=_margin([points[route] or 0.0 for route in ranked]),
        suitability=points,
        readiness_fit=by_route(fitting.readiness[place]),
        context_fit={route: fit or 0.0 for route, fit in by_route(fitting.context[place]).items()},
        state=state,
        gates=unmet,
        reasons=reasons(fitting, place, given, unmet),
        clarify_first=() if ranked else _clarify_first(gates, application, answers, unmet),
    )


def _margin(points: Sequence[float]) -> float | None:
    """By how much the best route leads; None where there is no second one to choose."""
    return points[0] - points[1] if len(points) > 1 else None


def _clarify_first(
    gates: Sequence[Gate], application: Application, answers: Mapping[str, Answer], unmet: Unmet
) -> tuple[str, ...]:
    """What nobody knows yet and what, at the highest level, would open a route.

    Of the routes that would open, the one with the fewest open questions is asked about: the
    shortest list that can lead to advice. Empty where something known stands in the way.
    """
    stopping = [gate for of_route in unmet.values() for gate in of_route if gate.stops]
    best = unmet_gates(
        gates,
        replace(application, factors=_at_best(application.factors, stopping)),
        {**answers, **_best_answers(stopping)},
    )
    lists = [
        tuple(dict.fromkeys(_asked(gate) for gate in of_route if gate.stops))
        for route, of_route in unmet.items()
        if route_state(best[route]) != RouteState.STOPPED
    ]
    return min(lists, key=len, default=())


def _best_answers(stopping: Sequence[UnmetGate]) -> dict[str, Answer]:
    best = Answer(State.ANSWERED, HIGHEST_LEVEL)
    return {gate.question: best for gate in stopping if gate.question and gate.actual == "unknown"}


def _at_best(
    factors: Mapping[str, FactorLevel], stopping: Sequence[UnmetGate]
) -> dict[str, FactorLevel]:
    """The factors, with the highest level for those that stop a route and that nobody has given."""
    stop = {gate.factor for gate in stopping}
    return {
        name: FactorLevel(HIGHEST_LEVEL, given=False)
        if name in stop and not factor.given
        else factor
        for name, factor in factors.items()
    }


def _asked(gate: UnmetGate) -> str:
    return gate.question or gate.factor or ""
