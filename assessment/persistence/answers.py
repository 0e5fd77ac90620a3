"""What is asked of the database about answers and their history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, select, tuple_

from assessment.errors import NotFound
from assessment.persistence.mapping import (
    ANSWER_COLUMNS,
    Fields,
    answer_fields,
    answer_of_fields,
    stored_answers_of,
)
from assessment.persistence.records import (
    AnswerChangeRecord,
    AnswerRecord,
    AssessmentRecord,
    table_of,
)
from assessment.persistence.review.submitted import submitted
from assessment.persistence.stored import AnswerChange, EarlierAnswers, StoredAnswer
from assessment.persistence.upsert import insert_all, insert_or_update
from assessment.questionnaire.answers import UNANSWERED, Answer

_TABLE = table_of(AnswerRecord)
_CHANGE = table_of(AnswerChangeRecord)
_ASSESSMENT = table_of(AssessmentRecord)
_COLUMNS = tuple(_TABLE.c[name] for name in ANSWER_COLUMNS)
_OF_SEVERAL: Select[Any] = (
    select(_TABLE.c.assessment_id, *_COLUMNS)
    .where(_TABLE.c.assessment_id.in_(bindparam("ids", expanding=True)))
    .order_by(_TABLE.c.assessment_id, _TABLE.c.question_id)
)
_OF_ONE: Select[Any] = (
    select(*_COLUMNS)
    .where(_TABLE.c.assessment_id == bindparam("id"))
    .order_by(_TABLE.c.question_id)
)
_OF_TWO: Select[Any] = (
    select(_ASSESSMENT.c.id, _ASSESSMENT.c.questionnaire, _ASSESSMENT.c.date, *_COLUMNS)
    .join_from(_ASSESSMENT, _TABLE)
    .where(_ASSESSMENT.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(_ASSESSMENT.c.id, _TABLE.c.question_id)
)
_HELD: Select[Any] = (
    select(_ASSESSMENT.c.questionnaire, _ASSESSMENT.c.submitted, *_COLUMNS)
    .select_from(_ASSESSMENT)
    .outerjoin(
        _TABLE,
        and_(
            _TABLE.c.assessment_id == _ASSESSMENT.c.id,
            _TABLE.c.question_id.in_(bindparam("questions", expanding=True)),
        ),
    )
    .where(_ASSESSMENT.c.id == bindparam("id"))
)
_HOLD = select(_ASSESSMENT.c.id).where(_ASSESSMENT.c.id == bindparam("id")).with_for_update()
_AS_OF = (
    select(_CHANGE.c.question_id, _CHANGE.c.after)
    .where(_CHANGE.c.assessment_id == bindparam("id"))
    .where(tuple_(_CHANGE.c.question_id, _CHANGE.c.version).in_(bindparam("seen", expanding=True)))
)
_HISTORY = (
    select(_CHANGE)
    .where(_CHANGE.c.assessment_id == bindparam("id"))
    .where(_CHANGE.c.question_id == bindparam("question"))
    .order_by(_CHANGE.c.id.desc())
)


def of_assessment(connection: Connection, id: str) -> dict[str, StoredAnswer]:
    """Every answer of the assessment by question, in order of the question's id."""
    return stored_answers_of(connection.execute(_OF_ONE, {"id": id}))


def with_earlier(
    connection: Connection, id: str, earlier: str | None
) -> tuple[dict[str, StoredAnswer], EarlierAnswers | None]:
    """Every answer of the assessment, and what was said in an earlier one, in one statement."""
    if earlier is None:
        return of_assessment(connection, id), None
    rows = connection.execute(_OF_TWO, {"ids": [id, earlier]})
    of_both = {which: list(found) for which, found in groupby(rows, key=itemgetter(0))}
    said = {which: stored_answers_of(row[3:] for row in found) for which, found in of_both.items()}
    if earlier not in said:
        return said.get(id, {}), None
    then = of_both[earlier][0]
    return said.get(id, {}), EarlierAnswers(then.questionnaire, then.date, said[earlier])


def of_several(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, StoredAnswer]]:
    """Every answer of these assessments, by assessment and question."""
    rows = connection.execute(_OF_SEVERAL, {"ids": list(ids)})
    return {
        id: stored_answers_of(row[1:] for row in of_one)
        for id, of_one in groupby(rows, key=itemgetter(0))
    }


@dataclass(frozen=True)
class Held:
    """Answers that nobody else changes meanwhile, and the questionnaire version they belong to."""

    questionnaire: str
    answers: dict[str, StoredAnswer]


def held_for_change(connection: Connection, id: str, questions: Iterable[str]) -> Held:
    """The answers to these questions, held until the end of the transaction.

    Nobody else changes anything in this assessment meanwhile. NotFound when it is not there,
    Submitted when nothing in it may change.
    """
    # SQLite's writers are alone from the beginning. Elsewhere a statement of its own waits for the
    # others: one that waits and reads at once would still see what was there before they wrote.
    if connection.dialect.name != "sqlite":
        connection.execute(_HOLD, {"id": id})
    rows = connection.execute(_HELD, {"id": id, "questions": list(questions)}).all()
    if not rows:
        raise NotFound(id)
    if rows[0].submitted:
        raise submitted(connection, id)
    answers = stored_answers_of(row[2:] for row in rows if row.question_id is not None)
    return Held(rows[0].questionnaire, answers)


def put_changes(connection: Connection, id: str, changes: Iterable[AnswerChange]) -> None:
    """Make the changes and add them to the history, in two statements."""
    made = list(changes)
    insert_or_update(connection, _TABLE, (_answer_row(id, change) for change in made))
    insert_all(connection, _CHANGE, (_change_row(id, change) for change in made))


def add_answers(
    connection: Connection, id: str, answers: Mapping[str, Answer], *, at: datetime
) -> None:
    """Keep the first answers of a new assessment."""
    changes = (
        AnswerChange(question, UNANSWERED, answer, version=1, at=at, by=answer.respondent)
        for question, answer in answers.items()
    )
    put_changes(connection, id, changes)


def as_of(connection: Connection, id: str, seen: Mapping[str, int]) -> dict[str, Answer]:
    """The answers as they were at these versions, by question; 0 is before the first."""
    found = {question: UNANSWERED for question, version in seen.items() if version == 0}
    if asked := [pair for pair in seen.items() if pair[1]]:
        rows = connection.execute(_AS_OF, {"id": id, "seen": asked})
        found |= {row.question_id: answer_of_fields(row.after) for row in rows}
    return found


def history(connection: Connection, id: str, question: str) -> tuple[AnswerChange, ...]:
    """The changes of one answer, the latest first."""
    rows = connection.execute(_HISTORY, {"id": id, "question": question})
    return tuple(
        AnswerChange(
            question=row.question_id,
            before=answer_of_fields(row.before),
            after=answer_of_fields(row.after),
            version=row.version,
            at=row.at,
            by=row.by,
        )
        for row in rows
    )


def _answer_row(id: str, change: AnswerChange) -> Fields:
    return {
        "assessment_id": id,
        "question_id": change.question,
        **answer_fields(change.after),
        "version": change.version,
        "updated_at": change.at,
    }


def _change_row(id: str, change: AnswerChange) -> Fields:
    return {
        "assessment_id": id,
        "question_id": change.question,
        "version": change.version,
        "at": change.at,
        "by": change.by,
        "before": _said(change.before),
        "after": _said(change.after),
    }


def _said(answer: Answer) -> Fields:
    return {name: value for name, value in answer_fields(answer).items() if value is not None}
