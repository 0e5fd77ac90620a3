"""Ordering the documents of many assessments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, get_args
from uuid import uuid4

from assessment.errors import Invalid, Problem
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.documents import batches as stored
from assessment.persistence.documents.batches import NewItem
from assessment.persistence.stored import Head
from assessment.report.brief import Brief
from assessment.report.parts import Length, chosen_parts
from assessment.services.desk import Desk
from assessment.services.documents.formats import Format, Order
from assessment.services.documents.names import check_pattern, filled, plain_name
from assessment.services.overview.listing import Wanted, fitting

FORMATS: tuple[Format, ...] = get_args(Format)
REPORTS = frozenset({"pdf", "html"})
FIELDS = ("ags", "name", "date")
NAMES = "{ags}_{name}_{date}"


@dataclass(frozen=True)
class Wish:
    """What is wanted of each assessment, and how its file is to be called.

    `length` and `parts` are those of a report in PDF or HTML; no parts: those of the length.
    `release` is the digest of the release that bodies are compared with; empty for none.
    """

    format: Format
    language: str
    names: str = NAMES
    length: Length = "full"
    parts: tuple[str, ...] = ()
    release: str = ""

    @property
    def order(self) -> Order:
        """The order of one document."""
        if self.format not in REPORTS:
            return Order(self.format, Brief(self.language), release=self.release)
        parts = chosen_parts(self.parts, self.length)
        brief = Brief(self.language, parts=parts, length=self.length)
        return Order(self.format, brief, release=self.release)


def wish_of(kept: Mapping[str, Any]) -> Wish:
    """The wish that was kept with a batch."""
    return Wish(**{**kept, "parts": tuple(kept["parts"])})


def candidates(desk: Desk, wanted: Wanted) -> tuple[Head, ...]:
    """The assessments to choose from, by name; examples last."""
    with desk.database.reading() as connection:
        return tuple(fitting(stored_assessments.heads(connection), wanted))


def order_batch(desk: Desk, wish: Wish, ids: Sequence[str], *, token: str | None = None) -> str:
    """Keep a batch of these assessments; its id. The same token again gives the one kept with it.

    Raises Invalid for no assessment at all, or a pattern of names that cannot be.
    """
    check_pattern(wish.names, FIELDS, "names")
    with desk.database.transaction() as connection:
        known = {head.id: head for head in stored_assessments.heads(connection)}
        chosen = [known[id] for id in dict.fromkeys(ids) if id in known]
        if not chosen:
            raise Invalid([Problem("nothing_chosen", "assessments")])
        return stored.add_batch(
            connection,
            _items(chosen, wish),
            id=str(uuid4()),
            order=asdict(wish),
            token=token,
            at=datetime.now(UTC),
        )


def _items(heads: Iterable[Head], wish: Wish) -> list[NewItem]:
    """The documents with names of their own: a second one of the same name gets a number."""
    taken: set[str] = set()
    items = []
    for head in heads:
        name = _free(_name(head, wish.names), taken)
        taken.add(name.casefold())
        items.append(NewItem(head.id, head.title, f"{name}.{wish.format}"))
    return items


def _name(head: Head, names: str) -> str:
    fields = {
        "ags": head.municipality.ags or "",
        "name": plain_name(head.title)[:60],
        "date": head.date.isoformat(),
    }
    return filled(names, fields, otherwise=head.id)


def _free(name: str, taken: set[str]) -> str:
    """The name, or the first of `name-2`, `name-3` … that no other file has on any system."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    return free
