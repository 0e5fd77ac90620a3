"""Does the work that was ordered on rounds, beside the pages, until nothing waits."""

import fcntl
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from assessment.errors import Problem
from assessment.jobs.queue import WORK_ON_ROUND, Queue, TaskFailed
from assessment.services.desk import Desk
from assessment.services.rounds import work
from assessment.services.rounds.places import ROUNDS, rounds_in
from assessment.services.rounds.work import Work

_IDLE_SECONDS = 60


class ClosableQueue(Queue, Protocol):
    """A queue that holds something until it is closed."""

    def close(self) -> None:
        """End what it holds; what it was doing is broken off."""


OpenQueue = Callable[[], ClosableQueue]


class RoundRunner:
    """Works on all rounds, one thing after the other, in a thread of its own.

    A large round keeps its worker for minutes: it has a queue of its own, so that nobody waits
    behind it for a report. It is closed when nothing came for a while, so that it keeps no memory.
    """

    def __init__(self, desk: Desk, open_queue: OpenQueue) -> None:
        self._desk = desk
        self._open_queue = open_queue
        self._queue: ClosableQueue | None = None
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Let what waits be begun soon; nothing happens where nothing does."""
        self._wanted.set()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="rounds", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """Begin nothing more; what is in the making is taken up at the next start."""
        self._ending.set()
        self._wanted.set()
        self._close()

    def work_off(self) -> None:
        """Do all that waits, and come back when nothing does.

        What fails is noted in its round and stops nothing else.
        """
        with _alone(self._desk.folder):
            while not self._ending.is_set() and (found := self._first()):
                self._do(*found)

    def _work(self) -> None:
        while not self._ending.is_set():
            if not self._wanted.wait(_IDLE_SECONDS if self._queue else None):
                self._close()
                continue
            self._wanted.clear()
            try:
                self.work_off()
            except Exception:
                logging.getLogger(__name__).exception("work on rounds stopped")

    def _close(self) -> None:
        queue, self._queue = self._queue, None
        if queue is not None:
            queue.close()

    def _first(self) -> tuple[Path, Work] | None:
        """What was ordered first."""
        found = (
            (one, folder) for folder in rounds_in(self._desk.folder) for one in work.waiting(folder)
        )
        first = min(found, key=lambda pair: pair[0].at, default=None)
        return (first[1], work.waiting(first[1])[0]) if first else None

    def _do(self, folder: Path, ordered: Work) -> None:
        self._queue = queue = self._queue or self._open_queue()
        try:
            queue.run(WORK_ON_ROUND, folder, self._desk.model.folder, ordered.kind)
        except TaskFailed as error:
            if self._ending.is_set():
                return  # the worker ended with the server: it is done at the next start
            logging.getLogger(__name__).exception("no %s of a round", ordered.kind)
            reason = str(error).strip().rpartition("\n")[2]
            if folder.is_dir():
                work.fail(
                    folder, ordered, [Problem("round_work_failed", values={"reason": reason})]
                )


@contextmanager
def _alone(data_folder: Path) -> Iterator[None]:
    """Wait until no other process on this data folder works on rounds."""
    place = data_folder / ROUNDS
    place.mkdir(parents=True, exist_ok=True)
    with (place / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
