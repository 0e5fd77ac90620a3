"""The work on batches: some documents side by side, beside the pages, until nothing waits.

A document is noted as soon as it is written. Whatever happens then, killed processes included, it
is not made again: whoever takes the batch up goes on with the next one. Fewer documents are handed
in at a time than there are worker processes, so that nobody at a page waits for a batch; with one
process, what a person waits for comes between two of them.
"""

import fcntl
import logging
import threading
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from assessment.persistence.documents import batches as stored
from assessment.persistence.documents.batches import DONE, StoredBatch, StoredItem
from assessment.services.batches.making import folder_of, is_up_to_date, outcome_of
from assessment.services.batches.seeing import remove_files
from assessment.services.desk import Desk

# After something that should not happen, such as a full disk under the database.
_PAUSE = 5.0


class Runner:
    """Works on all batches that are to run, the first ordered first, in a thread of its own."""

    def __init__(self, desk: Desk, workers: int = 1) -> None:
        self._desk = desk
        self._at_once = max(1, workers - 1)
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._looked_over: set[str] = set()

    def wake(self) -> None:
        """There may be something to do; it is begun soon."""
        self._wanted.set()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="batches", daemon=True)
                self._thread.start()

    def look_over_again(self, id: str) -> None:
        """The batch goes on: what of it is out of date is made again."""
        self._looked_over.discard(id)
        self.wake()

    def end(self) -> None:
        """Begin no further document; the one in the making is not noted as failed."""
        self._ending.set()
        self._wanted.set()

    def work_off(self) -> None:
        """Make all that waits, batch after batch, and come back when nothing does."""
        while not self._ending.is_set():
            with self._desk.database.reading() as connection:
                first = next(iter(stored.running(connection)), None)
            if first is None:
                return
            self._look_over(first)
            self._go_on(first)

    def _work(self) -> None:
        while not self._ending.is_set():
            self._wanted.wait()
            self._wanted.clear()
            try:
                with _alone(self._desk):
                    self.work_off()
            except Exception:
                logging.getLogger(__name__).exception("batches stopped; they go on soon")
                self._ending.wait(_PAUSE)
                self._wanted.set()

    def _look_over(self, batch: StoredBatch) -> None:
        """Taken up, again perhaps: what has changed since it was made is made again."""
        if batch.id in self._looked_over:
            return
        desk = self._desk
        with desk.database.reading() as connection:
            done = [item for item in stored.items(connection, batch.id) if item.state == DONE]
        stale = [item.position for item in done if not is_up_to_date(desk, batch, item)]
        if stale:
            with desk.database.transaction() as connection:
                stored.let_wait(connection, batch.id, stale)
        self._looked_over.add(batch.id)

    def _go_on(self, batch: StoredBatch) -> None:
        """Make what waits, until the batch is finished, cancelled or deleted.

        A worker process that dies or hangs takes with it what is made beside it: what went wrong
        side by side waits, and is made once more, alone.
        """
        if self._at_once > 1:
            self._make_side_by_side(batch)
        while not self._ending.is_set():
            item = next(iter(self._waiting(batch, limit=1)), None)
            if item is None:
                with self._desk.database.transaction() as connection:
                    stored.finish(connection, batch.id, at=datetime.now(UTC))
                return
            self._note(batch, item, self._made(batch, item))

    def _make_side_by_side(self, batch: StoredBatch) -> None:
        """Make as many as may be at once; when one is over, the next begins."""
        making: dict[int, Future[bool]] = {}
        tried: set[int] = set()
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="batches") as threads:
            while not self._ending.is_set():
                room = self._at_once - len(making)
                for item in self._waiting(batch, limit=room, besides={*making, *tried}):
                    making[item.position] = threads.submit(self._make_beside_others, batch, item)
                if not making:
                    return
                over, _ = wait(making.values(), return_when=FIRST_COMPLETED)
                for position in [at for at, future in making.items() if future in over]:
                    if not making.pop(position).result():
                        tried.add(position)

    def _make_beside_others(self, batch: StoredBatch, item: StoredItem) -> bool:
        """Make a document; False, with nothing noted, where that went wrong."""
        made = self._made(batch, item)
        if "problems" in made.outcome:
            return False
        self._note(batch, item, _Made(made.outcome, made.seconds / self._at_once))
        return True

    def _waiting(
        self, batch: StoredBatch, *, limit: int, besides: Collection[int] = ()
    ) -> tuple[StoredItem, ...]:
        with self._desk.database.reading() as connection:
            return stored.waiting(connection, batch.id, limit=limit, besides=besides)

    def _made(self, batch: StoredBatch, item: StoredItem) -> "_Made":
        start = monotonic()
        outcome = outcome_of(self._desk, batch, item)
        return _Made(outcome, monotonic() - start)

    def _note(self, batch: StoredBatch, item: StoredItem, made: "_Made") -> None:
        problems = made.outcome.get("problems")
        if self._ending.is_set() and problems:
            return  # the workers ended with the server: it is made at the next start
        if problems:
            logging.getLogger(__name__).warning("no document of %s: %s", item.title, problems)
        with self._desk.database.transaction() as connection:
            still_there = stored.keep_outcome(
                connection,
                batch.id,
                item.position,
                outcome=made.outcome,
                seconds=made.seconds,
                at=datetime.now(UTC),
            )
        if not still_there:
            remove_files(folder_of(self._desk, batch.id))


@dataclass(frozen=True)
class _Made:
    """What became of a document, and how many seconds of the batch it took."""

    outcome: Mapping[str, Any]
    seconds: float


@contextmanager
def _alone(desk: Desk) -> Iterator[None]:
    """Wait until no other process on this data folder works on batches.

    The lock goes with the process that holds it, however that ends.
    """
    folder = desk.folder / "batches"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
