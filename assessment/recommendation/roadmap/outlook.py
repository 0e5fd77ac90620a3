"""How things stand after each quarter of a roadmap."""

from collections.abc import Mapping, Sequence

from assessment.questionnaire.answers import Answer, Assessment, Plan
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.applications import Application, stated_applications
from assessment.recommendation.gates import route_state, unmet_gates
from assessment.recommendation.model import RecommendationModel, Route
from assessment.recommendation.outcome import RouteState
from assessment.recommendation.roadmap.outcome import Outlook, Step
from assessment.recommendation.roadmap.standing import lifted

States = Mapping[str, Mapping[Route, RouteState]]


def outlooks(
    assessment: Assessment,
    answers: Mapping[str, Answer],
    steps: Sequence[Step],
    plan: Plan,
    *,
    questionnaire: Questionnaire,
    model: RecommendationModel,
) -> tuple[Outlook, ...]:
    """The person-days of each quarter of the plan, and the state of every route at its end."""
    applications = stated_applications(assessment, model)
    found: list[Outlook] = []
    known: dict[tuple[tuple[str, int], ...], States] = {}
    for index in range(plan.quarters):
        quarter = quarter_after(plan.start, index)
        reached = _reached(steps, quarter)
        if (key := tuple(reached.items())) not in known:
            then = lifted(questionnaire, answers, reached)
            known[key] = _states(applications, then, model)
        days = sum(step.person_days / step.quarters for step in steps if _runs(step, quarter))
        found.append(Outlook(quarter, days, known[key]))
    return tuple(found)


def quarter_after(quarter: str, count: int) -> str:
    """The quarter so many later: one after 2026-Q4 is 2027-Q1."""
    year, number = quarter.split("-Q")
    years, rest = divmod(int(number) - 1 + count, 4)
    return f"{int(year) + years}-Q{rest + 1}"


def _reached(steps: Sequence[Step], quarter: str) -> dict[str, int]:
    """The level of each topic lifted by what is done at the end of the quarter."""
    reached: dict[str, int] = {}
    for step in steps:
        if _last_quarter(step) <= quarter:
            reached[step.topic] = max(step.to_level, reached.get(step.topic, 0))
    return reached


def _runs(step: Step, quarter: str) -> bool:
    return step.quarter <= quarter <= _last_quarter(step)


def _last_quarter(step: Step) -> str:
    return quarter_after(step.quarter, step.quarters - 1)


def _states(
    applications: Sequence[Application], answers: Mapping[str, Answer], model: RecommendationModel
) -> States:
    return {
        application.id: {
            route: route_state(unmet)
            for route, unmet in unmet_gates(model.gates, application, answers).items()
        }
        for application in applications
    }
