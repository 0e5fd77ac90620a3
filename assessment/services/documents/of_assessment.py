"""Documents made from an assessment that is kept: from its draft, or from what was submitted."""

from dataclasses import replace

from assessment.questionnaire.answers import Assessment
from assessment.report.content.sentences import Submitted, draft, submitted
from assessment.services.desk import Desk
from assessment.services.documents.formats import TASKS, Order
from assessment.services.results import basis_of, handed_out, key_for
from assessment.services.review.frozen import FrozenRevision


def document_of(desk: Desk, id: str, order: Order, revision: int | None = None) -> bytes:
    """The document; what was submitted is made from what was kept alone.

    Raises NotFound, TaskFailed, and Damaged where what was kept is not what was submitted.
    """
    _, basis = basis_of(desk, id, revision)
    language = order.brief.language
    if isinstance(basis, FrozenRevision):
        source: Assessment | bytes = handed_out(basis).stored
        model, folder = basis.model, desk.kept.folder_of(basis.submission.model_key)
        brief = replace(order.brief, standing=_standing(basis, language))
    else:
        source, model = basis, desk.model_of(basis.questionnaire)
        folder = model.folder
        brief = replace(order.brief, standing=draft(language))
    key = key_for(basis, model, f"{order.format} {brief!r}")
    return desk.remembered.of(
        key, lambda: bytes(desk.queue.run(TASKS[order.format], source, folder, brief))
    )


def _standing(frozen: FrozenRevision, language: str) -> str:
    """The sentence that says that this is what was submitted."""
    known = frozen.submission
    day = known.submitted_at.astimezone().date()
    told = Submitted(known.revision, day, known.submitted_by or "–", known.digest)
    return submitted(told, language)
