"""The page of one client, and the page on which an assessment is given to one."""

from dataclasses import dataclass
from datetime import datetime

from assessment.municipality import folded
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.clients import brands as stored_brands
from assessment.persistence.clients import clients as stored
from assessment.persistence.clients import notes as stored_notes
from assessment.persistence.clients.brands import BrandHead
from assessment.persistence.clients.clients import Client as Client
from assessment.persistence.clients.notes import Note as Note
from assessment.persistence.stored import Head
from assessment.presentation.stored_result import StoredSummary
from assessment.services.clients.lines import (
    ClientLine,
    client_lines,
    read_summaries,
    standings,
)
from assessment.services.desk import Desk


@dataclass(frozen=True)
class ClientPage:
    """Everything held of one client, and of nobody else.

    `summaries` are the results last submitted, by assessment; `fitting` are assessments without
    client that seem to be of this body.
    """

    line: ClientLine
    summaries: dict[str, StoredSummary]
    notes: tuple[Note, ...]
    brands: tuple[BrandHead, ...]
    fitting: tuple[Head, ...]

    @property
    def client(self) -> Client:
        return self.line.client


def client_page(desk: Desk, id: str, at: datetime) -> ClientPage:
    """The client as things stand `at` this moment; NotFound."""
    with desk.database.reading() as connection:
        client = stored.load(connection, id)
        heads = stored_assessments.heads(connection)
        (own,) = standings([client], heads)
        (line,) = client_lines(desk, connection, [own], at)
        return ClientPage(
            line=line,
            summaries=read_summaries(connection, own.heads),
            notes=stored_notes.of_client(connection, id),
            brands=stored_brands.heads(connection),
            fitting=tuple(head for head in heads if not head.client_id and is_of(client, head)),
        )


@dataclass(frozen=True)
class Giving:
    """An assessment with the clients it could be given to; those that it seems to be of first."""

    head: Head
    fitting: tuple[Client, ...]
    others: tuple[Client, ...]


def giving(desk: Desk, id: str) -> Giving:
    """To whom the assessment could be given; NotFound."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        clients = sorted(stored.all_clients(connection), key=lambda one: folded(one.name))
    return Giving(
        head,
        tuple(client for client in clients if is_of(client, head)),
        tuple(client for client in clients if not is_of(client, head)),
    )


def client(desk: Desk, id: str) -> Client:
    """The client alone; NotFound."""
    with desk.database.reading() as connection:
        return stored.load(connection, id)


def is_of(client: Client, head: Head) -> bool:
    """Whether an assessment seems to be of this client: the keys agree, else the names."""
    if head.example:
        return False
    body = head.municipality
    if client.ags and body.ags:
        return client.ags == body.ags
    return folded(client.name) == folded(body.name)
