"""Submitting an assessment, which freezes it, and reopening it for a reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from assessment.errors import Conflict, Damaged, Invalid, Problem
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.review import submissions as stored
from assessment.persistence.review.submissions import Frozen
from assessment.persistence.review.submissions import Submission as Submission
from assessment.persistence.review.summaries import add_summary
from assessment.persistence.stored import Head
from assessment.presentation.stored_result import stored_result, summary_of_stored
from assessment.questionnaire.answer_file.writing import answers_as_data
from assessment.questionnaire.answers import Assessment
from assessment.result import Result
from assessment.services.desk import Desk
from assessment.services.results import worked_out
from assessment.services.review.frozen import sealed

LONGEST_NAME = 120
LONGEST_REASON = 2_000


class ChangedMeanwhile(Conflict):
    """Somebody changed, submitted or reopened the assessment since the page was read."""


def seen(head: Head) -> str:
    """A word for what a page shows of an assessment: another one as soon as anything changes."""
    return f"{head.revision} {head.submitted:d} {head.updated_at.isoformat()}"


def submit(desk: Desk, id: str, *, by: str, seen_as: str) -> int:
    """Freeze answers, model and result as they stand; the number of the revision.

    Submitting once more what is submitted changes nothing. Raises Invalid without a name, NotFound,
    and ChangedMeanwhile when the assessment is not the one that was looked over (`seen_as`).
    """
    name = _said({"by": (by, LONGEST_NAME)})["by"]
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        assessment = stored_assessments.load(connection, id)
    if head.submitted:
        return head.revision
    if seen(head) != seen_as:
        raise ChangedMeanwhile(id)
    # This takes seconds in which others may save: so it is done before anybody is kept waiting,
    # and is thrown away when somebody did.
    frozen = _frozen(desk, assessment, worked_out(desk, assessment), by=name)
    summary = summary_of_stored(frozen.result)
    with desk.database.transaction() as connection:
        stored.hold(connection, id)
        now = stored_assessments.head(connection, id)
        if now.submitted:
            return now.revision
        if seen(now) != seen_as or stored_assessments.load(connection, id) != assessment:
            raise ChangedMeanwhile(id)
        known = replace(
            frozen.submission, revision=now.revision + 1, submitted_at=datetime.now(UTC)
        )
        stored.add_submission(connection, id, sealed(id, replace(frozen, submission=known)))
        add_summary(connection, id, known.revision, summary)
        return known.revision


def reopen(desk: Desk, id: str, *, by: str, because: str, revision: int) -> None:
    """Let the assessment change again; what was submitted stays as it is.

    Reopening once more what was reopened changes nothing. Raises Invalid without a name and a
    reason, NotFound, and ChangedMeanwhile when another revision was submitted since.
    """
    said = _said({"because": (because, LONGEST_REASON), "by": (by, LONGEST_NAME)})
    with desk.database.transaction() as connection:
        stored.hold(connection, id)
        head = stored_assessments.head(connection, id)
        if head.revision != revision:
            raise ChangedMeanwhile(id)
        if head.submitted:
            stored.note_reopening(connection, id, revision, at=datetime.now(UTC), **said)


def revisions(desk: Desk, id: str) -> tuple[Submission, ...]:
    """What was submitted, the latest first; NotFound."""
    with desk.database.reading() as connection:
        stored_assessments.head(connection, id)
        return stored.submissions(connection, id)


def _frozen(desk: Desk, assessment: Assessment, result: Result, *, by: str) -> Frozen:
    """All that will be kept, but for the number of the revision and the time."""
    model = desk.model_of(assessment.questionnaire)
    key = desk.kept.keep(model)
    if result.model_hash != model.hash:
        # The questionnaire folder was edited under the running server.
        raise Damaged(key)
    known = Submission(
        revision=0,
        submitted_at=datetime.now(UTC),
        submitted_by=by,
        model_key=key,
        model_hash=model.hash,
        tool_version=result.tool_version,
        digest="",
    )
    return Frozen(known, answers_as_data(assessment), stored_result(result))


def _said(texts: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """The texts without blanks around them; Invalid when one is missing or too long."""
    said = {name: text.strip() for name, (text, _) in texts.items()}
    problems = [Problem("empty_text", name) for name, text in said.items() if not text]
    problems += [
        Problem("text_too_long", name, {"count": len(said[name]), "limit": longest})
        for name, (_, longest) in texts.items()
        if len(said[name]) > longest
    ]
    if problems:
        raise Invalid(problems)
    return said
