"""Answering: a topic's page, and saving so that nothing anybody wrote is lost."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from assessment.errors import Conflict, NotFound
from assessment.persistence import answers as stored
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.notes import beside
from assessment.persistence.notes.stored import Noted as Noted
from assessment.persistence.stored import NEVER_SAVED, Head
from assessment.persistence.stored import AnswerChange as AnswerChange
from assessment.persistence.stored import StoredAnswer as StoredAnswer
from assessment.questionnaire.answer_file.parts import checked_answers
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Dimension, Question, Questionnaire, Topic
from assessment.questionnaire.path import effective_answers
from assessment.questionnaire.progress import Progress, progress
from assessment.services.desk import Desk
from assessment.services.notes.live_score import LiveScore, live_score
from assessment.services.notes.merging import PARTS, Merge, merged
from assessment.services.series.earlier import EarlierAnswer, earlier_answers

NOTHING_NOTED = Noted()


@dataclass(frozen=True)
class AskedQuestion:
    """A question with its stored answer; `asked` is False while a rule hides it.

    `earlier` is what was said in the assessment before, `noted` what stands beside the answer.
    """

    question: Question
    stored: StoredAnswer
    asked: bool
    earlier: EarlierAnswer | None = None
    noted: Noted = NOTHING_NOTED


@dataclass(frozen=True)
class TopicPage:
    """What a topic's page shows; `saved_at` is the last change of an answer on it.

    `score` is there only where the body wants to see it while it answers.
    """

    head: Head
    dimension: Dimension
    topic: Topic
    questions: tuple[AskedQuestion, ...]
    progress: Progress
    overall: Progress
    previous: Topic | None
    next: Topic | None
    saved_at: datetime | None
    score: LiveScore | None = None

    @property
    def frame(self) -> Hashable:
        """All that tells the page around the questions from others of the topic."""
        figures = self.score and self.score.figures
        return self.head, self.progress, self.overall, self.saved_at, figures


@dataclass(frozen=True)
class Change:
    """An answer to be kept. `version` is the one the person saw, 0 for none; None overwrites.

    One that gives way leaves a part alone that somebody else changed since.
    """

    question: str
    answer: Answer
    version: int | None = None
    gives_way: bool = False


@dataclass(frozen=True)
class Saved:
    """An answer that is kept; `changed` is False when it was the same already.

    It may say more than was sent: what somebody else wrote into another part meanwhile.
    """

    question: str
    answer: Answer
    version: int
    saved_at: datetime
    changed: bool


@dataclass(frozen=True)
class Stale:
    """An answer of which somebody else changed the same part meanwhile; both are here.

    `yours` has taken over what only they changed; `clashes` are the parts to decide on.
    """

    question: str
    yours: Answer
    theirs: StoredAnswer
    clashes: tuple[str, ...]


class StaleAnswers(Conflict):
    """Some answers were changed elsewhere since they were read; all others have been saved."""

    def __init__(self, stale: tuple[Stale, ...], saved: tuple[Saved, ...]) -> None:
        self.stale = stale
        self.saved = saved
        super().__init__(", ".join(item.question for item in stale))


def topic_page(desk: Desk, id: str, topic_id: str) -> TopicPage:
    """The topic's questions with the answers so far; NotFound for either id."""
    with desk.database.reading() as connection:
        head, is_noted = stored_assessments.head_and_noted(connection, id)
        # What is sent from this page is read under the same version, without asking for it again.
        desk.references.of(id, lambda: head.questionnaire)
        model = desk.model_under(head)
        questionnaire = model.questionnaire
        questions = questionnaire.by_topic.get(topic_id)
        if questions is None:
            raise NotFound(topic_id)
        answers, before = stored.with_earlier(connection, id, head.follows)
        asked = [question.id for question in questions]
        noted = beside.of_questions(connection, id, asked) if is_noted else {}
    topics = [topic.id for topic in questionnaire.topics]
    position = topics.index(topic_id)
    shown = effective(questionnaire, answers)
    earlier = earlier_answers(model.series, before, questions)
    times = [answers[item.id].saved_at for item in questions if item.id in answers]
    return TopicPage(
        head=head,
        dimension=_dimension(questionnaire, topic_id),
        topic=questionnaire.topics[position],
        questions=tuple(
            AskedQuestion(
                question=item,
                stored=answers.get(item.id, NEVER_SAVED),
                asked=shown[item.id].state is not State.NOT_ASKED,
                earlier=earlier.get(item.id),
                noted=noted.get(item.id, NOTHING_NOTED),
            )
            for item in questions
        ),
        progress=progress(shown[item.id] for item in questions),
        overall=progress(shown.values()),
        previous=questionnaire.topics[position - 1] if position else None,
        next=questionnaire.topics[position + 1] if position + 1 < len(topics) else None,
        saved_at=max((time for time in times if time), default=None),
        score=live_score(questionnaire, shown, topic_id) if head.live_score else None,
    )


def save_answers(
    desk: Desk, id: str, changes: Sequence[Change], *, by: str | None = None
) -> tuple[Saved, ...]:
    """Keep these answers and their history.

    Where somebody else changed another part of an answer meanwhile, both changes are kept. Raises
    StaleAnswers after keeping the others when the same part was changed. Raises Invalid, and keeps
    nothing, when an answer breaks the rules of answer files. Sending the same again changes
    nothing. NotFound when the assessment is gone, Submitted while it is frozen.
    """
    said = {change.question: change.answer for change in changes}
    now = datetime.now(UTC)
    with desk.database.transaction() as connection:
        held = stored.held_for_change(connection, id, said)
        current = held.answers
        wanted = checked_answers(said, desk.model_of(held.questionnaire).vocabulary)
        as_of = partial(stored.as_of, connection, id)
        both = dict(_brought_together(wanted, {c.question: c for c in changes}, current, as_of))
        stale = tuple(item for item in both.values() if isinstance(item, Stale))
        kept = {which: item for which, item in both.items() if not isinstance(item, Stale)}
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


def _brought_together(
    wanted: Mapping[str, Answer],
    changes: Mapping[str, Change],
    current: Mapping[str, StoredAnswer],
    as_of: Callable[[Mapping[str, int]], Mapping[str, Answer]],
) -> Iterable[tuple[str, Answer | Stale]]:
    """What to keep for each question: my answer, with what only others changed since I saw it."""
    behind = {
        question: change.version
        for question, change in changes.items()
        if change.version is not None
        and _is_behind(change.version, wanted[question], current.get(question))
    }
    bases = as_of(behind) if behind else {}
    for question, mine in wanted.items():
        theirs = current.get(question, NEVER_SAVED)
        # Of a version that never was nothing is known: then every part is asked about.
        base = bases.get(question)
        if question not in behind:
            yield question, mine
        elif changes[question].gives_way:
            yield question, merged(base, theirs.answer, mine).answer if base else theirs.answer
        else:
            both = merged(base, mine, theirs.answer) if base else Merge(mine, tuple(PARTS))
            stale = Stale(question, both.answer, theirs, both.clashes)
            yield question, stale if both.clashes else both.answer


def _is_behind(version: int, mine: Answer, theirs: StoredAnswer | None) -> bool:
    theirs = theirs or NEVER_SAVED
    return version != theirs.version and theirs.answer != mine


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
        Saved(question, made[question].after, made[question].version, now, changed=True)
        if question in made
        else _unchanged(question, current.get(question, NEVER_SAVED), now)
        for question in kept
    )


def _unchanged(question: str, stored_answer: StoredAnswer, now: datetime) -> Saved:
    at = stored_answer.saved_at or now
    return Saved(question, stored_answer.answer, stored_answer.version, at, changed=False)
