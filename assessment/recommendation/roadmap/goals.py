"""What a roadmap is to reach: gates, conditions, required points, and the body's own targets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import LevelsQuestion, Questionnaire
from assessment.recommendation.model import RecommendationModel, Route
from assessment.recommendation.outcome import ApplicationRecommendation, UnmetGate
from assessment.recommendation.roadmap.outcome import Goal, GoalKind
from assessment.recommendation.roadmap.standing import Standing

_DO_NOT_APPLY = frozenset({State.NOT_APPLICABLE, State.NOT_ASKED})


@dataclass(frozen=True)
class Setting:
    """What goals are formed from."""

    questionnaire: Questionnaire
    model: RecommendationModel
    standing: Standing
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Aims:
    """The goals, and for applications without an open route the ways to open one."""

    routes: Mapping[str, Route | None]
    goals: tuple[Goal, ...]
    choices: Mapping[str, Mapping[Route, tuple[Goal, ...]]]


def aims(
    advice: Sequence[ApplicationRecommendation],
    setting: Setting,
    *,
    routes: Mapping[str, Route],
    targets: Mapping[str, int],
) -> Aims:
    """What the plan is for: each application's chosen or advised route, and the targets."""
    wanted = {one.id: routes.get(one.id, one.route) for one in advice}
    goals: list[Goal] = []
    choices: dict[str, Mapping[Route, tuple[Goal, ...]]] = {}
    for one in advice:
        if (route := wanted[one.id]) is not None:
            goals += route_goals(one, route, setting)
            continue
        ways = {route: opening_goals(one, route, setting) for route in Route}
        possible = {route: way for route, way in ways.items() if not _hopeless(way)}
        if possible:
            choices[one.id] = possible
        else:
            fewest: list[Goal] = min([_hopeless(way) for way in ways.values()], key=len)
            goals += fewest
    return Aims(wanted, (*goals, *target_goals(targets, setting)), choices)


def route_goals(
    advice: ApplicationRecommendation, route: Route, setting: Setting
) -> tuple[Goal, ...]:
    """All that the application needs for the route: gates, conditions and required points."""
    return (
        *opening_goals(advice, route, setting),
        *_gate_goals(advice, route, setting, GoalKind.CONDITION),
        *_score_goals(advice, route, setting),
    )


def opening_goals(
    advice: ApplicationRecommendation, route: Route, setting: Setting
) -> tuple[Goal, ...]:
    """What stops the route for the application."""
    return _gate_goals(advice, route, setting, GoalKind.MINIMUM)


def target_goals(targets: Mapping[str, int], setting: Setting) -> tuple[Goal, ...]:
    """The levels that the body wants; what does not apply to it is not asked of it.

    A topic has reached a level when each of its questions has: more in one never makes up for less
    in another.
    """
    questions = setting.questionnaire.by_id
    wanted = (
        Goal(
            GoalKind.TARGET,
            name,
            questions[name].topic if name in questions else name,
            level,
            question=name if name in questions else None,
        )
        for name, level in sorted(targets.items())
        if setting.answers.get(name, UNANSWERED).state not in _DO_NOT_APPLY
    )
    return tuple(goal for goal in wanted if not is_met(goal, setting))


def is_met(goal: Goal, setting: Setting) -> bool:
    """Whether the goal is reached as things stand."""
    if goal.question is not None:
        answer = setting.answers.get(goal.question, UNANSWERED)
        return isinstance(answer.value, int) and answer.value >= goal.level
    return goal.topic is not None and setting.standing.level[goal.topic] >= goal.level


def _hopeless(goals: Sequence[Goal]) -> list[Goal]:
    return [goal for goal in goals if goal.topic is None]


def _gate_goals(
    advice: ApplicationRecommendation, route: Route, setting: Setting, kind: GoalKind
) -> tuple[Goal, ...]:
    level_of = _MISSING[kind]
    return tuple(
        Goal(
            kind,
            gate.gate,
            _liftable_topic(gate, setting.questionnaire),
            level,
            application=advice.id,
            route=route,
            question=gate.question,
            factor=gate.factor,
        )
        for gate in advice.gates[route]
        if (level := level_of(gate)) is not None
    )


def _stopping_level(gate: UnmetGate) -> int | None:
    return gate.minimum if gate.stops else None


def _condition_level(gate: UnmetGate) -> int | None:
    """The target, unless the minimum that is missing already asks as much."""
    return None if gate.stops and gate.target == gate.minimum else gate.target


_MISSING: Mapping[GoalKind, Callable[[UnmetGate], int | None]] = {
    GoalKind.MINIMUM: _stopping_level,
    GoalKind.CONDITION: _condition_level,
}


def _liftable_topic(gate: UnmetGate, questionnaire: Questionnaire) -> str | None:
    """The topic whose measures lift the question; None for factors and what does not apply."""
    question = questionnaire.by_id.get(gate.question or "")
    if gate.actual == "not_applicable" or not isinstance(question, LevelsQuestion):
        return None
    return question.topic


def _score_goals(
    advice: ApplicationRecommendation, route: Route, setting: Setting
) -> tuple[Goal, ...]:
    archetype = setting.model.archetype_by_id.get(advice.archetype or "")
    multipliers = archetype.topic_multipliers if archetype else {}
    goals: list[Goal] = []
    for topic, need in setting.model.requirements[route].items():
        if need.required and need.weight * multipliers.get(topic, 1.0):
            level = setting.standing.level_for_score(topic, need.required)
            place = (GoalKind.SCORE, topic, None if level is None else topic)
            if level != 0:
                goals.append(Goal(*place, level or 0, application=advice.id, route=route))
    return tuple(goals)
