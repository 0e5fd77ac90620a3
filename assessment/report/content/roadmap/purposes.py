"""What measures are for, and what keeps goals from being reached, in words."""

from collections.abc import Iterable, Iterator, Mapping

from assessment.model import Model
from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.outcome import Goal, GoalKind, Obstacle, Roadmap
from assessment.report.content.figures import days
from assessment.report.content.roadmap.view import Purpose
from assessment.wording import name

_ORDER = tuple(GoalKind)


def purposes_of(
    goals: Iterable[Goal], titles: Mapping[str, str], model: Model, language: str
) -> tuple[Purpose, ...]:
    """Goals as one line for each gate, topic or target; the most urgent first."""
    lines: dict[tuple[GoalKind, str], list[Goal]] = {}
    for goal in sorted(goals, key=lambda goal: _ORDER.index(goal.kind)):
        lines.setdefault((goal.kind, goal.id), []).append(goal)
    return tuple(
        Purpose(
            kind=kind,
            kind_name=name("goal_kind", kind, language),
            subject=_subject(same[0], model, language),
            level=max(goal.level for goal in same),
            applications=tuple(
                dict.fromkeys(titles[goal.application] for goal in same if goal.application)
            ),
        )
        for (kind, _), same in lines.items()
    )


def obstacles_of(
    roadmap: Roadmap, titles: Mapping[str, str], model: Model, language: str
) -> Iterator[str]:
    """Why the plan does not reach every goal, a sentence each."""
    hopeless = [one.goal for one in roadmap.because if one.goal]
    for purpose in purposes_of(hopeless, titles, model, language):
        for_whom = f" ({', '.join(purpose.applications)})" if purpose.applications else ""
        values = {"subject": purpose.subject + for_whom}
        yield name("obstacle", "no_measure", language) % values
    for one in roadmap.because:
        if one.goal is None:
            yield name("obstacle", one.code, language) % _values(one, model, language)


def plan_in_words(plan: Plan, language: str) -> str:
    """A plan that would do, as a sentence."""
    values = {
        "quarters": plan.quarters,
        "days": days(plan.person_days_per_quarter, language),
    }
    return name("obstacle", "would_do", language) % values


def _values(one: Obstacle, model: Model, language: str) -> Mapping[str, str]:
    measure = model.measures.by_id.get(one.measure or "")
    return {
        "needed": days(one.needed or 0, language),
        "given": days(one.given or 0, language),
        "measure": measure.title[language] if measure else "",
    }


def _subject(goal: Goal, model: Model, language: str) -> str:
    gate = model.recommendation.gate_by_id.get(goal.id)
    if gate is not None and goal.kind in (GoalKind.MINIMUM, GoalKind.CONDITION):
        return gate.name[language]
    question = model.questionnaire.by_id.get(goal.id)
    if question is not None:
        return str(question.text[language])
    return model.questionnaire.topic_by_id[goal.id].title[language]
