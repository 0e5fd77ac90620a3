"""An assessment without its answers."""

import datetime as dt

from sqlalchemy import ForeignKey, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, JsonObject, Record, Uuid


class AssessmentRecord(Record):
    """One body's assessment.

    `municipality` is what was known of the body when it began, so that a newer register changes no
    old result; `token` makes a repeated request to create it harmless. `follows` is the body's
    earlier assessment, `client_id` the client it was made for, `revision` how often this one was
    submitted; while it is `submitted` nothing in it changes.
    """

    __tablename__ = "assessment"

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    questionnaire: Mapped[Code]
    municipality: Mapped[JsonObject]
    date: Mapped[dt.date]
    note: Mapped[str | None]
    plan: Mapped[JsonObject | None]
    targets: Mapped[JsonObject]
    example: Mapped[bool]
    follows: Mapped[str | None] = mapped_column(
        String(36), ForeignKey("assessment.id", ondelete="SET NULL")
    )
    client_id: Mapped[str | None] = mapped_column(
        String(36), ForeignKey("client.id", ondelete="SET NULL"), index=True
    )
    submitted: Mapped[bool] = mapped_column(server_default=false())
    revision: Mapped[int] = mapped_column(server_default=text("0"))
    live_score: Mapped[bool] = mapped_column(server_default=false())
    token: Mapped[Code | None] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]
