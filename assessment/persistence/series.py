"""What is asked of the database about an assessment and the one it follows."""

from sqlalchemy import Connection, bindparam

from assessment.persistence.records import AssessmentRecord, table_of

_TABLE = table_of(AssessmentRecord)
_FOLLOW = _TABLE.update().where(_TABLE.c.id == bindparam("key"))


def set_follows(connection: Connection, id: str, earlier: str) -> None:
    """Note which assessment this one follows."""
    connection.execute(_FOLLOW, {"key": id, "follows": earlier})
