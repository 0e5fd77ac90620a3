"""An import: what was sent is kept in a folder, checked file by file, then taken file by file.

What came of each file is kept beside it, so that every process tells the same, after a restart too.
"""

import fcntl
import hashlib
import json
import logging
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from assessment.errors import Invalid, NotFound, Problem
from assessment.jobs.queue import QueueEnded, TaskFailed
from assessment.municipality import folded
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.clients import clients as stored
from assessment.persistence.database import Connection
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import Assessment
from assessment.services.assessments import read_file, read_file_beside
from assessment.services.clients.bulk.checked import (
    CheckedFile,
    Outcome,
    answers_of,
    known_of,
    note,
)
from assessment.services.clients.bulk.unpacking import unpacked
from assessment.services.desk import Desk
from assessment.services.files import write_atomically

FOLDER = "imports"
KEPT_SECONDS = 86_400
_INDEX = "index.json"
_LOCK = ".lock"


@dataclass(frozen=True)
class Import:
    """How far an import is: of `total` files those in `files` are checked."""

    id: str
    total: int
    files: tuple[CheckedFile, ...]
    confirmed: bool

    @property
    def tally(self) -> Counter[str]:
        """How many files there are of each outcome."""
        return Counter(file.outcome.value for file in self.files)

    @property
    def running(self) -> bool:
        """Whether files are still to be checked or, once that was confirmed, to be imported."""
        return len(self.files) < self.total or (self.confirmed and self.tally["ready"] > 0)


def begin_import(desk: Desk, sent: Iterable[tuple[str, bytes]]) -> str:
    """Keep what was sent until it is imported; the id of the import. Invalid for no file."""
    files = tuple(unpacked(sent))
    if not files:
        raise Invalid([Problem("no_file")])
    forget_old(desk)
    id = str(uuid4())
    folder = desk.folder / FOLDER / id
    folder.mkdir(parents=True)
    index = []
    for number, file in enumerate(files):
        if file.data is not None:
            (folder / str(number)).write_bytes(file.data)
        problem = file.problem
        index.append([file.name, [problem.code, dict(problem.values)] if problem else None])
    (folder / _INDEX).write_text(json.dumps(index), encoding="utf-8")
    return id


def forget_old(desk: Desk) -> None:
    """Remove what was sent more than a day ago."""
    folder = desk.folder / FOLDER
    for old in folder.iterdir() if folder.exists() else ():
        if time.time() - old.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)


def discard(desk: Desk, id: str) -> None:
    """Remove what was sent; NotFound."""
    shutil.rmtree(_folder(desk, id))


def import_of(desk: Desk, id: str) -> Import:
    """How far the import is; NotFound where there is none, or no longer."""
    index, folder = _index(desk, id), _folder(desk, id)
    known = (known_of(folder, number) for number in range(len(index)))
    confirmed = (folder / "confirmed").exists()
    return Import(id, len(index), tuple(one for one in known if one is not None), confirmed)


def confirm(desk: Desk, id: str) -> None:
    """Note that the sound files are to be imported; NotFound."""
    (_folder(desk, id) / "confirmed").touch()


def work_on(desk: Desk, id: str) -> None:
    """Check every file and, once that is confirmed, import the sound ones, each in one go.

    May be begun again at any time, and twice at once: nothing is imported twice.
    """
    with _alone_with(_folder(desk, id)), suppress(QueueEnded, FileNotFoundError):
        # A server that ends, or somebody who forgets the import, is no fault of its files.
        _go_through(desk, id)


def is_worked_on(desk: Desk, id: str) -> bool:
    """Whether a process is at work on the import; NotFound."""
    with (_folder(desk, id) / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def _go_through(desk: Desk, id: str) -> None:
    folder, index = _folder(desk, id), _index(desk, id)
    said: dict[str, str] = {}
    for number, (name, refused) in enumerate(index):
        known = known_of(folder, number)
        if known is None:
            known = _refused(name, *refused) if refused else _checked(desk, folder, number, name)
            known = _unlike(known, said)
            note(folder, number, known)
        said.setdefault(known.content, known.name)
    for number in range(len(index)) if (folder / "confirmed").exists() else ():
        checked = known_of(folder, number)
        if checked and checked.outcome is Outcome.READY:
            note(folder, number, _imported(desk, checked, _read(desk, folder, number)))


@contextmanager
def _alone_with(folder: Path) -> Iterator[None]:
    """Wait until no other process works on the import; the lock ends with its process."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refused(name: str, code: str, values: dict[str, object]) -> CheckedFile:
    return CheckedFile(name, Outcome.BAD, (Problem(code, values=values, file=name),))


def _checked(desk: Desk, folder: Path, number: int, name: str) -> CheckedFile:
    try:
        read = read_file_beside(desk, (folder / str(number)).read_bytes(), file=name)
    except Invalid as error:
        return CheckedFile(name, Outcome.BAD, error.problems)
    except QueueEnded:
        raise
    except TaskFailed:
        logging.getLogger(__name__).exception("a file of an import could not be read")
        return _refused(name, "import_unread", {})
    answers = write_answers(read, format="json").encode()
    write_atomically(answers_of(folder, number), answers)
    with desk.database.reading() as connection:
        there = _same(connection, read)
        outcome = Outcome.THERE if there else Outcome.READY
        client = _client_of(connection, read)
    return CheckedFile(
        name,
        outcome,
        body=read.municipality.name,
        day=read.date,
        client=client,
        assessment=there,
        content=hashlib.sha256(answers).hexdigest(),
    )


def _unlike(checked: CheckedFile, said: Mapping[str, str]) -> CheckedFile:
    """The file as it was checked, or as the same as one before it, by the names of what is said."""
    if checked.outcome is Outcome.READY and checked.content in said:
        return replace(checked, outcome=Outcome.SAME, same_as=said[checked.content])
    return checked


def _read(desk: Desk, folder: Path, number: int) -> Assessment:
    path = answers_of(folder, number)
    return read_file(desk, path.read_bytes(), file=path.name)


def _imported(desk: Desk, checked: CheckedFile, read: Assessment) -> CheckedFile:
    """The file as an assessment of its client, in one transaction; one that is there is left."""
    now = datetime.now(UTC)
    with desk.database.transaction() as connection:
        there = _same(connection, read)
        if there:
            return replace(checked, outcome=Outcome.THERE, assessment=there)
        body = read.municipality
        client = _client_of(connection, read) or stored.add(
            connection, id=str(uuid4()), name=body.name, ags=body.ags, token=None, at=now
        )
        new = stored_assessments.add_assessment(
            connection,
            read,
            id=str(uuid4()),
            token=f"import {content_of(read)}",
            example=False,
            at=now,
            client=client,
        )
    return replace(checked, outcome=Outcome.IMPORTED, assessment=new, client=client)


def content_of(read: Assessment) -> str:
    """The digest of everything that the assessment says, its body and date included."""
    return hashlib.sha256(write_answers(read, format="json").encode()).hexdigest()


def _same(connection: Connection, read: Assessment) -> str | None:
    """The id of an assessment of the same body and day that says the very same."""
    content, body = content_of(read), read.municipality
    for one in stored.of_day(connection, read.date):
        if (one.municipality.ags, one.municipality.name) != (body.ags, body.name):
            continue
        if content_of(stored_assessments.load(connection, one.id)) == content:
            return one.id
    return None


def _client_of(connection: Connection, read: Assessment) -> str | None:
    """The client of this body: with its key, or of its name where it has none."""
    body = read.municipality
    if body.ags:
        return stored.with_ags(connection, body.ags)
    for client in stored.all_clients(connection):
        if client.ags is None and folded(client.name) == folded(body.name):
            return client.id
    return None


def _folder(desk: Desk, id: str) -> Path:
    try:
        folder = desk.folder / FOLDER / str(UUID(id))
    except ValueError as error:
        raise NotFound(id) from error
    if not (folder / _INDEX).exists():
        raise NotFound(id)
    return folder


def _index(desk: Desk, id: str) -> list[tuple[str, tuple[str, dict[str, object]] | None]]:
    read = json.loads((_folder(desk, id) / _INDEX).read_text(encoding="utf-8"))
    return [(name, refused) for name, refused in read]
