"""An application that the body plans."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import AssessmentKey, Code, JsonList, Record


class ApplicationRecord(Record):
    """A planned application; its id is unique within the assessment only."""

    __tablename__ = "application"
    __table_args__ = (UniqueConstraint("assessment_id", "token"),)

    assessment_id: Mapped[AssessmentKey]
    id: Mapped[Code] = mapped_column(primary_key=True)
    archetype: Mapped[Code | None]
    title: Mapped[str | None]
    field: Mapped[Code | None]
    technology: Mapped[Code | None]
    traits: Mapped[JsonList]
    ai_act: Mapped[Code | None]
    priority: Mapped[int]
    benefit: Mapped[int | None]
    position: Mapped[int]
    token: Mapped[Code | None]
