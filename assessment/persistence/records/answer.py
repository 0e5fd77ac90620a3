"""The body's agreed answer to one question."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import AssessmentKey, Code, JsonValue, Record


class AnswerRecord(Record):
    """An answer as it stands.

    `version` counts its changes, so that a stale one is noticed; a cleared answer stays as
    unanswered, so that its version goes on.
    """

    __tablename__ = "answer"

    assessment_id: Mapped[AssessmentKey]
    question_id: Mapped[Code] = mapped_column(primary_key=True)
    state: Mapped[Code]
    value: Mapped[JsonValue | None]
    comment: Mapped[str | None]
    evidence: Mapped[str | None]
    reason: Mapped[str | None]
    respondent: Mapped[str | None]
    version: Mapped[int]
    updated_at: Mapped[datetime]
