"""A queue for one machine: a few worker processes, started when the first task comes."""

import logging
import multiprocessing
import os
import signal
import threading
import traceback
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from assessment.jobs.queue import TaskFailed, do

# A long report with all charts takes a few seconds; a task beyond this one is stuck.
_SECONDS = 180


class LocalPool:
    """Runs tasks in up to `workers` processes; one that dies costs a new try, not the pool."""

    def __init__(self, workers: int = 1, seconds: float = _SECONDS) -> None:
        self._workers = workers
        self._seconds = seconds
        self._lock = threading.Lock()
        self._executor: ProcessPoolExecutor | None = None

    def run(self, task: str, *arguments: object) -> Any:
        """What the task gives back; TaskFailed when it raises, hangs or kills its worker twice."""
        for _ in range(2):
            executor = self._running()
            try:
                outcome = executor.submit(_attempt, task, arguments).result(self._seconds)
            except BrokenProcessPool:
                logging.getLogger(__name__).warning("a worker died at %s", task)
                self._drop(executor)
            except TimeoutError:
                self._drop(executor)
                raise TaskFailed(f"{task}: no end after {self._seconds} s") from None
            else:
                return _opened(outcome)
        raise TaskFailed(f"{task}: the worker process died twice")

    def close(self) -> None:
        """End the worker processes; the next task would start new ones."""
        if self._executor is not None:
            self._drop(self._executor)

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._executor is None:
                self._executor = ProcessPoolExecutor(
                    self._workers, multiprocessing.get_context("spawn"), _prepare_worker
                )
            return self._executor

    def _drop(self, executor: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._executor is executor:
                self._executor = None
        executor.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True)
class _Failure:
    """What went wrong in the worker, as text: not every exception survives the way back."""

    report: str


def _attempt(task: str, arguments: tuple[object, ...]) -> Any:
    try:
        return do(task, *arguments)
    except Exception:  # noqa: BLE001 - whatever a task raises is told to who waits for it
        return _Failure(traceback.format_exc())


def _opened(outcome: Any) -> Any:
    if isinstance(outcome, _Failure):
        raise TaskFailed(outcome.report)
    return outcome


def _prepare_worker() -> None:
    # Ctrl+C reaches every process of the terminal; ours end with the server instead.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A server that is killed cannot end its workers: they watch it and end themselves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
