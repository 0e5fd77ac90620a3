"""Many documents ordered at once, and how far each is."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, JsonObject, Record, Uuid


class BatchRecord(Record):
    """An order of documents of several assessments.

    `state` is running, cancelled or finished; `order` is what was wanted (format, language, …).
    """

    __tablename__ = "batch"

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    order: Mapped[JsonObject]
    state: Mapped[Code]
    token: Mapped[Code | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class BatchItemRecord(Record):
    """One document of a batch: waiting, done or failed.

    `entry` is what the manifest says of it once it is done, `problems` why it failed.
    """

    __tablename__ = "batch_item"

    batch_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("batch.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str | None] = mapped_column(
        String(36), ForeignKey("assessment.id", ondelete="SET NULL")
    )
    title: Mapped[str]
    state: Mapped[Code]
    output: Mapped[str]
    entry: Mapped[JsonObject | None]
    problems: Mapped[JsonObject | None]
    seconds: Mapped[float | None]
    ended_at: Mapped[datetime | None]
