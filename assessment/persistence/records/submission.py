"""What was submitted: rows are added; only the reopening is noted on them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import AssessmentKey, Code, Hash, JsonObject, Record


class ModelSnapshotRecord(Record):
    """A questionnaire folder as it was, packed; `key` is the hash of its content."""

    __tablename__ = "model_snapshot"

    key: Mapped[Hash] = mapped_column(primary_key=True)
    questionnaire: Mapped[Code]
    archive: Mapped[bytes]
    kept_at: Mapped[datetime]


class SubmissionRecord(Record):
    """A submitted revision: the answers, the model and the result as they stood, for good.

    `digest` is the hash over answers and result, so that a later change would be noticed.
    """

    __tablename__ = "submission"

    assessment_id: Mapped[AssessmentKey]
    revision: Mapped[int] = mapped_column(primary_key=True)
    submitted_at: Mapped[datetime]
    submitted_by: Mapped[str | None]
    model_key: Mapped[str] = mapped_column(String(64), ForeignKey("model_snapshot.key"))
    model_hash: Mapped[Hash]
    tool_version: Mapped[Code]
    answers: Mapped[JsonObject]
    result: Mapped[bytes]
    digest: Mapped[Hash]
    reopened_at: Mapped[datetime | None]
    reopened_by: Mapped[str | None]
    reopened_because: Mapped[str | None]


class SubmissionSummaryRecord(Record):
    """What lists show of a submitted revision, beside it: results are large, and lists are long."""

    __tablename__ = "submission_summary"

    assessment_id: Mapped[AssessmentKey]
    revision: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[JsonObject]
