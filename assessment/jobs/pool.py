"""A queue for one machine: a few worker processes, started when the first task comes."""

import logging
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import traceback
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from assessment.jobs.queue import QueueEnded, TaskFailed, do
from assessment.jobs.temporary import TemporaryFolder

# A long report with all charts takes a few seconds; a task beyond this one is stuck.
_SECONDS = 180
# A process that is told to end is gone in a moment, but is not waited for for ever.
_SECONDS_TO_END = 2
_ENDED = "the worker processes were ended"


class LocalPool:
    """Runs tasks in up to `workers` processes; one that dies costs a new try, not the pool."""

    def __init__(self, workers: int = 1, seconds: float = _SECONDS) -> None:
        self._workers = workers
        self._seconds = seconds
        self._lock = threading.Lock()
        self._executor: _Executor | None = None
        self._open: set[_Executor] = set()
        self._second_tries = threading.Semaphore(workers)
        self._closed = False

    def run(self, task: str, *arguments: object) -> Any:
        """What the task gives back; TaskFailed when it raises, hangs or kills its worker twice.

        A worker that dies, or is ended because its task hangs, takes along what the others were
        doing: each of these tasks is tried again, in a process that it shares with no other.
        """
        executor = self._running()
        try:
            return self._done(executor, task, arguments)
        except _LostError:
            self._drop(executor)
        with self._second_tries:
            with self._lock:
                alone = self._begun(1)
            logging.getLogger(__name__).warning("a worker was lost at %s", task)
            try:
                return self._done(alone, task, arguments)
            except _LostError:
                if self._closed:
                    raise QueueEnded(_ENDED) from None
                raise TaskFailed(f"{task}: the worker process died twice") from None
            finally:
                self._drop(alone)

    def close(self) -> None:
        """End the worker processes for good; what they were doing is broken off and fails."""
        with self._lock:
            self._closed = True
            still_open = list(self._open)
        for executor in still_open:
            self._drop(executor)

    def _done(self, executor: "_Executor", task: str, arguments: tuple[object, ...]) -> Any:
        try:
            outcome = executor.outcome(task, arguments, self._seconds)
        except TimeoutError:
            self._drop(executor)
            raise TaskFailed(f"{task}: no end after {self._seconds} s") from None
        return _opened(outcome)

    def _running(self) -> "_Executor":
        with self._lock:
            if self._executor is None:
                self._executor = self._begun(self._workers)
            return self._executor

    def _begun(self, workers: int) -> "_Executor":
        """Processes that `close` knows of; to be called under the lock."""
        if self._closed:
            raise QueueEnded(_ENDED)
        try:
            executor = _Executor(workers)
        except OSError as fault:
            raise TaskFailed(f"no worker process can be started: {fault}") from fault
        self._open.add(executor)
        return executor

    def _drop(self, executor: "_Executor") -> None:
        with self._lock:
            self._open.discard(executor)
            if self._executor is executor:
                self._executor = None
        executor.end()


class _LostError(Exception):
    """The process of a task was ended or died before the task was done."""


class _Executor(ProcessPoolExecutor):
    """Worker processes that can be ended although they are busy.

    What they write to pass on to libraries, such as fonts, goes with them: a process that is ended
    cannot tidy up behind itself.
    """

    def __init__(self, workers: int) -> None:
        self._started = _Started()
        self._folder = TemporaryFolder()
        super().__init__(workers, self._started, _prepare_worker, (self._folder.name,))

    def outcome(self, task: str, arguments: tuple[object, ...], seconds: float) -> Any:
        """What came of the task; TimeoutError, and _LostError where its process was ended."""
        try:
            # Handing in fails where the processes were ended a moment ago, or where the machine
            # has nothing left to start one with.
            future = self.submit(_attempt, task, arguments)
        except (RuntimeError, OSError):
            raise _LostError from None
        try:
            return future.result(seconds)
        except (BrokenProcessPool, CancelledError):
            raise _LostError from None

    def end(self) -> None:
        """End the workers now; what they were doing is broken off."""
        self.shutdown(wait=False, cancel_futures=True)
        # One whose start failed or was interrupted has no number, and nothing to be ended.
        started = [one for one in self._started.processes if one.pid is not None]
        for process in started:
            process.terminate()
        for process in started:
            wait([process.sentinel], _SECONDS_TO_END)
        self._folder.remove()


class _Started(SpawnContext):
    """Starts fresh interpreters, and knows them: forking a server with threads is not safe."""

    def __init__(self) -> None:
        super().__init__()
        self.processes: list[SpawnProcess] = []

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802 - the name that executors call
        """A new process, not started yet."""
        process = SpawnProcess(*args, **options)
        self.processes.append(process)
        return process


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


def _prepare_worker(folder: str) -> None:
    tempfile.tempdir = folder
    # Ctrl+C reaches every process of the terminal; ours end with the server instead.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()


def _end_with_parent(folder: str) -> None:
    """A server that is killed cannot end its workers: they watch it, tidy up and end themselves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)
