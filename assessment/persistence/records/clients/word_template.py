"""A Word template that an office uses in place of the tool's."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, Hash, Record, Uuid


class WordTemplateRecord(Record):
    """The template of a brand for one language."""

    __tablename__ = "word_template"
    __table_args__ = (UniqueConstraint("brand_id", "language"),)

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    brand_id: Mapped[str] = mapped_column(String(36), ForeignKey("brand.id", ondelete="CASCADE"))
    language: Mapped[Code]
    name: Mapped[str]
    sha256: Mapped[Hash]
    data: Mapped[bytes]
    added_at: Mapped[datetime]
