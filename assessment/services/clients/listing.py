"""The list of clients: a sheet of it, with the filters and the order that are wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assessment.municipality import STATES, folded, size_class
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.clients import clients as stored
from assessment.persistence.database import Connection
from assessment.services.clients.lines import (
    ClientLine,
    Standing,
    State,
    attention,
    client_lines,
    last_summaries,
    standings,
)
from assessment.services.desk import Desk

AT_ONCE = 25
ORDERS = ("name", "changed", "waiting")


@dataclass(frozen=True)
class WantedClients:
    """Which clients are listed, and how; empty for the first sheet of all of them by name."""

    text: str = ""
    state: str = ""
    land: str = ""
    size: str = ""
    attention: bool = False
    order: str = "name"
    sheet: int = 1

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.state or self.land or self.size or self.attention)


@dataclass(frozen=True)
class ClientList:
    """A sheet of the list; `total` is how many fit, `all` how many there are."""

    items: tuple[ClientLine, ...]
    all: int
    total: int
    number: int
    last: int


def client_list(desk: Desk, wanted: WantedClients, at: datetime) -> ClientList:
    """The sheet that is wanted, as things stand `at` this moment."""
    with desk.database.reading() as connection:
        everyone = standings(stored.all_clients(connection), stored_assessments.heads(connection))
        found = _ordered((one for one in everyone if _fits(one, wanted)), wanted.order)
        if wanted.attention:
            found = _needing_attention(connection, found, at)
        last = max(1, -(-len(found) // AT_ONCE))
        number = min(max(1, wanted.sheet), last)
        shown = found[(number - 1) * AT_ONCE : number * AT_ONCE]
        items = tuple(client_lines(desk, connection, shown, at))
    return ClientList(items, all=len(everyone), total=len(found), number=number, last=last)


def _needing_attention(
    connection: Connection, found: Iterable[Standing], at: datetime
) -> list[Standing]:
    """Those that need it, judged by the summaries of what was last submitted."""
    found = list(found)
    known = last_summaries(connection, found)
    return [one for one in found if attention(one, known.get(one.client.id), at)]


def _fits(one: Standing, wanted: WantedClients) -> bool:
    if wanted.state and one.state != wanted.state:
        return False
    body = one.body
    if wanted.land and (body is None or body.state != wanted.land):
        return False
    if wanted.size and (body is None or size_class(body.population) != wanted.size):
        return False
    told = [one.client.name, one.client.ags]
    told += [body.name, STATES.get(body.state or ""), body.district] if body else []
    searched = folded(" ".join(text for text in told if text))
    return all(word in searched for word in folded(wanted.text).split())


def _ordered(found: Iterable[Standing], order: str) -> list[Standing]:
    """By name; or the newest change first; or the longest without any change first."""
    by_name = sorted(found, key=lambda one: (folded(one.client.name), one.client.id))
    if order == "changed":
        return sorted(by_name, key=lambda one: one.changed_at, reverse=True)
    if order == "waiting":
        by_name.sort(key=lambda one: one.changed_at)
        return sorted(by_name, key=lambda one: one.state is State.SUBMITTED)
    return by_name


def all_names(desk: Desk) -> dict[str, str]:
    """What each client is called, by id."""
    with desk.database.reading() as connection:
        return {client.id: client.name for client in stored.all_clients(connection)}
