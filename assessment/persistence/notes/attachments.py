"""What is asked of the database about attached files."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from assessment.errors import NotFound
from assessment.persistence.notes.stored import Attachment
from assessment.persistence.records import AttachmentContentRecord, AttachmentRecord, table_of
from assessment.persistence.upsert import insert_new

_TABLE = table_of(AttachmentRecord)
_CONTENT = table_of(AttachmentContentRecord)
_OF_QUESTION = (
    select(_TABLE)
    .where(_TABLE.c.assessment_id == bindparam("id"))
    .where(_TABLE.c.question_id == bindparam("question"))
    .order_by(_TABLE.c.added_at, _TABLE.c.id)
)
_ONE = (
    select(_TABLE)
    .where(_TABLE.c.id == bindparam("attachment"))
    .where(_TABLE.c.assessment_id == bindparam("id"))
    .where(_TABLE.c.question_id == bindparam("question"))
)
_DATA = select(_CONTENT.c.data).where(_CONTENT.c.attachment_id == bindparam("attachment"))
_SIZE = select(func.coalesce(func.sum(_TABLE.c.size), 0)).where(
    _TABLE.c.assessment_id == bindparam("id")
)


def add(connection: Connection, id: str, attachment: Attachment, data: bytes) -> bool:
    """Keep the file; False, and nothing kept, when the question has the very same one already."""
    row = {
        "id": attachment.id,
        "assessment_id": id,
        "question_id": attachment.question,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "added_at": attachment.added_at,
        "added_by": attachment.added_by,
    }
    if not insert_new(connection, _TABLE, row):
        return False
    connection.execute(_CONTENT.insert(), {"attachment_id": attachment.id, "data": data})
    return True


def of_question(connection: Connection, id: str, question: str) -> tuple[Attachment, ...]:
    """The files attached to a question, the oldest first."""
    rows = connection.execute(_OF_QUESTION, {"id": id, "question": question})
    return tuple(_attachment(row) for row in rows)


def content(
    connection: Connection, id: str, question: str, attachment: str
) -> tuple[Attachment, bytes]:
    """A file with its content; NotFound."""
    row = connection.execute(
        _ONE, {"id": id, "question": question, "attachment": attachment}
    ).first()
    if row is None:
        raise NotFound(attachment)
    data = connection.execute(_DATA, {"attachment": attachment}).scalar_one()
    return _attachment(row), bytes(data)


def remove(connection: Connection, id: str, question: str, attachment: str) -> None:
    """Remove the file for good; nothing happens when it is gone already."""
    connection.execute(
        _TABLE.delete()
        .where(_TABLE.c.id == attachment)
        .where(_TABLE.c.assessment_id == id)
        .where(_TABLE.c.question_id == question)
    )


def size(connection: Connection, id: str) -> int:
    """How many bytes all files of the assessment take."""
    return int(connection.execute(_SIZE, {"id": id}).scalar_one())


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(
        id=row.id,
        question=row.question_id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        added_at=row.added_at,
        added_by=row.added_by,
    )
