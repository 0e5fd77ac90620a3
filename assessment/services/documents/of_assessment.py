"""Documents made from an assessment that is kept: from its draft, or from what was submitted."""

from assessment.questionnaire.answers import Assessment
from assessment.services.desk import Desk
from assessment.services.documents.formats import TASKS, Order
from assessment.services.results import handed_out, key_of, shown


def document_of(desk: Desk, id: str, order: Order, revision: int | None = None) -> bytes:
    """The document; what was submitted is made from what was kept alone.

    Raises NotFound, TaskFailed, and Damaged where what was kept is not what was submitted.
    """
    found = shown(desk, id, revision)
    if found.frozen:
        frozen = handed_out(found.frozen)
        source: Assessment | bytes = frozen.stored
        folder = desk.kept.folder_of(frozen.submission.model_key)
    else:
        source, folder = found.result.assessment, found.model.folder
    return desk.remembered.of(
        key_of(found, f"{order.format} {order.language}"),
        lambda: bytes(desk.queue.run(TASKS[order.format], source, folder, order.language)),
    )
