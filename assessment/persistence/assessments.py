"""What is asked of the database about assessments as a whole."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, bindparam, exists, func, or_, select

from assessment.errors import NotFound
from assessment.persistence import answers, applications, factors
from assessment.persistence.mapping import head_of, municipality_fields, municipality_of, plan_of
from assessment.persistence.records import (
    AnswerRecord,
    ApplicationRecord,
    AssessmentRecord,
    AttachmentRecord,
    BodyFactorRecord,
    OpinionRecord,
    Record,
    SubmissionRecord,
    table_of,
)
from assessment.persistence.review.submitted import submitted
from assessment.persistence.stored import Counts, Head, StoredAnswer
from assessment.persistence.upsert import insert_new
from assessment.questionnaire.answers import UNANSWERED, Assessment, Plan


def _count(record: type[Record]) -> ScalarSelect[int]:
    table = table_of(record)
    of_assessment = table.c.assessment_id == bindparam("id")
    return select(func.count()).select_from(table).where(of_assessment).scalar_subquery()


_TABLE = table_of(AssessmentRecord)
_ANSWER = table_of(AnswerRecord)
_SUBMISSION = table_of(SubmissionRecord)
_ANSWERED_AT = (
    select(func.max(_ANSWER.c.updated_at))
    .where(_ANSWER.c.assessment_id == _TABLE.c.id)
    .scalar_subquery()
    .label("answered_at")
)
_SUBMITTED_AT = (
    select(func.max(_SUBMISSION.c.submitted_at))
    .where(_SUBMISSION.c.assessment_id == _TABLE.c.id)
    .scalar_subquery()
    .label("submitted_at")
)
_MODEL_KEY = (
    select(_SUBMISSION.c.model_key)
    .where(_SUBMISSION.c.assessment_id == _TABLE.c.id, _SUBMISSION.c.revision == _TABLE.c.revision)
    .scalar_subquery()
    .label("model_key")
)
_HEADS: Select[Any] = select(_TABLE, _ANSWERED_AT, _SUBMITTED_AT, _MODEL_KEY)
_HEAD = _HEADS.where(_TABLE.c.id == bindparam("id"))
_HEAD_AND_NOTED = _HEAD.add_columns(
    or_(
        *(
            exists().where(table_of(record).c.assessment_id == _TABLE.c.id)
            for record in (AttachmentRecord, OpinionRecord)
        )
    ).label("noted")
)
_BY_TOKEN = select(_TABLE.c.id).where(_TABLE.c.token == bindparam("token"))
_COUNTS = select(
    _count(ApplicationRecord).label("applications"), _count(BodyFactorRecord).label("body_factors")
)
_TOUCH = _TABLE.update().where(_TABLE.c.id == bindparam("key"), ~_TABLE.c.submitted)


def add_assessment(
    connection: Connection,
    assessment: Assessment,
    *,
    id: str,
    token: str | None,
    example: bool,
    at: datetime,
    client: str | None = None,
) -> str:
    """Keep a new assessment with all it holds; its id, or that of the one with the same token."""
    head = {
        "id": id,
        "questionnaire": assessment.questionnaire,
        "municipality": municipality_fields(assessment.municipality),
        "date": assessment.date,
        "note": assessment.note,
        "plan": asdict(assessment.plan) if assessment.plan else None,
        "targets": dict(assessment.targets),
        "example": example,
        "token": token,
        "client_id": client,
        "created_at": at,
        "updated_at": at,
    }
    if not insert_new(connection, _TABLE, head):
        return str(connection.execute(_BY_TOKEN, {"token": token}).scalar_one())
    answers.add_answers(connection, id, assessment.answers, at=at)
    factors.set_body_factors(connection, id, levels=assessment.factors)
    applications.add_applications(connection, id, assessment.applications)
    return id


def head(connection: Connection, id: str) -> Head:
    """The assessment without its answers; NotFound when there is none, or no longer."""
    return head_of(_row(connection, id))


def head_and_noted(connection: Connection, id: str) -> tuple[Head, bool]:
    """The head, and whether anything is noted beside an answer; NotFound."""
    row = connection.execute(_HEAD_AND_NOTED, {"id": id}).first()
    if row is None:
        raise NotFound(id)
    return head_of(row), bool(row.noted)


def heads(connection: Connection) -> tuple[Head, ...]:
    """All assessments: examples last, the newest change first."""
    found = [head_of(row) for row in connection.execute(_HEADS)]
    found.sort(key=lambda head: head.id)
    found.sort(key=lambda head: head.updated_at, reverse=True)
    return tuple(sorted(found, key=lambda head: head.example))


def is_empty(connection: Connection) -> bool:
    """Whether no assessment is kept."""
    return connection.execute(select(_TABLE.c.id).limit(1)).first() is None


def load(connection: Connection, id: str) -> Assessment:
    """The whole assessment as an answer file would hold it; NotFound when there is none."""
    return _whole(connection, _row(connection, id))


def head_and_draft(connection: Connection, id: str) -> tuple[Head, Assessment | None]:
    """The head, and the whole assessment unless it is submitted; NotFound when there is none."""
    row = _row(connection, id)
    return head_of(row), None if row.submitted else _whole(connection, row)


def _whole(connection: Connection, row: Row[Any]) -> Assessment:
    id = row.id
    stored = answers.of_assessment(connection, id)
    return Assessment(
        questionnaire=row.questionnaire,
        municipality=municipality_of(row.municipality),
        date=row.date,
        answers={question: item.answer for question, item in stored.items() if _says(item)},
        factors=factors.body_factors(connection, id),
        applications=applications.of_assessment(connection, id),
        plan=plan_of(row.plan),
        targets=row.targets,
        note=row.note,
    )


def counts(connection: Connection, id: str) -> Counts:
    """How many applications are planned and how many factors of the body are given."""
    row = connection.execute(_COUNTS, {"id": id}).one()
    return Counts(applications=row.applications, body_factors=row.body_factors)


def touch(connection: Connection, id: str, *, at: datetime) -> None:
    """Note that something in the assessment changes, and hold it.

    Whatever changes something in an assessment begins with this. NotFound when there is none,
    Submitted when nothing in it may change.
    """
    if connection.execute(_TOUCH, {"key": id, "updated_at": at}).rowcount == 0:
        raise submitted(connection, _row(connection, id).id)


def planning(connection: Connection, id: str) -> tuple[Plan | None, dict[str, int]]:
    """The frame of the roadmap and the levels wanted; NotFound when there is no assessment."""
    row = _row(connection, id)
    return plan_of(row.plan), dict(row.targets)


def set_planning(
    connection: Connection,
    id: str,
    *,
    plan: Plan | None,
    targets: Mapping[str, int],
    at: datetime,
) -> None:
    """Keep the frame (None: not stated) and the levels wanted; NotFound, Submitted."""
    touch(connection, id, at=at)
    kept = {"plan": asdict(plan) if plan else None, "targets": dict(targets)}
    connection.execute(_TABLE.update().where(_TABLE.c.id == id).values(kept))


def set_live_score(connection: Connection, id: str, *, shown: bool, at: datetime) -> None:
    """Note whether the score is shown while answering; NotFound, Submitted."""
    touch(connection, id, at=at)
    connection.execute(_TABLE.update().where(_TABLE.c.id == id).values(live_score=shown))


def delete(connection: Connection, id: str) -> None:
    """Remove the assessment and all that belongs to it; NotFound when there is none."""
    if connection.execute(_TABLE.delete().where(_TABLE.c.id == id)).rowcount == 0:
        raise NotFound(id)


def _row(connection: Connection, id: str) -> Row[Any]:
    row = connection.execute(_HEAD, {"id": id}).first()
    if row is None:
        raise NotFound(id)
    return row


def _says(stored: StoredAnswer) -> bool:
    return stored.answer != UNANSWERED
