"""An import: what was sent is kept in a folder, checked file by file, then taken file by file.

What came of a file is remembered by the process alone. After a killed process it is found out
again: files that were imported are then found to be there already.
"""

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from assessment.errors import Invalid, NotFound, Problem
from assessment.municipality import folded
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.clients import clients as stored
from assessment.persistence.database import Connection
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import Assessment
from assessment.services.assessments import read_file
from assessment.services.clients.bulk.unpacking import unpacked
from assessment.services.desk import Desk

FOLDER = "imports"
KEPT_SECONDS = 86_400
_INDEX = "index.json"


class Outcome(StrEnum):
    """What a file is, or what became of it."""

    READY = "ready"
    BAD = "bad"
    THERE = "there"
    IMPORTED = "imported"


@dataclass(frozen=True)
class CheckedFile:
    """What is known of one file.

    `client` is the id of the client it goes to, None for a new one; `assessment` the id of the one
    that it became, or that holds the very same already.
    """

    name: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    read: Assessment | None = None
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
    index = _index(desk, id)
    known = (desk.references.known(_key(id, number)) for number in range(len(index)))
    confirmed = (_folder(desk, id) / "confirmed").exists()
    return Import(id, len(index), tuple(one for one in known if one is not None), confirmed)


def confirm(desk: Desk, id: str) -> None:
    """Note that the sound files are to be imported; NotFound."""
    (_folder(desk, id) / "confirmed").touch()


def work_on(desk: Desk, id: str) -> None:
    """Check every file and, once that is confirmed, import the sound ones, each in one go.

    May be begun again at any time, and twice at once: nothing is imported twice.
    """
    index = _index(desk, id)
    for number, (name, refused) in enumerate(index):
        if refused:
            desk.references.put(_key(id, number), _refused(name, *refused))
        elif desk.references.known(_key(id, number)) is None:
            data = (_folder(desk, id) / str(number)).read_bytes()
            desk.references.put(_key(id, number), _checked(desk, name, data))
    if import_of(desk, id).confirmed:
        for number in range(len(index)):
            checked: CheckedFile | None = desk.references.known(_key(id, number))
            if checked and checked.outcome is Outcome.READY:
                desk.references.put(_key(id, number), _imported(desk, checked))


def _refused(name: str, code: str, values: dict[str, object]) -> CheckedFile:
    return CheckedFile(name, Outcome.BAD, (Problem(code, values=values, file=name),))


def _checked(desk: Desk, name: str, data: bytes) -> CheckedFile:
    try:
        read = read_file(desk, data, file=name)
    except Invalid as error:
        return CheckedFile(name, Outcome.BAD, error.problems)
    with desk.database.reading() as connection:
        there = _same(connection, read)
        outcome = Outcome.THERE if there else Outcome.READY
        client = _client_of(connection, read)
    return CheckedFile(name, outcome, read=read, client=client, assessment=there)


def _imported(desk: Desk, checked: CheckedFile) -> CheckedFile:
    """The file as an assessment of its client, in one transaction; one that is there is left."""
    read = checked.read
    if read is None:
        return checked
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


def _key(id: str, number: int) -> str:
    return f"import {id} {number}"
