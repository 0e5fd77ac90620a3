"""One document of a batch: made, written whole, and told with what it was made from."""

import logging
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.errors import (
    AssessmentError,
    Damaged,
    Invalid,
    NotFound,
    Problem,
    QuestionnaireNotKept,
)
from assessment.persistence.documents.batches import StoredBatch, StoredItem
from assessment.questionnaire.answer_file import write_answers
from assessment.services.batches.ordering import wish_of
from assessment.services.desk import Desk
from assessment.services.documents.issued import content_of, note_issued
from assessment.services.documents.manifest import (
    Entry,
    Origin,
    entry,
    is_as_made,
    origin,
    sha256,
)
from assessment.services.documents.of_assessment import Ordered, made, ordered_of
from assessment.services.files import write_atomically

_PROBLEMS: tuple[tuple[type[AssessmentError], str], ...] = (
    (QuestionnaireNotKept, "questionnaire_not_kept"),
    (NotFound, "assessment_gone"),
    (Damaged, "assessment_damaged"),
)


def folder_of(desk: Desk, id: str) -> Path:
    """Where the files of a batch are."""
    return desk.folder / "batches" / id


def outcome_of(desk: Desk, batch: StoredBatch, item: StoredItem) -> Mapping[str, Any]:
    """Make a document: its `entry`, or the `problems` why it could not be made."""
    try:
        return {"entry": asdict(_made(desk, batch, item))}
    except Invalid as error:
        return {"problems": {"problems": [problem.as_data() for problem in error.problems]}}
    except AssessmentError as error:
        return {"problems": {"problems": [_problem(error).as_data()]}}
    except Exception as error:
        # Whatever one input brings about stops no other.
        logging.getLogger(__name__).exception("no document of %s", item.title)
        return {"problems": {"problems": [_problem(error).as_data()]}}


def is_up_to_date(desk: Desk, batch: StoredBatch, item: StoredItem) -> bool:
    """Whether a document that was made is there, and would be made of the same again.

    One whose assessment is gone cannot be made again, and stays.
    """
    kept = Entry(**item.entry) if item.entry else None
    if kept is None or not is_as_made(folder_of(desk, batch.id) / item.output, kept):
        return False
    try:
        return _origin(desk, _ordered(desk, batch, item)) == kept.origin
    except AssessmentError:
        return True


def problems_of(item: StoredItem) -> tuple[Problem, ...]:
    """Why the document could not be made."""
    return tuple(Problem(**kept) for kept in (item.problems or {}).get("problems", ()))


def _made(desk: Desk, batch: StoredBatch, item: StoredItem) -> Entry:
    ordered = _ordered(desk, batch, item)
    made_from = _origin(desk, ordered)
    data = desk.remembered.known(ordered.key) or made(desk, ordered)
    write_atomically(folder_of(desk, batch.id) / item.output, data)
    note_issued(desk, ordered.head, ordered.basis, ordered.order)
    return entry(
        made_from,
        ordered.assessment,
        source=ordered.head.id,
        output=item.output,
        data=data,
    )


def _ordered(desk: Desk, batch: StoredBatch, item: StoredItem) -> Ordered:
    if item.assessment_id is None:
        raise NotFound(item.title)
    return ordered_of(desk, item.assessment_id, wish_of(batch.order).order)


def _origin(desk: Desk, ordered: Ordered) -> Origin:
    """The input is the answer file as it can be downloaded."""
    answers = write_answers(ordered.assessment, format="yaml")
    texts, _ = content_of(desk, ordered.basis)
    return origin(sha256(answers.encode()), ordered.order, ordered.model, texts)


def _problem(error: Exception) -> Problem:
    for kind, code in _PROBLEMS:
        if isinstance(error, kind):
            return Problem(code)
    last = str(error).strip().rpartition("\n")[2]
    return Problem("not_made", values={"reason": last})
