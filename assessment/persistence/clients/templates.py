"""What is asked of the database about the Word templates of brands."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from assessment.errors import NotFound
from assessment.persistence.records import WordTemplateRecord, table_of
from assessment.persistence.upsert import insert_new

_TABLE = table_of(WordTemplateRecord)
_HEADS = (
    select(_TABLE.c.language, _TABLE.c.name, _TABLE.c.added_at, _TABLE.c.sha256)
    .where(_TABLE.c.brand_id == bindparam("brand"))
    .order_by(_TABLE.c.language)
)
_ONE = (
    select(_TABLE.c.name, _TABLE.c.data)
    .where(_TABLE.c.brand_id == bindparam("brand"))
    .where(_TABLE.c.language == bindparam("language"))
)


@dataclass(frozen=True)
class TemplateHead:
    """A Word template without its content."""

    language: str
    name: str
    added_at: datetime
    sha256: str


@dataclass(frozen=True)
class StoredTemplate:
    """A Word template to be kept."""

    id: str
    language: str
    name: str
    sha256: str
    data: bytes
    added_at: datetime


def of_brand(connection: Connection, brand: str) -> tuple[TemplateHead, ...]:
    """The templates of a brand by their languages."""
    return tuple(TemplateHead(*row) for row in connection.execute(_HEADS, {"brand": brand}))


def content(connection: Connection, brand: str, language: str) -> tuple[str, bytes]:
    """Name and content of the template; NotFound."""
    row = connection.execute(_ONE, {"brand": brand, "language": language}).first()
    if row is None:
        raise NotFound(language)
    return row.name, bytes(row.data)


def put(connection: Connection, brand: str, template: StoredTemplate) -> None:
    """Keep the template in place of the one in its language."""
    remove(connection, brand, template.language)
    row = {
        "id": template.id,
        "brand_id": brand,
        "language": template.language,
        "name": template.name,
        "sha256": template.sha256,
        "data": template.data,
        "added_at": template.added_at,
    }
    insert_new(connection, _TABLE, row)


def remove(connection: Connection, brand: str, language: str) -> None:
    """Remove the template, if there is one."""
    connection.execute(
        _TABLE.delete().where(_TABLE.c.brand_id == brand).where(_TABLE.c.language == language)
    )
