"""What is asked of the database about batches and how far their documents are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from assessment.errors import NotFound
from assessment.persistence.records import BatchItemRecord, BatchRecord, table_of
from assessment.persistence.upsert import insert_all, insert_new

RUNNING, CANCELLED, FINISHED = "running", "cancelled", "finished"
WAITING, DONE, FAILED = "waiting", "done", "failed"

_BATCH, _ITEM = table_of(BatchRecord), table_of(BatchItemRecord)


@dataclass(frozen=True)
class StoredBatch:
    """A batch with what was ordered, and what has become of it."""

    id: str
    order: Mapping[str, Any]
    state: str
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class StoredItem:
    """A document of a batch; `assessment_id` is None once the assessment was deleted."""

    position: int
    assessment_id: str | None
    title: str
    state: str
    output: str
    entry: Mapping[str, Any] | None
    problems: Mapping[str, Any] | None


@dataclass(frozen=True)
class NewItem:
    """A document that is ordered."""

    assessment_id: str
    title: str
    output: str


@dataclass(frozen=True)
class Tally:
    """How many documents of a batch wait, are done or failed; `pace` is seconds for one."""

    waiting: int = 0
    done: int = 0
    failed: int = 0
    pace: float | None = None

    @property
    def all(self) -> int:
        return self.waiting + self.done + self.failed


def add_batch(
    connection: Connection,
    items: Sequence[NewItem],
    *,
    id: str,
    order: Mapping[str, Any],
    token: str | None,
    at: datetime,
) -> str:
    """Keep a batch that is to run; its id, or that of the one ordered with the same token."""
    row = {"id": id, "order": order, "state": RUNNING, "token": token, "created_at": at}
    if not insert_new(connection, _BATCH, {**row, "ended_at": None}):
        same = select(_BATCH.c.id).where(_BATCH.c.token == token)
        return str(connection.execute(same).scalar_one())
    nothing = {"entry": None, "problems": None, "seconds": None, "ended_at": None}
    insert_all(
        connection,
        _ITEM,
        [
            {
                "batch_id": id,
                "position": position,
                "assessment_id": item.assessment_id,
                "title": item.title,
                "state": WAITING,
                "output": item.output,
                **nothing,
            }
            for position, item in enumerate(items, start=1)
        ],
    )
    return id


def batch(connection: Connection, id: str) -> StoredBatch:
    """The batch; NotFound when there is none, or no longer."""
    row = connection.execute(select(_BATCH).where(_BATCH.c.id == id)).first()
    if row is None:
        raise NotFound(id)
    return _batch_of(row)


def batches(connection: Connection) -> tuple[StoredBatch, ...]:
    """All batches, the last ordered first."""
    rows = connection.execute(select(_BATCH).order_by(_BATCH.c.created_at.desc(), _BATCH.c.id))
    return tuple(_batch_of(row) for row in rows)


def running(connection: Connection) -> tuple[StoredBatch, ...]:
    """The batches that are to run, the first ordered first."""
    asked = select(_BATCH).where(_BATCH.c.state == RUNNING)
    rows = connection.execute(asked.order_by(_BATCH.c.created_at, _BATCH.c.id))
    return tuple(_batch_of(row) for row in rows)


def items(connection: Connection, id: str) -> tuple[StoredItem, ...]:
    """The documents of a batch in their order."""
    asked = select(_ITEM).where(_ITEM.c.batch_id == id).order_by(_ITEM.c.position)
    return tuple(_item_of(row) for row in connection.execute(asked))


def waiting(
    connection: Connection, id: str, *, limit: int, besides: Collection[int] = ()
) -> tuple[StoredItem, ...]:
    """The first documents that still wait, while the batch is to run; `besides` are left out."""
    asked = (
        select(_ITEM)
        .join(_BATCH, _BATCH.c.id == _ITEM.c.batch_id)
        .where(_BATCH.c.id == id, _BATCH.c.state == RUNNING, _ITEM.c.state == WAITING)
        .where(_ITEM.c.position.not_in(besides))
        .order_by(_ITEM.c.position)
        .limit(limit)
    )
    return tuple(_item_of(row) for row in connection.execute(asked))


def tallies(connection: Connection) -> dict[str, Tally]:
    """How far each batch is."""
    counted = (
        select(_ITEM.c.batch_id, _ITEM.c.state, func.count(), func.avg(_ITEM.c.seconds))
        .group_by(_ITEM.c.batch_id, _ITEM.c.state)
        .order_by(_ITEM.c.batch_id)
    )
    found: dict[str, dict[str, Any]] = {}
    for id, state, count, seconds in connection.execute(counted):
        told = found.setdefault(id, {})
        told[state] = count
        if state == DONE:
            told["pace"] = seconds
    return {id: Tally(**told) for id, told in found.items()}


def keep_outcome(
    connection: Connection,
    id: str,
    position: int,
    *,
    outcome: Mapping[str, Any],
    seconds: float,
    at: datetime,
) -> bool:
    """Note what became of a document: its `entry` or its `problems`; whether it still exists."""
    state = DONE if outcome.get("entry") else FAILED
    values = {"entry": None, "problems": None, **outcome, "state": state, "seconds": seconds}
    done = connection.execute(
        _ITEM.update()
        .where(_ITEM.c.batch_id == id, _ITEM.c.position == position)
        .values(**values, ended_at=at)
    )
    return done.rowcount == 1


def set_state(connection: Connection, id: str, state: str, *, at: datetime) -> None:
    """Run, cancel or finish a batch; NotFound."""
    ended = None if state == RUNNING else at
    done = connection.execute(
        _BATCH.update().where(_BATCH.c.id == id).values(state=state, ended_at=ended)
    )
    if done.rowcount == 0:
        raise NotFound(id)


def finish(connection: Connection, id: str, *, at: datetime) -> None:
    """The batch is finished, unless it was cancelled meanwhile."""
    ran = (_BATCH.c.id == id, _BATCH.c.state == RUNNING)
    connection.execute(_BATCH.update().where(*ran).values(state=FINISHED, ended_at=at))


def let_wait(connection: Connection, id: str, positions: Iterable[int]) -> None:
    """These documents are to be made again."""
    those = _ITEM.c.position.in_(tuple(positions))
    connection.execute(
        _ITEM.update()
        .where(_ITEM.c.batch_id == id, those)
        .values(state=WAITING, entry=None, problems=None, seconds=None, ended_at=None)
    )


def delete(connection: Connection, id: str) -> None:
    """Remove the batch with all that is known of its documents."""
    connection.execute(_BATCH.delete().where(_BATCH.c.id == id))


def _batch_of(row: Row[Any]) -> StoredBatch:
    return StoredBatch(row.id, row.order, row.state, row.created_at, row.ended_at)


def _item_of(row: Row[Any]) -> StoredItem:
    return StoredItem(
        position=row.position,
        assessment_id=row.assessment_id,
        title=row.title,
        state=row.state,
        output=row.output,
        entry=row.entry,
        problems=row.problems,
    )
