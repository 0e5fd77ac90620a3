"""What is asked of the database about the summaries of submitted revisions."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select, tuple_

from assessment.persistence.records import SubmissionSummaryRecord, table_of

_TABLE = table_of(SubmissionSummaryRecord)
_OF_SEVERAL = select(_TABLE).where(
    tuple_(_TABLE.c.assessment_id, _TABLE.c.revision).in_(bindparam("keys", expanding=True))
)


def add_summary(connection: Connection, id: str, revision: int, content: Mapping[str, Any]) -> None:
    """Keep what lists show of the revision."""
    row = {"assessment_id": id, "revision": revision, "content": dict(content)}
    connection.execute(_TABLE.insert(), row)


def summaries_of(
    connection: Connection, revisions: Iterable[tuple[str, int]]
) -> dict[str, Mapping[str, Any]]:
    """The summaries of these revisions by assessment, of which each has one; none for none."""
    keys = list(revisions)
    if not keys:
        return {}
    return {
        row.assessment_id: row.content for row in connection.execute(_OF_SEVERAL, {"keys": keys})
    }
