"""What the last report rested on, so that the next one can say what changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, Hash, JsonObject, Record


class IssuedReportRecord(Record):
    """Answers and model of a report that was handed out; one row for each different content."""

    __tablename__ = "issued_report"
    __table_args__ = (UniqueConstraint("assessment_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("assessment.id", ondelete="CASCADE")
    )
    model_key: Mapped[Hash] = mapped_column(ForeignKey("model_snapshot.key"))
    answers: Mapped[JsonObject]
    digest: Mapped[Hash]
    format: Mapped[Code]
    language: Mapped[Code]
    at: Mapped[datetime]
