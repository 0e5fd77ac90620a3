"""What is seen of batches, and what can be done with them: cancel, go on, delete."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

from assessment.errors import NotFound
from assessment.persistence.documents import batches as stored
from assessment.persistence.documents.batches import (
    CANCELLED,
    DONE,
    FAILED,
    RUNNING,
    StoredBatch,
    StoredItem,
    Tally,
)
from assessment.services.batches.making import folder_of
from assessment.services.batches.ordering import Wish, wish_of
from assessment.services.desk import Desk


@dataclass(frozen=True)
class BatchLine:
    """A batch as lists show it; `size` are the bytes of its files on disk.

    `ahead` is how many batches are worked on before it. `minutes` is about how long it still takes,
    None while nobody knows.
    """

    batch: StoredBatch
    wish: Wish
    tally: Tally
    size: int
    ahead: int

    @property
    def running(self) -> bool:
        return self.batch.state == RUNNING

    @property
    def cancelled(self) -> bool:
        return self.batch.state == CANCELLED

    @property
    def ended(self) -> int:
        """How many documents are over, well or not."""
        return self.tally.done + self.tally.failed

    @property
    def minutes(self) -> int | None:
        pace = self.tally.pace
        return None if pace is None or self.ahead else ceil(pace * self.tally.waiting / 60)


def batch_lines(desk: Desk) -> tuple[BatchLine, ...]:
    """All batches, the last ordered first."""
    with desk.database.reading() as connection:
        found = stored.batches(connection)
        tallies = stored.tallies(connection)
    return tuple(_line(desk, one, tallies, found) for one in found)


def batch_line(desk: Desk, id: str) -> BatchLine:
    """How far a batch is; NotFound."""
    with desk.database.reading() as connection:
        batch = stored.batch(connection, id)
        others = stored.running(connection)
        tallies = stored.tallies(connection)
    return _line(desk, batch, tallies, others)


def batch_items(desk: Desk, id: str) -> tuple[StoredItem, ...]:
    """The documents of a batch in their order."""
    with desk.database.reading() as connection:
        return stored.items(connection, id)


def file_of(desk: Desk, id: str, position: int) -> tuple[str, Path]:
    """Name and place of a document that is done; NotFound."""
    for item in batch_items(desk, id):
        path = folder_of(desk, id) / item.output
        if item.position == position and item.state == DONE and path.is_file():
            return item.output, path
    raise NotFound(str(position))


def cancel(desk: Desk, id: str) -> None:
    """Make no further document; those that are made stay. NotFound."""
    with desk.database.transaction() as connection:
        if stored.batch(connection, id).state == RUNNING:
            stored.set_state(connection, id, CANCELLED, at=datetime.now(UTC))


def go_on(desk: Desk, id: str) -> None:
    """Make what is missing, what failed too; NotFound."""
    with desk.database.transaction() as connection:
        if stored.batch(connection, id).state == RUNNING:
            return
        failed = [one.position for one in stored.items(connection, id) if one.state == FAILED]
        stored.let_wait(connection, id, failed)
        stored.set_state(connection, id, RUNNING, at=datetime.now(UTC))


def delete(desk: Desk, id: str) -> None:
    """Remove the batch and its files, for good; NotFound.

    The files go first: what is interrupted between the two can be deleted again.
    """
    cancel(desk, id)
    remove_files(folder_of(desk, id))
    with desk.database.transaction() as connection:
        stored.delete(connection, id)


def remove_files(folder: Path) -> None:
    """The folder of a batch is gone."""
    shutil.rmtree(folder, ignore_errors=True)


def _line(
    desk: Desk, batch: StoredBatch, tallies: dict[str, Tally], others: Iterable[StoredBatch]
) -> BatchLine:
    return BatchLine(
        batch=batch,
        wish=wish_of(batch.order),
        tally=tallies.get(batch.id, Tally()),
        size=_size(folder_of(desk, batch.id)),
        ahead=_ahead(batch, others) if batch.state == RUNNING else 0,
    )


def _ahead(batch: StoredBatch, others: Iterable[StoredBatch]) -> int:
    own = (batch.created_at, batch.id)
    return sum(one.state == RUNNING and (one.created_at, one.id) < own for one in others)


def _size(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.iterdir())
    except OSError:
        return 0
