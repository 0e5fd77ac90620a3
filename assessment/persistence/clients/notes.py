"""What is asked of the database about the notes on a client."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from assessment.errors import NotFound
from assessment.persistence.records import ClientNoteRecord, table_of
from assessment.persistence.upsert import insert_new


@dataclass(frozen=True)
class Note:
    """What somebody noted on a client, and when."""

    id: str
    text: str
    by: str | None
    at: datetime


_TABLE = table_of(ClientNoteRecord)
_OF_CLIENT = (
    select(_TABLE.c.id, _TABLE.c.text, _TABLE.c.by, _TABLE.c.at)
    .where(_TABLE.c.client_id == bindparam("client"))
    .order_by(_TABLE.c.at.desc(), _TABLE.c.id)
)


def add(connection: Connection, client: str, note: Note) -> None:
    """Keep the note; one with the same id is kept already."""
    row = {"id": note.id, "client_id": client, "text": note.text, "by": note.by, "at": note.at}
    insert_new(connection, _TABLE, row)


def of_client(connection: Connection, client: str) -> tuple[Note, ...]:
    """The notes on the client, the newest first."""
    return tuple(Note(*row) for row in connection.execute(_OF_CLIENT, {"client": client}))


def delete(connection: Connection, client: str, id: str) -> None:
    """Remove the note; NotFound."""
    done = connection.execute(
        _TABLE.delete().where(_TABLE.c.client_id == client, _TABLE.c.id == id)
    )
    if done.rowcount == 0:
        raise NotFound(id)
