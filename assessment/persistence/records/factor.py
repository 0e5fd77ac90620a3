"""Levels given for factors; no row is "not given", a row without level is "unknown"."""

from sqlalchemy import ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import AssessmentKey, Code, Record


class BodyFactorRecord(Record):
    """A factor of the body: the default for every application."""

    __tablename__ = "body_factor"

    assessment_id: Mapped[AssessmentKey]
    factor_id: Mapped[Code] = mapped_column(primary_key=True)
    level: Mapped[int | None]


class ApplicationFactorRecord(Record):
    """A factor of one application."""

    __tablename__ = "application_factor"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assessment_id", "application_id"],
            ["application.assessment_id", "application.id"],
            ondelete="CASCADE",
        ),
    )

    assessment_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    application_id: Mapped[Code] = mapped_column(primary_key=True)
    factor_id: Mapped[Code] = mapped_column(primary_key=True)
    level: Mapped[int | None]
