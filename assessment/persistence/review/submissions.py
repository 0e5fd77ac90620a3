"""What is asked of the database about submitted revisions; rows are added and never changed.

Only that, when and why a revision was reopened is noted on it later.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from assessment.errors import NotFound
from assessment.persistence.records import AssessmentRecord, SubmissionRecord, table_of


@dataclass(frozen=True)
class Submission:
    """A submitted revision without its content; the last three only once it was reopened."""

    revision: int
    submitted_at: datetime
    submitted_by: str | None
    model_key: str
    model_hash: str
    tool_version: str
    digest: str
    reopened_at: datetime | None = None
    reopened_by: str | None = None
    reopened_because: str | None = None


@dataclass(frozen=True)
class Frozen:
    """A submitted revision with its content: the answer file as data, the result as bytes."""

    submission: Submission
    answers: Mapping[str, Any]
    result: bytes


_TABLE = table_of(SubmissionRecord)
_ASSESSMENT = table_of(AssessmentRecord)
_THIS = (_TABLE.c.assessment_id == bindparam("id"), _TABLE.c.revision == bindparam("number"))
_KNOWN = [_TABLE.c[field.name] for field in fields(Submission)]
_ONE = select(*_KNOWN, _TABLE.c.answers, _TABLE.c.result).where(*_THIS)
_OF_ASSESSMENT = (
    select(*_KNOWN)
    .where(_TABLE.c.assessment_id == bindparam("id"))
    .order_by(_TABLE.c.revision.desc())
)
_ANSWERS = select(_TABLE.c.revision, _TABLE.c.answers).where(
    _TABLE.c.assessment_id == bindparam("id")
)
_HOLD = select(_ASSESSMENT.c.id).where(_ASSESSMENT.c.id == bindparam("id")).with_for_update()
_MARK = _ASSESSMENT.update().where(_ASSESSMENT.c.id == bindparam("key"))


def hold(connection: Connection, id: str) -> None:
    """Let nobody else change the assessment until the end of the transaction; NotFound."""
    if connection.execute(_HOLD, {"id": id}).first() is None:
        raise NotFound(id)


def add_submission(connection: Connection, id: str, frozen: Frozen) -> None:
    """Keep the revision; from now on nothing in the assessment changes."""
    known = frozen.submission
    row = {"assessment_id": id, "answers": dict(frozen.answers), "result": frozen.result}
    connection.execute(_TABLE.insert(), {**asdict(known), **row})
    mark = {"submitted": True, "revision": known.revision, "updated_at": known.submitted_at}
    connection.execute(_MARK, {"key": id, **mark})


def note_reopening(
    connection: Connection, id: str, revision: int, *, at: datetime, by: str | None, because: str
) -> None:
    """Note on the revision why there will be another; the assessment may change again."""
    noted = {"reopened_at": at, "reopened_by": by, "reopened_because": because}
    key = {"id": id, "number": revision}
    connection.execute(_TABLE.update().where(*_THIS).values(noted), key)
    connection.execute(_MARK, {"key": id, "submitted": False, "updated_at": at})


def submissions(connection: Connection, id: str) -> tuple[Submission, ...]:
    """The submitted revisions, the latest first."""
    return tuple(Submission(*row) for row in connection.execute(_OF_ASSESSMENT, {"id": id}))


def submitted_answers(connection: Connection, id: str) -> dict[int, Mapping[str, Any]]:
    """The answer file of each submitted revision, as data."""
    rows = connection.execute(_ANSWERS, {"id": id})
    return {row.revision: row.answers for row in rows}


def frozen(connection: Connection, id: str, revision: int) -> Frozen:
    """The revision with its content; NotFound."""
    row = connection.execute(_ONE, {"id": id, "number": revision}).first()
    if row is None:
        raise NotFound(f"{id} {revision}")
    *known, answers, result = row
    return Frozen(Submission(*known), answers, result)
