"""What is asked of the database about clients and whose client an assessment is made for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from assessment.errors import NotFound
from assessment.municipality import Municipality
from assessment.persistence.mapping import municipality_of
from assessment.persistence.records import AssessmentRecord, ClientRecord, table_of
from assessment.persistence.upsert import insert_new


@dataclass(frozen=True)
class Dated:
    """An assessment with its body and nothing else."""

    id: str
    municipality: Municipality


@dataclass(frozen=True)
class Client:
    """A body that somebody works for; `ags` None where the register does not know it."""

    id: str
    name: str
    ags: str | None
    brand_id: str | None
    created_at: datetime


_TABLE = table_of(ClientRecord)
_ASSESSMENT = table_of(AssessmentRecord)
_ALL = select(*(_TABLE.c[name] for name in ("id", "name", "ags", "brand_id", "created_at")))
_ONE = _ALL.where(_TABLE.c.id == bindparam("id"))
_BY_AGS = select(_TABLE.c.id).where(_TABLE.c.ags == bindparam("ags")).order_by(_TABLE.c.created_at)
_OF_DAY = select(_ASSESSMENT.c.id, _ASSESSMENT.c.municipality).where(
    _ASSESSMENT.c.date == bindparam("day"), ~_ASSESSMENT.c.example
)
_BY_TOKEN = select(_TABLE.c.id).where(_TABLE.c.token == bindparam("token"))


def add(
    connection: Connection,
    *,
    id: str,
    name: str,
    ags: str | None,
    token: str | None,
    at: datetime,
) -> str:
    """Keep a new client; its id, or that of the one with the same token."""
    row = {"id": id, "name": name, "ags": ags, "token": token, "created_at": at, "updated_at": at}
    if insert_new(connection, _TABLE, row):
        return id
    return str(connection.execute(_BY_TOKEN, {"token": token}).scalar_one())


def all_clients(connection: Connection) -> tuple[Client, ...]:
    """Every client."""
    return tuple(Client(*row) for row in connection.execute(_ALL.order_by(_TABLE.c.id)))


def load(connection: Connection, id: str) -> Client:
    """The client; NotFound."""
    row = connection.execute(_ONE, {"id": id}).first()
    if row is None:
        raise NotFound(id)
    return Client(*row)


def with_ags(connection: Connection, ags: str) -> str | None:
    """The id of the client with this key of the register; the first where there are several."""
    return connection.execute(_BY_AGS, {"ags": ags}).scalar()


def of_day(connection: Connection, day: date) -> tuple[Dated, ...]:
    """The assessments of this day, examples left out."""
    rows = connection.execute(_OF_DAY, {"day": day})
    return tuple(Dated(row.id, municipality_of(row.municipality)) for row in rows)


def set_brand(connection: Connection, id: str, brand: str | None, *, at: datetime) -> None:
    """Note which brand the client's documents have; None for that of the house. NotFound."""
    _change(connection, id, {"brand_id": brand, "updated_at": at})


def set_name(connection: Connection, id: str, name: str, *, at: datetime) -> None:
    """Call the client by another name; NotFound."""
    _change(connection, id, {"name": name, "updated_at": at})


def delete(connection: Connection, id: str) -> None:
    """Remove the client with the notes on it; its assessments stay without one. NotFound."""
    if connection.execute(_TABLE.delete().where(_TABLE.c.id == id)).rowcount == 0:
        raise NotFound(id)


def give(connection: Connection, assessments: Iterable[str], client: str | None) -> None:
    """Note for which client these assessments are made, None for nobody; NotFound for none."""
    ids = list(assessments)
    found = connection.execute(
        _ASSESSMENT.update().where(_ASSESSMENT.c.id.in_(ids)).values(client_id=client)
    )
    if found.rowcount < len(set(ids)):
        raise NotFound(" ".join(ids))


def _change(connection: Connection, id: str, values: dict[str, object]) -> None:
    if connection.execute(_TABLE.update().where(_TABLE.c.id == id).values(values)).rowcount == 0:
        raise NotFound(id)
