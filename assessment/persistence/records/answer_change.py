"""The history of answers: rows are added, never changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, JsonObject, Record


class AnswerChangeRecord(Record):
    """Who changed an answer, when, from what and to what; `version` is the one it became."""

    __tablename__ = "answer_change"
    __table_args__ = (Index(None, "assessment_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("assessment.id", ondelete="CASCADE")
    )
    question_id: Mapped[Code]
    version: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str | None]
    before: Mapped[JsonObject]
    after: Mapped[JsonObject]
