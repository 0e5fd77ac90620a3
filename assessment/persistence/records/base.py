"""The declarative base: names of constraints, and how our types are stored."""

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, cast

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, MetaData, String, Table, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column


class UtcTime(TypeDecorator[datetime]):
    """An aware time; SQLite, which knows no zones, keeps it in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


JsonObject = dict[str, Any]
JsonValue = int | float | str | list[str]
JsonList = list[str]

_JSON = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

Uuid = Annotated[str, mapped_column(String(36))]
Code = Annotated[str, mapped_column(String(100))]
Hash = Annotated[str, mapped_column(String(64))]
AssessmentKey = Annotated[
    str,
    mapped_column(String(36), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
]


class Record(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcTime(),
        JsonObject: _JSON,
        JsonValue: _JSON,
        JsonList: _JSON,
    }


def table_of(record: type[Record]) -> Table:
    """The table behind a record; queries are written on it, without the cost of mapped objects."""
    return cast(Table, record.__table__)
