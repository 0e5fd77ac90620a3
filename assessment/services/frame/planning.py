"""The frame of the roadmap, and the levels that the body wants to reach within it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file.parts import checked_planning
from assessment.questionnaire.answers import Plan
from assessment.questionnaire.model import LevelsQuestion, Questionnaire, Text
from assessment.recommendation.roadmap.outlook import quarter_after
from assessment.recommendation.roadmap.planning import default_plan
from assessment.recommendation.roadmap.standing import levels_reached
from assessment.services.answers import effective
from assessment.services.desk import Desk

STARTS = 12


@dataclass(frozen=True)
class TargetField:
    """A topic, or a question of a file, with the level wanted of it, if any is.

    `today` is what every question of the topic has reached; unknown counts as 0.
    """

    id: str
    title: Text
    today: int | None
    level: int | None
    highest: int


@dataclass(frozen=True)
class TargetGroup:
    """The topics of a dimension."""

    id: str
    title: Text
    targets: tuple[TargetField, ...]


@dataclass(frozen=True)
class Planning:
    """What is set: the plan, or the one that is assumed as long as none is stated.

    `questions` are targets for single questions, which only answer files can set.
    """

    head: Head
    questionnaire: Questionnaire
    plan: Plan
    stated: bool
    starts: tuple[str, ...]
    groups: tuple[TargetGroup, ...]
    questions: tuple[TargetField, ...]

    @property
    def targets(self) -> Iterator[TargetField]:
        """Every field for a level."""
        for group in self.groups:
            yield from group.targets
        yield from self.questions


def planning(desk: Desk, id: str) -> Planning:
    """The frame and the targets of an assessment; NotFound."""
    with desk.database.reading() as connection:
        head = stored.head(connection, id)
        plan, targets = stored.planning(connection, id)
        answers = stored_answers.of_assessment(connection, id)
    model = desk.model_under(head)
    questionnaire = model.questionnaire
    today = levels_reached(questionnaire, effective(questionnaire, answers))
    assumed = default_plan(head.date, model.measures)
    return Planning(
        head=head,
        questionnaire=questionnaire,
        plan=plan or assumed,
        stated=plan is not None,
        starts=_starts(assumed, plan),
        groups=_groups(questionnaire, targets, today),
        questions=_questions(questionnaire, targets),
    )


def save_planning(desk: Desk, id: str, *, plan: Plan | None, targets: Mapping[str, int]) -> None:
    """Keep the frame and the targets; Invalid with all that is wrong, NotFound.

    Without a plan, and as long as only the assumed one was confirmed, none is stated.
    """
    model = desk.model_for(id)
    plan, wanted = checked_planning(plan, targets, model.vocabulary)
    with desk.database.transaction() as connection:
        before, _ = stored.planning(connection, id)
        day = stored.head(connection, id).date
        if before is None and plan == default_plan(day, model.measures):
            plan = None
        stored.set_planning(connection, id, plan=plan, targets=wanted, at=datetime.now(UTC))


def _starts(assumed: Plan, plan: Plan | None) -> tuple[str, ...]:
    """The quarters to begin with: from the one before the assumed start on, and the stated one."""
    offered = {quarter_after(assumed.start, count) for count in range(-1, STARTS)}
    return tuple(sorted(offered | ({plan.start} if plan else set())))


def _groups(
    questionnaire: Questionnaire, targets: Mapping[str, int], today: Mapping[str, int]
) -> tuple[TargetGroup, ...]:
    highest = len(questionnaire.bands)
    return tuple(
        TargetGroup(
            dimension.id,
            dimension.title,
            tuple(
                TargetField(topic.id, topic.title, today[topic.id], targets.get(topic.id), highest)
                for topic in dimension.topics
            ),
        )
        for dimension in questionnaire.dimensions
    )


def _questions(questionnaire: Questionnaire, targets: Mapping[str, int]) -> tuple[TargetField, ...]:
    return tuple(
        TargetField(
            question.id, question.text, None, targets[question.id], len(question.levels) - 1
        )
        for question in questionnaire.questions
        if question.id in targets and isinstance(question, LevelsQuestion)
    )
