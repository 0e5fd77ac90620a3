"""The roadmap of an assessment: goals, the measures for them, their quarters, and what comes of it.

Time-indexed scheduling under limited resources as a mixed-integer programme (Pritsker, Watters and
Wolfe 1969). First the effort is made as small as the goals allow, then, at that effort, what opens
a route comes as early as it goes, then conditions before go-live, then the rest.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.questionnaire.answers import Answer, Assessment, Plan
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.measures.model import Measures
from assessment.recommendation.model import RecommendationModel, Route
from assessment.recommendation.outcome import ApplicationRecommendation
from assessment.recommendation.roadmap.drafting import Drafting
from assessment.recommendation.roadmap.goals import Aims, Setting, aims
from assessment.recommendation.roadmap.obstacles import obstacles, plans_that_would_do
from assessment.recommendation.roadmap.outcome import Goal, Obstacle, Roadmap, Step
from assessment.recommendation.roadmap.outlook import outlooks, quarter_after
from assessment.recommendation.roadmap.placing import place
from assessment.recommendation.roadmap.standing import counted_as_zero, standing


def plan_roadmap(
    assessment: Assessment,
    answers: Mapping[str, Answer],
    advice: Sequence[ApplicationRecommendation],
    *,
    questionnaire: Questionnaire,
    model: RecommendationModel,
    measures: Measures,
    routes: Mapping[str, Route] | None = None,
) -> Roadmap:
    """The measures that lead each application to its route, and the body to its targets.

    `answers` are the effective ones, `advice` the recommendation for the stated applications, and
    `routes` the routes chosen in place of the advised ones, by application.
    """
    plan = assessment.plan or default_plan(assessment.date, measures)
    setting = Setting(questionnaire, model, standing(questionnaire, answers), answers)
    priorities = {one.id: one.priority for one in advice}
    drafting = Drafting(setting.standing, measures, plan, priorities)
    wanted = aims(advice, setting, routes=routes or {}, targets=assessment.targets)
    decided = drafting.decided(wanted)
    steps, missed = _steps(drafting, decided)
    because, would_do = _explained(drafting, decided, missed)
    return Roadmap(
        plan=plan,
        plan_stated=assessment.plan is not None,
        routes=decided.routes,
        targets=assessment.targets,
        feasible=not missed,
        because=because,
        would_do=would_do,
        goals=decided.goals,
        missed=missed,
        steps=steps,
        outlook=outlooks(
            assessment, answers, steps, plan, questionnaire=questionnaire, model=model
        ),
        counted_as_zero=counted_as_zero(questionnaire, answers),
    )


def default_plan(day: date, measures: Measures) -> Plan:
    """The plan for a body that states none, from the quarter after this day."""
    current = f"{day.year}-Q{(day.month + 2) // 3}"
    given = measures.default_plan
    return Plan(quarter_after(current, 1), given.quarters, given.person_days_per_quarter)


def _steps(drafting: Drafting, decided: Aims) -> tuple[tuple[Step, ...], tuple[Goal, ...]]:
    """The steps that reach every goal or else as many as fit, and the goals they miss."""
    goals = tuple(goal for goal in decided.goals if goal.topic is not None)
    start = place(drafting.tasks(goals), drafting.plan)
    if start is None:
        goals = drafting.what_fits(goals)
        start = place(drafting.tasks(goals), drafting.plan) or {}
    reached = set(goals)
    missed = tuple(goal for goal in decided.goals if goal not in reached)
    return drafting.steps(goals, start), missed


def _explained(
    drafting: Drafting, decided: Aims, missed: Sequence[Goal]
) -> tuple[tuple[Obstacle, ...], tuple[Plan, ...]]:
    """Why goals are missed, and the plans that would hold all that measures can reach."""
    hopeless = tuple(Obstacle("no_measure", goal=goal) for goal in missed if goal.topic is None)
    if len(hopeless) == len(missed):
        return hopeless, ()
    tasks, plan = drafting.unhurried(decided.goals), drafting.plan
    return (*hopeless, *obstacles(tasks, plan)), plans_that_would_do(tasks, plan)
