"""What one person or department says to a question, beside the body's agreed answer."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import AssessmentKey, Code, JsonValue, Record


class OpinionRecord(Record):
    """A single opinion: it is shown beside the agreed answer and never scored."""

    __tablename__ = "opinion"

    assessment_id: Mapped[AssessmentKey]
    question_id: Mapped[Code] = mapped_column(primary_key=True)
    respondent: Mapped[str] = mapped_column(String(120), primary_key=True)
    state: Mapped[Code]
    value: Mapped[JsonValue | None]
    comment: Mapped[str | None]
    given_at: Mapped[datetime]
