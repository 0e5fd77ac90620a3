"""Everything there is to one question: its answer, how it came about, and what stands beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.errors import Conflict, NotFound
from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.notes import attachments, opinions
from assessment.persistence.notes.stored import Attachment, Opinion
from assessment.persistence.stored import NEVER_SAVED, AnswerChange, Head, StoredAnswer
from assessment.questionnaire.model import Dimension, Question, Questionnaire, Topic
from assessment.services.answers import Change, Saved, save_answer
from assessment.services.desk import Desk
from assessment.services.notes.merging import PARTS
from assessment.services.series.earlier import EarlierAnswer, earlier_answers


@dataclass(frozen=True)
class Turn:
    """A change of the answer; `parts` are those that changed, `again` may be taken again."""

    change: AnswerChange
    parts: tuple[str, ...]
    again: bool


@dataclass(frozen=True)
class QuestionPage:
    """What the page of a question shows; `turns` are the changes, the latest first."""

    head: Head
    dimension: Dimension
    topic: Topic
    question: Question
    stored: StoredAnswer
    earlier: EarlierAnswer | None
    turns: tuple[Turn, ...]
    attachments: tuple[Attachment, ...]
    opinions: tuple[Opinion, ...]


class ChangedMeanwhile(Conflict):
    """The answer is no longer the one that the person saw on the page of its history."""


def question_page(desk: Desk, id: str, question_id: str) -> QuestionPage:
    """Everything there is to a question; NotFound for either id."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        model = desk.model_under(head)
        questionnaire = model.questionnaire
        question = questionnaire.by_id.get(question_id)
        if question is None:
            raise NotFound(question_id)
        answers, before = stored_answers.with_earlier(connection, id, head.follows)
        changes = stored_answers.history(connection, id, question_id)
        files = attachments.of_question(connection, id, question_id)
        said = opinions.of_question(connection, id, question_id)
    now = answers.get(question_id, NEVER_SAVED)
    return QuestionPage(
        head=head,
        dimension=_dimension(questionnaire, question.topic),
        topic=questionnaire.topic_by_id[question.topic],
        question=question,
        stored=now,
        earlier=earlier_answers(model.series, before, [question]).get(question_id),
        turns=tuple(_turns(changes, now)),
        attachments=files,
        opinions=said,
    )


def restore(desk: Desk, id: str, question_id: str, *, version: int, seen: int) -> Saved:
    """Give the answer of an earlier version again, as a change of its own.

    `seen` is the version that stood there when this was asked for: raises ChangedMeanwhile, and
    changes nothing, when there is a newer one. NotFound, Submitted.
    """
    with desk.database.reading() as connection:
        then = stored_answers.as_of(connection, id, {question_id: version}).get(question_id)
        now = stored_answers.of_assessment(connection, id).get(question_id, NEVER_SAVED)
    if then is None:
        raise NotFound(question_id)
    if now.version != seen and now.answer != then:
        raise ChangedMeanwhile(question_id)
    return save_answer(desk, id, Change(question_id, then, seen))


def _turns(changes: Iterable[AnswerChange], now: StoredAnswer) -> Iterable[Turn]:
    for change in changes:
        parts = tuple(
            part
            for part, names in PARTS.items()
            if any(getattr(change.before, name) != getattr(change.after, name) for name in names)
        )
        yield Turn(change, parts, again=change.after != now.answer)


def _dimension(questionnaire: Questionnaire, topic_id: str) -> Dimension:
    return next(
        dimension
        for dimension in questionnaire.dimensions
        if any(topic.id == topic_id for topic in dimension.topics)
    )
