"""All that was said on one page, what is missing in it, and what hardly goes together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assessment.model import Model
from assessment.persistence import answers as stored_answers
from assessment.persistence import applications as stored_applications
from assessment.persistence import assessments as stored
from assessment.persistence import factors as stored_factors
from assessment.persistence.notes import beside
from assessment.persistence.notes.stored import Noted
from assessment.persistence.review import submissions as stored_submissions
from assessment.persistence.review.submissions import Submission
from assessment.persistence.stored import Head
from assessment.questionnaire.answers import Answer, PlannedApplication, State
from assessment.questionnaire.model import Dimension, Question, Questionnaire, Text, Topic
from assessment.questionnaire.review.contradictions import contradictions
from assessment.recommendation.model import Archetype, Factor
from assessment.services.answers import effective
from assessment.services.desk import Desk

NOTHING = Noted()


@dataclass(frozen=True)
class Said:
    """A question that is asked, with its answer and what stands beside it."""

    question: Question
    topic: Topic
    answer: Answer
    noted: Noted = NOTHING


@dataclass(frozen=True)
class TopicSaid:
    """A topic with its answers."""

    topic: Topic
    said: tuple[Said, ...]


@dataclass(frozen=True)
class DimensionSaid:
    """A dimension with its topics."""

    dimension: Dimension
    topics: tuple[TopicSaid, ...]


@dataclass(frozen=True)
class Contradiction:
    """Two answers that hardly go together, and why."""

    text: Text
    said: tuple[Said, Said]


@dataclass(frozen=True)
class PlannedPart:
    """A planned application; `assumed` and `unknown` are its own factors without a statement.

    For `assumed` ones the usual level of its kind counts; `unknown` ones have no such level.
    """

    application: PlannedApplication
    archetype: Archetype | None
    assumed: tuple[Factor, ...]
    unknown: tuple[Factor, ...]


@dataclass(frozen=True)
class Review:
    """An assessment looked over; `counts` says how many answers stand in each state."""

    head: Head
    questionnaire: Questionnaire
    dimensions: tuple[DimensionSaid, ...]
    counts: Mapping[State, int]
    contradictions: tuple[Contradiction, ...]
    factors_missing: tuple[Factor, ...]
    applications: tuple[PlannedPart, ...]
    plan_stated: bool
    submissions: tuple[Submission, ...]

    @property
    def said(self) -> Iterator[Said]:
        """Every question that is asked, in order."""
        for dimension in self.dimensions:
            for topic in dimension.topics:
                yield from topic.said

    @property
    def asked(self) -> int:
        """How many questions are asked."""
        return sum(self.counts.values())

    def in_state(self, state: str) -> tuple[Said, ...]:
        """The questions whose answers stand there, in order."""
        return tuple(said for said in self.said if said.answer.state == state)


def review(desk: Desk, id: str) -> Review:
    """Everything there is to look over before an assessment is submitted; NotFound."""
    with desk.database.reading() as connection:
        head = stored.head(connection, id)
        model = desk.model_under(head)
        answers = stored_answers.of_assessment(connection, id)
        levels = stored_factors.body_factors(connection, id)
        planned = stored_applications.of_assessment(connection, id)
        plan, _ = stored.planning(connection, id)
        noted = beside.of_questions(connection, id, model.questionnaire.by_id)
        submissions = stored_submissions.submissions(connection, id)
    shown = effective(model.questionnaire, answers)
    dimensions = _by_dimension(model.questionnaire, shown, noted)
    return Review(
        head=head,
        questionnaire=model.questionnaire,
        dimensions=dimensions,
        counts=Counter(answer.state for answer in shown.values() if _is_asked(answer)),
        contradictions=tuple(_contradictions(model.questionnaire, shown)),
        factors_missing=tuple(_not_known(model, levels, of="body")),
        applications=tuple(_part(model, application) for application in planned),
        plan_stated=plan is not None,
        submissions=submissions,
    )


def _by_dimension(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], noted: Mapping[str, Noted]
) -> tuple[DimensionSaid, ...]:
    return tuple(
        DimensionSaid(
            dimension,
            tuple(
                TopicSaid(topic, tuple(_of_topic(questionnaire, topic, answers, noted)))
                for topic in dimension.topics
            ),
        )
        for dimension in questionnaire.dimensions
    )


def _of_topic(
    questionnaire: Questionnaire,
    topic: Topic,
    answers: Mapping[str, Answer],
    noted: Mapping[str, Noted],
) -> Iterator[Said]:
    for question in questionnaire.by_topic[topic.id]:
        if _is_asked(answers[question.id]):
            beside_it = noted.get(question.id, NOTHING)
            yield Said(question, topic, answers[question.id], beside_it)


def _is_asked(answer: Answer) -> bool:
    return answer.state is not State.NOT_ASKED


def _contradictions(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> Iterator[Contradiction]:
    def said(id: str) -> Said:
        question = questionnaire.by_id[id]
        return Said(question, questionnaire.topic_by_id[question.topic], answers[id])

    for rule in contradictions(questionnaire, answers):
        yield Contradiction(rule.text, (said(rule.if_.question), said(rule.and_.question)))


def _part(model: Model, application: PlannedApplication) -> PlannedPart:
    archetype = model.recommendation.archetype_by_id.get(application.archetype or "")
    silent = tuple(_not_known(model, application.factors, of="application"))
    usual = archetype.default_factors if archetype else {}
    return PlannedPart(
        application=application,
        archetype=archetype,
        assumed=tuple(factor for factor in silent if factor.id in usual),
        unknown=tuple(factor for factor in silent if factor.id not in usual),
    )


def _not_known(model: Model, levels: Mapping[str, int | None], *, of: str) -> Iterable[Factor]:
    """The factors that nobody has given a level for; "don't know" is none."""
    for factor in model.recommendation.factors:
        if factor.of == of and levels.get(factor.id) is None:
            yield factor
