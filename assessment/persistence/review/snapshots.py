"""What is asked of the database about models that were once in force."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from assessment.errors import QuestionnaireNotKept
from assessment.persistence.records import ModelSnapshotRecord, table_of
from assessment.persistence.upsert import insert_new

_TABLE = table_of(ModelSnapshotRecord)
_NEWEST = (
    select(_TABLE.c.key)
    .where(_TABLE.c.questionnaire == bindparam("reference"))
    .order_by(_TABLE.c.kept_at.desc(), _TABLE.c.key)
    .limit(1)
)
_ARCHIVE = select(_TABLE.c.archive).where(_TABLE.c.key == bindparam("key"))


def keep_snapshot(
    connection: Connection, *, key: str, reference: str, archive: bytes, at: datetime
) -> bool:
    """Keep the packed questionnaire folder unless its content is kept already; whether it was."""
    row = {"key": key, "questionnaire": reference, "archive": archive, "kept_at": at}
    return insert_new(connection, _TABLE, row)


def newest_key(connection: Connection, reference: str) -> str:
    """The key of what was kept last for this questionnaire version; QuestionnaireNotKept."""
    key = connection.execute(_NEWEST, {"reference": reference}).scalar()
    if key is None:
        raise QuestionnaireNotKept(reference)
    return str(key)


def archive(connection: Connection, key: str) -> bytes:
    """The packed questionnaire folder with this key; QuestionnaireNotKept."""
    packed = connection.execute(_ARCHIVE, {"key": key}).scalar()
    if packed is None:
        raise QuestionnaireNotKept(key)
    return bytes(packed)
