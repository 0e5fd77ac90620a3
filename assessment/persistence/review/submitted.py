"""Why nothing in an assessment may change: it is submitted."""

from sqlalchemy import Connection, bindparam, func, select

from assessment.errors import Submitted
from assessment.persistence.records import SubmissionRecord, table_of

_TABLE = table_of(SubmissionRecord)
_LAST = select(func.max(_TABLE.c.submitted_at)).where(_TABLE.c.assessment_id == bindparam("id"))


def submitted(connection: Connection, id: str) -> Submitted:
    """The refusal, with the time of the submission."""
    return Submitted(id, connection.execute(_LAST, {"id": id}).scalar())
