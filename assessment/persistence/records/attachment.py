"""A file attached to a question; its content stands apart, so that lists need not load it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, Hash, Record, Uuid


class AttachmentRecord(Record):
    """What is known of an attached file; the same file is kept once per question."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("assessment_id", "question_id", "sha256"),)

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("assessment.id", ondelete="CASCADE")
    )
    question_id: Mapped[Code]
    name: Mapped[str]
    media_type: Mapped[Code]
    size: Mapped[int]
    sha256: Mapped[Hash]
    added_at: Mapped[datetime]
    added_by: Mapped[str | None]


class AttachmentContentRecord(Record):
    """The bytes of an attached file."""

    __tablename__ = "attachment_content"

    attachment_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True
    )
    data: Mapped[bytes]
