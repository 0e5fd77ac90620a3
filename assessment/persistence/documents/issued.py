"""What is asked of the database about reports that were handed out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from assessment.errors import NotFound
from assessment.persistence.records import IssuedReportRecord, table_of
from assessment.persistence.upsert import insert_new


@dataclass(frozen=True)
class Issue:
    """A report as it was handed out: its answer file as data, and the model it was judged by."""

    model_key: str
    answers: Mapping[str, Any]
    digest: str
    format: str
    language: str
    at: datetime


@dataclass(frozen=True)
class IssueHead:
    """A report that was handed out, without its content; `at` is the last time."""

    id: int
    digest: str
    at: datetime


_TABLE = table_of(IssuedReportRecord)
_SAME = (_TABLE.c.assessment_id == bindparam("key"), _TABLE.c.digest == bindparam("content"))
_AGAIN = _TABLE.update().where(*_SAME)
_HEADS = (
    select(_TABLE.c.id, _TABLE.c.digest, _TABLE.c.at)
    .where(_TABLE.c.assessment_id == bindparam("key"))
    .order_by(_TABLE.c.at.desc(), _TABLE.c.id.desc())
)
_ONE = select(*(_TABLE.c[name] for name in Issue.__dataclass_fields__)).where(
    _TABLE.c.assessment_id == bindparam("key"), _TABLE.c.id == bindparam("number")
)


def note(connection: Connection, id: str, issue: Issue) -> None:
    """Keep that this was handed out; of the same content only the last time is kept."""
    key = {"key": id, "content": issue.digest}
    latest = {"at": issue.at, "format": issue.format, "language": issue.language}
    if connection.execute(_AGAIN.values(latest), key).rowcount == 0:
        row = {**asdict(issue), "answers": dict(issue.answers), "assessment_id": id}
        insert_new(connection, _TABLE, row)


def heads(connection: Connection, id: str) -> tuple[IssueHead, ...]:
    """The reports of an assessment that were handed out, the latest first."""
    return tuple(IssueHead(*row) for row in connection.execute(_HEADS, {"key": id}))


def one(connection: Connection, id: str, number: int) -> Issue:
    """A report that was handed out, with its content; NotFound."""
    row = connection.execute(_ONE, {"key": id, "number": number}).first()
    if row is None:
        raise NotFound(f"{id} {number}")
    return Issue(*row)
