"""A client of a consultancy, and the notes on it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, Record, Uuid


class ClientRecord(Record):
    """A body that somebody works for; its assessments point to it.

    `ags` is empty for a body that the register does not know. `brand_id` None means the brand of
    the house; `token` makes a repeated request to create it harmless.
    """

    __tablename__ = "client"

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    name: Mapped[str]
    ags: Mapped[Code | None]
    brand_id: Mapped[str | None] = mapped_column(
        String(36), ForeignKey("brand.id", ondelete="SET NULL")
    )
    token: Mapped[Code | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class ClientNoteRecord(Record):
    """A dated note on a client; no report ever holds one."""

    __tablename__ = "client_note"

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("client.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str]
    by: Mapped[str | None]
    at: Mapped[datetime]
