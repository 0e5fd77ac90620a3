"""Answering: a topic's page, and saving so that nothing anybody wrote is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.errors import Conflict, NotFound
from assessment.persistence import answers as stored
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.stored import NEVER_SAVED, Head
from assessment.persistence.stored import AnswerChange as AnswerChange
from assessment.persistence.stored import StoredAnswer as StoredAnswer
from assessment.questionnaire.answer_file.parts import checked_answers
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Dimension, Question, Questionnaire, Topic
from assessment.questionnaire.path import effective_answers
from assessment.questionnaire.progress import Progress, progress
from assessment.services.desk import Desk


@dataclass(frozen=True)
class AskedQuestion:
    """A question with its stored answer; `asked` is False while a rule hides it."""

    question: Question
    stored: StoredAnswer
    asked: bool


@dataclass(frozen=True)
class TopicPage:
    """What a topic's page shows; `saved_at` is the last change of an answer on it."""

    head: Head
    dimension: Dimension
    topic: Topic
    questions: tuple[AskedQuestion, ...]
    progress: Progress
    overall: Progress
    previous: Topic | None
    next: Topic | None
    saved_at: datetime | None


@dataclass(frozen=True)
class Change:
    """An answer to be kept. `version` is the one the person saw, 0 for none; None overwrites."""

    question: str
    answer: Answer
    version: int | None = None


@dataclass(frozen=True)
class Saved:
    """An answer that is kept; `changed` is False when it was the same already."""

    question: str
    version: int
    saved_at: datetime
    changed: bool


@dataclass(frozen=True)
class Stale:
    """An answer that somebody else changed meanwhile; both are here."""

    question: str
    yours: Answer
    theirs: StoredAnswer


class StaleAnswers(Conflict):
    """Some answers were changed elsewhere since they were read; all others have been saved."""

    def __init__(self, stale: tuple[Stale, ...], saved: tuple[Saved, ...]) -> None:
        self.stale = stale
        self.saved = saved
        super().__init__(", ".join(item.question for item in stale))


def topic_page(desk: Desk, id: str, topic_id: str) -> TopicPage:
    """The topic's questions with the answers so far; NotFound for either id."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        answers = stored.of_assessment(connection, id)
    # What is sent from this page is read under the same version, without asking for it again.
    questionnaire = desk.model_of(desk.references.of(id, lambda: head.questionnaire)).questionnaire
    topics = [topic.id for topic in questionnaire.topics]
    if topic_id not in topics:
        raise NotFound(topic_id)
    position = topics.index(topic_id)
    shown = effective(questionnaire, answers)
    questions = questionnaire.by_topic[topic_id]
    times = [answers[item.id].saved_at for item in questions if item.id in answers]
    return TopicPage(
        head=head,
        dimension=_dimension(questionnaire, topic_id),
        topic=questionnaire.topics[position],
        questions=tuple(_asked(item, shown, answers) for item in questions),
        progress=progress(shown[item.id] for item in questions),
        overall=progress(shown.values()),
        previous=questionnaire.topics[position - 1] if position else None,
        next=questionnaire.topics[position + 1] if position + 1 < len(topics) else None,
        saved_at=max((time for time in times if time), default=None),
    )


def save_answers(
    desk: Desk, id: str, changes: Sequence[Change], *, by: str | None = None
) -> tuple[Saved, ...]:
    """Keep these answers and their history.

    Raises Invalid, and keeps nothing, when one breaks the rules of answer files. Raises
    StaleAnswers after keeping the others when some were changed elsewhere meanwhile. Sending the
    same again changes nothing. NotFound when the assessment is gone, Submitted while it is frozen.
    """
    said = {change.question: change.answer for change in changes}
    seen = {change.question: change.version for change in changes}
    now = datetime.now(UTC)
    with desk.database.transaction() as connection:
        held = stored.held_for_change(connection, id, said)
        current = held.answers
        wanted = checked_answers(said, desk.model_of(held.questionnaire).vocabulary)
        stale = tuple(_stale(wanted, seen, current))
        lost = {item.question for item in stale}
        kept = {question: answer for question, answer in wanted.items() if question not in lost}
        made = list(_changes(kept, current, by=by, at=now))
        stored.put_changes(connection, id, made)
    saved = _saved(kept, current, {change.question: change for change in made}, now)
    if stale:
        raise StaleAnswers(stale, saved)
    return saved


def save_answer(desk: Desk, id: str, change: Change, *, by: str | None = None) -> Saved:
    """Keep one answer and its history; raises as `save_answers` does."""
    return save_answers(desk, id, [change], by=by)[0]


def history(desk: Desk, id: str, question_id: str) -> tuple[AnswerChange, ...]:
    """Who changed the answer when, from what to what; the latest first. NotFound for either id."""
    if question_id not in desk.model_for(id).questionnaire.by_id:
        raise NotFound(question_id)
    with desk.database.reading() as connection:
        stored_assessments.head(connection, id)
        return stored.history(connection, id, question_id)


def effective(
    questionnaire: Questionnaire, answers: Mapping[str, StoredAnswer]
) -> dict[str, Answer]:
    """Every question's answer as it counts: hidden ones are not asked, missing ones unanswered."""
    said = {question: item.answer for question, item in answers.items()}
    return effective_answers(questionnaire, said)


def _dimension(questionnaire: Questionnaire, topic_id: str) -> Dimension:
    return next(
        dimension
        for dimension in questionnaire.dimensions
        if any(topic.id == topic_id for topic in dimension.topics)
    )


def _asked(
    question: Question, shown: Mapping[str, Answer], answers: Mapping[str, StoredAnswer]
) -> AskedQuestion:
    return AskedQuestion(
        question=question,
        stored=answers.get(question.id, NEVER_SAVED),
        asked=shown[question.id].state is not State.NOT_ASKED,
    )


def _stale(
    wanted: Mapping[str, Answer],
    seen: Mapping[str, int | None],
    current: Mapping[str, StoredAnswer],
) -> Iterable[Stale]:
    for question, answer in wanted.items():
        theirs = current.get(question, NEVER_SAVED)
        if seen[question] not in (None, theirs.version) and theirs.answer != answer:
            yield Stale(question, yours=answer, theirs=theirs)


def _changes(
    kept: Mapping[str, Answer],
    current: Mapping[str, StoredAnswer],
    *,
    by: str | None,
    at: datetime,
) -> Iterable[AnswerChange]:
    for question, answer in kept.items():
        before = current.get(question, NEVER_SAVED)
        if before.answer != answer:
            who = by or answer.respondent
            yield AnswerChange(question, before.answer, answer, before.version + 1, at, who)


def _saved(
    kept: Mapping[str, Answer],
    current: Mapping[str, StoredAnswer],
    made: Mapping[str, AnswerChange],
    now: datetime,
) -> tuple[Saved, ...]:
    return tuple(
        Saved(question, made[question].version, now, changed=True)
        if question in made
        else _unchanged(question, current.get(question, NEVER_SAVED), now)
        for question in kept
    )


def _unchanged(question: str, stored_answer: StoredAnswer, now: datetime) -> Saved:
    return Saved(question, stored_answer.version, stored_answer.saved_at or now, changed=False)
