"""Many documents at once: side by side, resumed where they stopped, one fault stopping no other."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from assessment.answer_book import read_any
from assessment.errors import AssessmentError, Invalid, Problem
from assessment.jobs.queue import Queue
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.documents import read_bytes
from assessment.report.office.given import GivenFile
from assessment.services.documents.formats import (
    FindingPeers,
    LookingBack,
    Order,
    document,
    no_earlier,
    no_peers,
)
from assessment.services.documents.manifest import Manifest, Origin, entry, sha256
from assessment.services.documents.names import check_pattern, filled, plain_name
from assessment.services.files import answer_paths, write_atomically

FIELDS = ("file", "ags", "name", "date")


@dataclass(frozen=True)
class Finished:
    """A document that is there; `made` is False where an earlier run had made it already."""

    source: Path
    target: Path
    made: bool


@dataclass(frozen=True)
class Failed:
    """An answer file from which no document could be made, and why."""

    source: Path
    problems: tuple[Problem, ...]


Outcome = Finished | Failed


@dataclass(frozen=True)
class Task:
    """An answer file that was read, with the place of its document."""

    source: Path
    source_hash: str
    assessment: Assessment
    target: Path
    order: Order


Progress = Callable[[int, int], None]


def untold(_done: int, _all: int) -> None:
    """The progress that nobody wants to know."""


Reading = Callable[[bytes, Path], tuple[Assessment, str]]
"""What finds the answers in a file, with a sentence that documents say of them or none."""


class Batch:
    """The work on many answer files; `len` says on how many."""

    def __init__(
        self,
        paths: Sequence[Path],
        folder: Path,
        *,
        order: Order,
        model: Model,
        names: str = "{file}",
        looking_back: LookingBack = no_earlier,
        peers: FindingPeers = no_peers,
        reading: Reading | None = None,
        progress: Progress = untold,
    ) -> None:
        """Read all files; `looking_back` finds the earlier report that each says the changes since.

        `peers` finds those among whom each says where its body stands. Without `reading` files
        hold answers to the model's own version. `progress` is told how many files were read.
        Raises Invalid for a folder without any, or a pattern that cannot be.
        """
        check_pattern(names, FIELDS, "--names")
        self._folder, self._order, self._model = folder, order, model
        self._looking_back, self._peers = looking_back, peers
        self._reading = reading or self._as_it_is
        self._tasks: list[Task] = []
        self._failed: list[Failed] = []
        files = answer_paths(paths)
        for number, path in enumerate(files, start=1):
            self._read(path, names)
            progress(number, len(files))
        self._refuse_collisions()

    @property
    def without_earlier(self) -> tuple[Path, ...]:
        """The answer files whose documents tell no changes, because no earlier report is there."""
        return tuple(task.source for task in self._tasks if task.order.brief.since is None)

    def __len__(self) -> int:
        return len(self._tasks) + len(self._failed)

    def run(self, queue: Queue, jobs: int = 1) -> Iterator[Outcome]:
        """Make what is not there yet; each outcome as soon as it is known.

        Documents are written whole and noted in the manifest one by one: after an interruption
        the next run goes on from there.
        """
        yield from self._failed
        manifest = Manifest(self._folder, self._order, self._model)
        done = [
            task
            for task in self._tasks
            if manifest.has(task.source, _origin(task, manifest), task.target)
        ]
        yield from (Finished(task.source, task.target, made=False) for task in done)
        there = {task.target for task in done}
        todo = [task for task in self._tasks if task.target not in there]
        pool = ThreadPoolExecutor(jobs)
        try:
            yield from self._made(todo, pool, queue, manifest)
        finally:
            # Who stops does not wait for what is in the making: it ends with the queue.
            pool.shutdown(wait=False, cancel_futures=True)

    def _made(
        self, todo: Sequence[Task], pool: ThreadPoolExecutor, queue: Queue, manifest: Manifest
    ) -> Iterator[Outcome]:
        running: dict[Future[bytes], Task] = {
            pool.submit(self._document, task, queue): task for task in todo
        }
        # A document that was written is let go: of thousands only those in the making stay.
        for future in as_completed(running):
            yield self._kept(running.pop(future), future, manifest)

    def _document(self, task: Task, queue: Queue) -> bytes:
        keeps = task.order.keeps_own_texts and task.target.exists()
        earlier = GivenFile(str(task.target), task.target.read_bytes()) if keeps else None
        return document(
            task.assessment, task.order, model=self._model, queue=queue, earlier=earlier
        )

    def _kept(self, task: Task, future: Future[bytes], manifest: Manifest) -> Outcome:
        """Write a document and note it; what went wrong with one is told and stops no other."""
        try:
            data = future.result()
            write_atomically(task.target, data)
        except Invalid as error:
            return Failed(task.source, error.problems)
        except AssessmentError as error:
            last = str(error).strip().rpartition("\n")[2]
            problem = Problem("not_made", values={"reason": last}, file=str(task.source))
            return Failed(task.source, (problem,))
        manifest.add(
            entry(
                _origin(task, manifest),
                task.assessment,
                source=task.source.name,
                output=task.target.name,
                data=data,
            )
        )
        return Finished(task.source, task.target, made=True)

    def _read(self, path: Path, names: str) -> None:
        try:
            data = read_bytes(path)
            assessment, standing = self._reading(data, path)
        except Invalid as error:
            self._failed.append(Failed(path, error.problems))
            return
        target = self._folder / f"{_name(names, path, assessment)}.{self._order.format}"
        order = self._order.since(self._looking_back(assessment)).among(self._peers(assessment))
        order = order.said_to_stand(standing)
        self._tasks.append(Task(path, sha256(data), assessment, target, order))

    def _as_it_is(self, data: bytes, path: Path) -> tuple[Assessment, str]:
        return read_any(data, file=str(path), model=self._model), ""

    def _refuse_collisions(self) -> None:
        """Two files for one place: none of them is written."""
        count = Counter(task.target for task in self._tasks)
        for task in [task for task in self._tasks if count[task.target] > 1]:
            problem = Problem(
                "same_target", values={"target": task.target.name}, file=str(task.source)
            )
            self._failed.append(Failed(task.source, (problem,)))
            self._tasks.remove(task)


def _origin(task: Task, manifest: Manifest) -> Origin:
    return manifest.origin(task.source_hash, task.order.brief)


def _name(names: str, path: Path, assessment: Assessment) -> str:
    """The name of a document without its ending, which every system can store."""
    body = assessment.municipality
    fields = {
        "file": path.stem,
        "ags": body.ags or "",
        "name": plain_name(body.name),
        "date": assessment.date.isoformat(),
    }
    return filled(names, fields, otherwise=path.stem)
