"""Files attached to questions: checked by content, kept in the database, handed out again."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from assessment.errors import Invalid, NotFound, Problem
from assessment.jobs.queue import CHECK_PDF, TaskFailed
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.notes import attachments as stored
from assessment.persistence.notes.stored import Attachment as Attachment
from assessment.services.desk import Desk
from assessment.services.notes.files import Kind, kind_of

_MEBIBYTE = 1024 * 1024
_LONGEST_NAME = 120
# What steers a terminal or a direction of writing, and what file systems cannot store.
_UNSAFE = re.compile(r'[<>:"|?*]')


@dataclass(frozen=True)
class Limits:
    """The most bytes that one file and all files of an assessment may have."""

    file: int
    assessment: int


@dataclass(frozen=True)
class Attached:
    """A file that is kept; `new` is False when the question had the very same one already."""

    attachment: Attachment
    new: bool


def attach(
    desk: Desk, id: str, question_id: str, *, data: bytes, name: str, limits: Limits
) -> Attached:
    """Keep a file with the question.

    Raises Invalid when it is of another kind than its content may have, damaged, too big or could
    do harm; NotFound, Submitted.
    """
    if question_id not in desk.model_for(id).questionnaire.by_id:
        raise NotFound(question_id)
    if len(data) > limits.file:
        raise _too_big("attachment_too_big", limits.file)
    kind = kind_of(data)
    if kind.suffix == ".pdf":
        _read_pdf(desk, data)
    attachment = _attachment(question_id, data, safe_name(name, kind), kind)
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=attachment.added_at)
        new = stored.add(connection, id, attachment, data)
        # Raising takes the file back out: a transaction is kept whole or not at all.
        if new and stored.size(connection, id) > limits.assessment:
            raise _too_big("attachments_too_big", limits.assessment)
    return Attached(attachment, new)


def content(desk: Desk, id: str, question_id: str, attachment: str) -> tuple[Attachment, bytes]:
    """The file with its content; NotFound."""
    with desk.database.reading() as connection:
        return stored.content(connection, id, question_id, attachment)


def remove(desk: Desk, id: str, question_id: str, attachment: str) -> None:
    """Remove the file for good; a second time nothing happens. NotFound, Submitted."""
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        stored.remove(connection, id, question_id, attachment)


def safe_name(name: str, kind: Kind) -> str:
    """The file's own name, fit for every system, with the ending of what it really is."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(
        sign for sign in last if unicodedata.category(sign)[0] not in "CZ" or sign == " "
    )
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > 5 or suffix[:1].isdigit():
        stem, suffix = plain, ""
    stem = _UNSAFE.sub("_", stem).strip(" .")[:_LONGEST_NAME] or "file"
    same = f".{suffix.lower()}" in ((".jpg", ".jpeg") if kind.suffix == ".jpg" else (kind.suffix,))
    return f"{stem}.{suffix}" if same else f"{stem}{kind.suffix}"


def _read_pdf(desk: Desk, data: bytes) -> None:
    """A worker process opens it: the library that reads PDF stays out of the web worker."""
    try:
        code = desk.queue.run(CHECK_PDF, data)
    except TaskFailed:
        code = "attachment_damaged"
    if code:
        raise Invalid([Problem(code)])


def _attachment(question_id: str, data: bytes, name: str, kind: Kind) -> Attachment:
    return Attachment(
        id=str(uuid4()),
        question=question_id,
        name=name,
        media_type=kind.media_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_at=datetime.now(UTC),
        added_by=None,
    )


def _too_big(code: str, limit: int) -> Invalid:
    return Invalid([Problem(code, values={"limit": limit // _MEBIBYTE})])
