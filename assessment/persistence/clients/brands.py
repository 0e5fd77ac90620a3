"""What is asked of the database about brands and their pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from assessment.errors import Conflict, NotFound
from assessment.persistence.records import (
    BrandPictureRecord,
    BrandRecord,
    ClientRecord,
    table_of,
)
from assessment.persistence.upsert import insert_new, insert_or_update

_TABLE = table_of(BrandRecord)
_PICTURE = table_of(BrandPictureRecord)
_CLIENT = table_of(ClientRecord)
_HEADS = select(
    _TABLE.c.id, _TABLE.c.name, _TABLE.c.house, _TABLE.c.version, _TABLE.c.updated_at
).order_by(_TABLE.c.house.desc(), _TABLE.c.name, _TABLE.c.id)
_ONE = select(_TABLE).where(_TABLE.c.id == bindparam("id"))
_BY_TOKEN = select(_TABLE.c.id).where(_TABLE.c.token == bindparam("token"))
_PICTURES = select(
    _PICTURE.c.brand_id,
    *(
        _PICTURE.c[part]
        for part in ("slot", "name", "media_type", "width", "height", "data", "sha256")
    ),
).where(_PICTURE.c.brand_id.in_(bindparam("brands", expanding=True)))
_OF_CLIENT = select(_CLIENT.c.brand_id).where(_CLIENT.c.id == bindparam("client"))
_USED_BY = (
    select(_CLIENT.c.id, _CLIENT.c.name)
    .where(_CLIENT.c.brand_id == bindparam("id"))
    .order_by(_CLIENT.c.name, _CLIENT.c.id)
)


@dataclass(frozen=True)
class BrandHead:
    """A brand without what it says; `version` counts its changes, `house` marks our own."""

    id: str
    name: str
    house: bool
    version: int
    updated_at: datetime


@dataclass(frozen=True)
class StoredPicture:
    """A picture of a brand, as it was checked and saved anew."""

    slot: str
    name: str
    media_type: str
    width: float
    height: float
    data: bytes
    sha256: str


@dataclass(frozen=True)
class StoredBrand:
    """A brand with what it says and its pictures by their slots."""

    head: BrandHead
    content: Mapping[str, Any]
    pictures: Mapping[str, StoredPicture]


def add(
    connection: Connection,
    content: Mapping[str, Any],
    *,
    id: str,
    house: bool,
    token: str | None,
    at: datetime,
) -> str:
    """Keep a new brand; its id, or that of the one with the same token."""
    row = {
        "id": id,
        "name": content["name"],
        "house": house,
        "content": dict(content),
        "version": 1,
        "token": token,
        "updated_at": at,
    }
    if insert_new(connection, _TABLE, row):
        return id
    return str(connection.execute(_BY_TOKEN, {"token": token}).scalar_one())


def heads(connection: Connection) -> tuple[BrandHead, ...]:
    """All brands: the one of the house first, the others by name."""
    return tuple(BrandHead(*row) for row in connection.execute(_HEADS))


def load(connection: Connection, id: str) -> StoredBrand:
    """The brand with its pictures; NotFound."""
    row = connection.execute(_ONE, {"id": id}).first()
    if row is None:
        raise NotFound(id)
    return _whole(connection, [row])[0]


def for_client(connection: Connection, client: str | None) -> tuple[StoredBrand, ...]:
    """The brand of the house, then that of the client; whichever there is, each once."""
    chosen = connection.execute(_OF_CLIENT, {"client": client}).scalar() if client else None
    wanted = _TABLE.c.house | (_TABLE.c.id == chosen) if chosen else _TABLE.c.house
    rows = connection.execute(select(_TABLE).where(wanted).order_by(_TABLE.c.house.desc()))
    return tuple(_whole(connection, rows.all()))


def used_by(connection: Connection, id: str) -> tuple[tuple[str, str], ...]:
    """Id and name of the clients that have this brand."""
    return tuple((row.id, row.name) for row in connection.execute(_USED_BY, {"id": id}))


def change(
    connection: Connection, id: str, content: Mapping[str, Any], *, seen: int, at: datetime
) -> None:
    """Keep what the brand says now; NotFound, Conflict where it is not the version seen."""
    changed = connection.execute(
        _TABLE.update()
        .where(_TABLE.c.id == id, _TABLE.c.version == seen)
        .values(
            name=content["name"], content=dict(content), version=_TABLE.c.version + 1, updated_at=at
        )
    )
    if changed.rowcount == 0:
        load(connection, id)
        raise Conflict(id)


def make_house(connection: Connection, id: str) -> None:
    """Let this brand be the one of the house, and no other; NotFound."""
    connection.execute(_TABLE.update().where(_TABLE.c.house).values(house=False))
    if connection.execute(_TABLE.update().where(_TABLE.c.id == id).values(house=True)).rowcount < 1:
        raise NotFound(id)


def delete(connection: Connection, id: str) -> None:
    """Remove the brand with its pictures and templates; its clients go on with that of the house.

    NotFound.
    """
    if connection.execute(_TABLE.delete().where(_TABLE.c.id == id)).rowcount == 0:
        raise NotFound(id)


def put_picture(connection: Connection, id: str, picture: StoredPicture, *, at: datetime) -> None:
    """Keep the picture in place of the one in its slot; NotFound."""
    _touch(connection, id, at)
    row = {
        "brand_id": id,
        "slot": picture.slot,
        "name": picture.name,
        "media_type": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "sha256": picture.sha256,
        "data": picture.data,
    }
    insert_or_update(connection, _PICTURE, [row])


def remove_picture(connection: Connection, id: str, slot: str, *, at: datetime) -> None:
    """Remove the picture in the slot, if there is one; NotFound where there is no brand."""
    _touch(connection, id, at)
    connection.execute(
        _PICTURE.delete().where(_PICTURE.c.brand_id == id).where(_PICTURE.c.slot == slot)
    )


def _touch(connection: Connection, id: str, at: datetime) -> None:
    """Note the time of a change; texts that are open in a form elsewhere do not become stale."""
    touched = connection.execute(_TABLE.update().where(_TABLE.c.id == id).values(updated_at=at))
    if touched.rowcount == 0:
        raise NotFound(id)


def _whole(connection: Connection, rows: Sequence[Row[Any]]) -> list[StoredBrand]:
    """The brands of these rows with their pictures, in one more statement."""
    pictures: dict[str, dict[str, StoredPicture]] = {row.id: {} for row in rows}
    for row in connection.execute(_PICTURES, {"brands": list(pictures)}) if rows else ():
        brand, *said = row
        pictures[brand][row.slot] = StoredPicture(*said)
    return [
        StoredBrand(
            BrandHead(row.id, row.name, row.house, row.version, row.updated_at),
            row.content,
            pictures[row.id],
        )
        for row in rows
    ]
