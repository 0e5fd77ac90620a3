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
from multiprocessing.context import SpawnContext, SpawnProcess
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
        self._executor: _Executor | None = None
        self._closed = False

    def run(self, task: str, *arguments: object) -> Any:
        """What the task gives back; TaskFailed when it raises, hangs or kills its worker twice."""
        for _ in range(2):
            executor = self._running()
            try:
                outcome = executor.submit(_attempt, task, arguments).result(self._seconds)
            except BrokenProcessPool:
                if self._closed:
                    break
                logging.getLogger(__name__).warning("a worker died at %s", task)
                self._drop(executor)
            except TimeoutError:
                self._drop(executor)
                raise TaskFailed(f"{task}: no end after {self._seconds} s") from None
            else:
                return _opened(outcome)
        raise TaskFailed(
            f"{task}: the worker process {'was ended' if self._closed else 'died twice'}"
        )

    def close(self) -> None:
        """End the worker processes for good; what they were doing is broken off and fails."""
        self._closed = True
        if self._executor is not None:
            self._drop(self._executor)

    def _running(self) -> "_Executor":
        with self._lock:
            if self._closed:
                raise TaskFailed("the worker processes were ended")
            if self._executor is None:
                self._executor = _Executor(self._workers)
            return self._executor

    def _drop(self, executor: "_Executor") -> None:
        with self._lock:
            if self._executor is executor:
                self._executor = None
        executor.end()


class _Executor(ProcessPoolExecutor):
    """Worker processes that can be ended although they are busy."""

    def __init__(self, workers: int) -> None:
        self._started = _Started()
        super().__init__(workers, self._started, _prepare_worker)

    def end(self) -> None:
        """End the workers now; what they were doing is broken off."""
        self.shutdown(wait=False, cancel_futures=True)
        for process in self._started.processes:
            process.terminate()


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
