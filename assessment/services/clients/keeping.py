"""Clients begun, named, given a brand, noted on and deleted; assessments given to them."""

from datetime import UTC, datetime
from uuid import uuid4

from assessment.errors import Invalid, Problem
from assessment.municipality import by_ags
from assessment.persistence.clients import brands as stored_brands
from assessment.persistence.clients import clients as stored
from assessment.persistence.clients import notes as stored_notes
from assessment.persistence.clients.notes import Note
from assessment.services.desk import Desk

LONGEST_NAME = 200
LONGEST_NOTE = 5_000


def add_from_register(desk: Desk, ags: str) -> str:
    """The id of the client with this key of the register, begun now if need be; UnknownAgs."""
    body = by_ags(ags)
    with desk.database.transaction() as connection:
        known = stored.with_ags(connection, ags)
        if known is not None:
            return known
        now = datetime.now(UTC)
        return stored.add(connection, id=str(uuid4()), name=body.name, ags=ags, token=None, at=now)


def add_by_hand(desk: Desk, name: str, *, token: str | None = None) -> str:
    """Begin a client that the register does not know; its id. Invalid without a sound name."""
    name = sound_name(name)
    with desk.database.transaction() as connection:
        now = datetime.now(UTC)
        return stored.add(connection, id=str(uuid4()), name=name, ags=None, token=token, at=now)


def sound_name(name: str) -> str:
    """The name with single blanks; Invalid when it is empty or too long."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        values = {"limit": LONGEST_NAME}
        raise Invalid([Problem("client_name", "name", values)])
    return plain


def rename(desk: Desk, id: str, name: str, *, seen: str) -> None:
    """Call the client by another name; NotFound, Invalid, also where it is not called as seen."""
    name = sound_name(name)
    with desk.database.transaction() as connection:
        now = stored.load(connection, id).name
        if now not in (seen, name):
            raise Invalid([Problem("client_renamed", "name", {"given": now})])
        stored.set_name(connection, id, name, at=datetime.now(UTC))


def delete(desk: Desk, id: str) -> None:
    """Remove the client and the notes on it; its assessments stay, without client. NotFound."""
    with desk.database.transaction() as connection:
        stored.delete(connection, id)


def give(desk: Desk, assessment: str, client: str | None) -> None:
    """Hold the assessment for this client, or for none; NotFound."""
    with desk.database.transaction() as connection:
        if client:
            stored.load(connection, client)
        stored.give(connection, [assessment], client or None)


def choose_brand(desk: Desk, id: str, brand: str | None) -> None:
    """Let the client's documents have this brand, None for that of the house; NotFound."""
    with desk.database.transaction() as connection:
        if brand:
            stored_brands.load(connection, brand)
        stored.set_brand(connection, id, brand or None, at=datetime.now(UTC))


def add_note(desk: Desk, id: str, text: str, *, by: str = "", token: str | None = None) -> None:
    """Note something on the client; the same token again changes nothing. NotFound, Invalid."""
    text, by = text.strip(), " ".join(by.split())
    if not text or len(text) > LONGEST_NOTE or len(by) > LONGEST_NAME:
        raise Invalid([Problem("client_note", "text", {"limit": LONGEST_NOTE})])
    with desk.database.transaction() as connection:
        stored.load(connection, id)
        note = Note((token or str(uuid4()))[:36], text, by or None, datetime.now(UTC))
        stored_notes.add(connection, id, note)


def delete_note(desk: Desk, id: str, note: str) -> None:
    """Remove the note; NotFound."""
    with desk.database.transaction() as connection:
        stored_notes.delete(connection, id, note)
