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
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
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
from assessment.services.clients.bulk.unpacking import unpacked
from assessment.services.desk import Desk
from assessment.services.files import write_atomically
from assessment.services.rounds.work import plain_problem

FOLDER = "imports"
KEPT_SECONDS = 86_400
_INDEX = "index.json"
_LOCK = ".lock"


class Outcome(StrEnum):
    """What a file is, or what became of it."""

    READY = "ready"
    BAD = "bad"
    THERE = "there"
    IMPORTED = "imported"


@dataclass(frozen=True)
class CheckedFile:
    """What is known of one file.

    `body` and `day` are those of the assessment that it holds. `client` is the id of the client
    it goes to, None for a new one; `assessment` the id of the one that it became, or that holds the
    very same already.
    """

    name: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    body: str = ""
    day: date | None = None
    client: str | None = None
    assessment: str | None = None


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
    known = (_known(folder, number) for number in range(len(index)))
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
    for number, (name, refused) in enumerate(index):
        if refused:
            _note(folder, number, _refused(name, *refused))
        elif _known(folder, number) is None:
            _note(folder, number, _checked(desk, folder, number, name))
    for number in range(len(index)) if (folder / "confirmed").exists() else ():
        checked = _known(folder, number)
        if checked and checked.outcome is Outcome.READY:
            _note(folder, number, _imported(desk, checked, _read(desk, folder, number)))


@contextmanager
def _alone_with(folder: Path) -> Iterator[None]:
    """Wait until no other process works on the import; the lock ends with its process."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _known(folder: Path, number: int) -> CheckedFile | None:
    """What was noted of the file; None where nothing was."""
    try:
        kept = json.loads(_noted(folder, number).read_bytes())
    except FileNotFoundError:
        return None
    day = kept["day"]
    return CheckedFile(
        name=kept["name"],
        outcome=Outcome(kept["outcome"]),
        problems=tuple(Problem(**one) for one in kept["problems"]),
        body=kept["body"],
        day=date.fromisoformat(day) if day else None,
        client=kept["client"],
        assessment=kept["assessment"],
    )


def _note(folder: Path, number: int, known: CheckedFile) -> None:
    kept = {
        **asdict(known),
        "problems": [plain_problem(one) for one in known.problems],
        "day": known.day.isoformat() if known.day else None,
    }
    write_atomically(_noted(folder, number), json.dumps(kept, ensure_ascii=False).encode())


def _noted(folder: Path, number: int) -> Path:
    return folder / f"{number}.known.json"


def _answers(folder: Path, number: int) -> Path:
    """Where the answers of a file are kept once they were read: workbooks take long."""
    return folder / f"{number}.answers.json"


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
    write_atomically(_answers(folder, number), write_answers(read, format="json").encode())
    with desk.database.reading() as connection:
        there = _same(connection, read)
        outcome = Outcome.THERE if there else Outcome.READY
        client = _client_of(connection, read)
    body, day = read.municipality.name, read.date
    return CheckedFile(name, outcome, body=body, day=day, client=client, assessment=there)


def _read(desk: Desk, folder: Path, number: int) -> Assessment:
    path = _answers(folder, number)
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
