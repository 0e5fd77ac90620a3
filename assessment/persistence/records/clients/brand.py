"""How documents look and who signs them, with the pictures for it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from assessment.persistence.records.base import Code, Hash, JsonObject, Record, Uuid


class BrandRecord(Record):
    """A brand; `house` marks the one of whoever runs the tool, of which there is at most one.

    `version` counts its changes, so that a stale one is noticed.
    """

    __tablename__ = "brand"

    id: Mapped[Uuid] = mapped_column(primary_key=True)
    name: Mapped[str]
    house: Mapped[bool] = mapped_column(server_default=false())
    content: Mapped[JsonObject]
    version: Mapped[int]
    token: Mapped[Code | None] = mapped_column(unique=True)
    updated_at: Mapped[datetime]


class BrandPictureRecord(Record):
    """A picture of a brand, such as a logo or a coat of arms."""

    __tablename__ = "brand_picture"

    brand_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("brand.id", ondelete="CASCADE"), primary_key=True
    )
    slot: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[str]
    media_type: Mapped[Code]
    width: Mapped[float]
    height: Mapped[float]
    sha256: Mapped[Hash]
    data: Mapped[bytes]
