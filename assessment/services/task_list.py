"""What has been done in an assessment, what is open, and who in the house can answer it."""

from dataclasses import dataclass

from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Dimension, Question, Questionnaire, Role, Topic
from assessment.questionnaire.progress import (
    Progress,
    TopicState,
    minutes_for,
    progress,
    progress_by_topic,
)
from assessment.services.answers import effective
from assessment.services.desk import Desk


@dataclass(frozen=True)
class TopicTask:
    """A topic with how far it has got."""

    topic: Topic
    dimension: Dimension
    progress: Progress

    @property
    def state(self) -> TopicState:
        return self.progress.state


@dataclass(frozen=True)
class TaskList:
    """Everything there is to do; `unanswered` are the questions that nothing was said about."""

    head: Head
    questionnaire: Questionnaire
    topics: tuple[TopicTask, ...]
    progress: Progress
    unanswered: tuple[Question, ...]
    applications: int
    body_factors_given: int
    body_factors: int

    @property
    def next_question(self) -> Question | None:
        """The first question that nothing was said about."""
        return self.unanswered[0] if self.unanswered else None

    def minutes_left(self, language: str, topic: str | None = None) -> float:
        """The minutes that the unanswered questions take, those of one topic or all."""
        questions = (q for q in self.unanswered if topic in (None, q.topic))
        return minutes_for(self.questionnaire, questions, language)


@dataclass(frozen=True)
class MeetingQuestion:
    """A question with what has been said so far."""

    question: Question
    topic: Topic
    answer: Answer


@dataclass(frozen=True)
class RoleQuestions:
    """The questions that one role can answer."""

    role: Role
    questions: tuple[MeetingQuestion, ...]


@dataclass(frozen=True)
class OpenQuestion:
    """A question that still widens the range of the result: unanswered or unknown."""

    question: Question
    topic: Topic
    state: State


def task_list(desk: Desk, id: str) -> TaskList:
    """Topics with their progress, the next open question, applications and factors; NotFound."""
    with desk.database.reading() as connection:
        head = stored.head(connection, id)
        answers = stored_answers.of_assessment(connection, id)
        counts = stored.counts(connection, id)
    model = desk.model_under(head)
    questionnaire = model.questionnaire
    shown = effective(questionnaire, answers)
    by_topic = progress_by_topic(questionnaire, shown)
    return TaskList(
        head=head,
        questionnaire=questionnaire,
        topics=tuple(
            TopicTask(topic, dimension, by_topic[topic.id])
            for dimension in questionnaire.dimensions
            for topic in dimension.topics
        ),
        progress=progress(shown.values()),
        unanswered=tuple(
            q for q in questionnaire.questions if shown[q.id].state is State.UNANSWERED
        ),
        applications=counts.applications,
        body_factors_given=counts.body_factors,
        body_factors=sum(factor.of == "body" for factor in model.recommendation.factors),
    )


def open_questions(desk: Desk, id: str) -> tuple[OpenQuestion, ...]:
    """The asked questions that are unanswered or unknown, in order; NotFound."""
    with desk.database.reading() as connection:
        head = stored.head(connection, id)
        answers = stored_answers.of_assessment(connection, id)
    questionnaire = desk.model_under(head).questionnaire
    shown = effective(questionnaire, answers)
    return tuple(
        OpenQuestion(question, topic, shown[question.id].state)
        for question, topic in _with_topics(questionnaire)
        if shown[question.id].state in (State.UNANSWERED, State.UNKNOWN)
    )


def questions_by_role(desk: Desk, id: str) -> tuple[RoleQuestions, ...]:
    """The asked questions under each role that can answer them, for the meeting; NotFound."""
    with desk.database.reading() as connection:
        head = stored.head(connection, id)
        answers = stored_answers.of_assessment(connection, id)
    questionnaire = desk.model_under(head).questionnaire
    shown = effective(questionnaire, answers)
    asked = [
        MeetingQuestion(question, topic, shown[question.id])
        for question, topic in _with_topics(questionnaire)
        if shown[question.id].state is not State.NOT_ASKED
    ]
    return tuple(
        RoleQuestions(role, tuple(item for item in asked if role.id in item.question.answerable_by))
        for role in questionnaire.roles
    )


def _with_topics(questionnaire: Questionnaire) -> list[tuple[Question, Topic]]:
    topics = {topic.id: topic for topic in questionnaire.topics}
    return [(question, topics[question.topic]) for question in questionnaire.questions]
