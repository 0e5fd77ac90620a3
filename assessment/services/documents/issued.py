"""Noting what was handed out, so that the next report can say what changed since."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assessment.persistence import assessments as stored_assessments
from assessment.persistence.documents import issued as stored
from assessment.persistence.documents.issued import Issue
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file import answers_as_data
from assessment.questionnaire.answers import Assessment
from assessment.services.desk import Desk
from assessment.services.documents.formats import Order
from assessment.services.review.frozen import FrozenRevision

# Tables for programs are fetched time and again; nobody calls them the last report.
REPORTS = frozenset({"pdf", "html", "docx", "pptx", "xlsx"})


def note_issued(desk: Desk, head: Head, basis: Assessment | FrozenRevision, order: Order) -> None:
    """Note that a report with this content was handed out now; of an example nobody asks that."""
    if head.example or order.format not in REPORTS:
        return
    model_key, answers = content_of(desk, basis)
    issue = Issue(
        model_key=model_key,
        answers=answers,
        digest=content_digest(model_key, answers),
        format=order.format,
        language=order.brief.language,
        at=datetime.now(UTC),
    )
    with desk.database.transaction() as connection:
        # It may have been deleted meanwhile: that is told, and nothing is noted of what is gone.
        stored_assessments.head(connection, head.id)
        stored.note(connection, head.id, issue)


def content_of(desk: Desk, basis: Assessment | FrozenRevision) -> tuple[str, Mapping[str, Any]]:
    """The key of the model and the answer file that a report on this basis rests on."""
    if isinstance(basis, FrozenRevision):
        return basis.submission.model_key, basis.answers
    return desk.kept.keep(desk.model_of(basis.questionnaire)), answers_as_data(basis)


def content_digest(model_key: str, answers: Mapping[str, Any]) -> str:
    """SHA-256 of all that a report rests on."""
    said = json.dumps([model_key, answers], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()
