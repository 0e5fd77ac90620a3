"""What was submitted, read back as it was; the digest tells whether it still is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessment.model import Model
from assessment.persistence.review import submissions as stored
from assessment.persistence.review.submissions import Frozen, Submission
from assessment.presentation.stored_result import result_of_stored
from assessment.result import Result
from assessment.services.desk import Desk


@dataclass(frozen=True)
class FrozenRevision:
    """A submitted revision; not `intact` where it is not what was once submitted.

    `stored` is the result as it is kept, `answers` the answer file of that day.
    """

    submission: Submission
    intact: bool
    result: Result
    model: Model
    stored: bytes
    answers: Mapping[str, Any]


def frozen_revision(desk: Desk, id: str, revision: int) -> FrozenRevision:
    """The revision as it was submitted; NotFound, Damaged where it cannot be read any more."""
    with desk.database.reading() as connection:
        frozen = stored.frozen(connection, id, revision)
    known = frozen.submission
    # Reading it takes a while, and the same bytes are the same result.
    content = hashlib.sha256(frozen.result).hexdigest()
    result = desk.remembered.of(f"stored {content}", lambda: result_of_stored(frozen.result))
    model = desk.model_with(known.model_key)
    return FrozenRevision(
        submission=known,
        intact=digest(id, frozen) == known.digest
        and result.model_hash == known.model_hash == model.hash,
        result=result,
        model=model,
        stored=frozen.result,
        answers=frozen.answers,
    )


def sealed(id: str, frozen: Frozen) -> Frozen:
    """The revision with its digest."""
    submission = replace(frozen.submission, digest=digest(id, frozen))
    return replace(frozen, submission=submission)


def digest(id: str, frozen: Frozen) -> str:
    """SHA-256 over all that is frozen: when and by whom, under which model, answers and result."""
    submission = frozen.submission
    said = {
        "assessment": id,
        "revision": submission.revision,
        "submitted_at": submission.submitted_at.isoformat(),
        "submitted_by": submission.submitted_by,
        "model_key": submission.model_key,
        "model_hash": submission.model_hash,
        "tool_version": submission.tool_version,
        "answers": frozen.answers,
        "result": hashlib.sha256(frozen.result).hexdigest(),
    }
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
