"""Documents made from an assessment that is kept: from its draft, or from what was submitted."""

from dataclasses import dataclass, replace

from assessment.benchmark.position.peers import Peers
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.persistence.stored import Head
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.report.office.given import GivenFile, GivenFiles
from assessment.services.brands import brand_for, template_for
from assessment.services.desk import Desk
from assessment.services.documents.formats import TASKS, Order
from assessment.services.documents.issued import note_issued
from assessment.services.documents.manifest import sha256
from assessment.services.documents.sources import DocumentSource, source_of
from assessment.services.notes.files import kind_of
from assessment.services.peers.at_hand import peers_for
from assessment.services.results import basis_of, key_for, model_behind, worked_out
from assessment.services.review.frozen import FrozenRevision


@dataclass(frozen=True)
class Ordered:
    """A document with all that it is made from; the brief of its order is complete."""

    head: Head
    basis: Assessment | FrozenRevision
    model: Model
    made_from: DocumentSource
    order: Order

    @property
    def assessment(self) -> Assessment:
        """The answers that it tells of."""
        basis = self.basis
        return basis.result.assessment if isinstance(basis, FrozenRevision) else basis

    @property
    def key(self) -> str:
        """Under which key it is remembered."""
        order = self.order
        own = sha256(order.template.data) if order.template else ""
        return key_for(self.basis, self.model, f"{order.format} {own} {order.brief!r}")


def document_of(desk: Desk, id: str, order: Order, revision: int | None = None) -> bytes:
    """The document; what was submitted is made from what was kept alone.

    It is noted what was handed out, so that the next report can say what changed since. Raises
    NotFound, TaskFailed, and Damaged where what was kept is not what was submitted.
    """
    ordered = ordered_of(desk, id, order, revision)
    document = desk.remembered.of(ordered.key, lambda: made(desk, ordered))
    note_issued(desk, ordered.head, ordered.basis, ordered.order)
    return document


def paper_again(
    desk: Desk, id: str, brief: Brief, earlier: GivenFile, *, revision: int | None = None
) -> bytes:
    """The council paper with the own texts of an earlier one.

    Raises NotFound, TaskFailed, Damaged, and Invalid where the earlier file is no Word document.
    """
    if kind_of(earlier.data).suffix != ".docx":
        raise Invalid([Problem("no_word_document")])
    ordered = ordered_of(desk, id, Order("docx", brief), revision)
    return _rendered(desk, ordered, GivenFiles(ordered.order.template, earlier))


def ordered_of(desk: Desk, id: str, order: Order, revision: int | None = None) -> Ordered:
    """What is known of the document before it is made, the brand and the peers included.

    Raises NotFound and Damaged.
    """
    head, basis = basis_of(desk, id, revision)
    model = model_behind(desk, basis)
    made_from = source_of(desk, basis, model, order.brief.language)
    brand = order.brief.brand or brand_for(desk, head)
    peers = _peers(desk, order.release, basis) if order.release else order.brief.peers
    brief = replace(order.brief, standing=made_from.standing, brand=brand, peers=peers)
    template = order.template
    if order.keeps_own_texts and template is None:
        template = template_for(desk, head, brief.language)
    return Ordered(head, basis, model, made_from, replace(order, brief=brief, template=template))


def _peers(desk: Desk, release: str, basis: Assessment | FrozenRevision) -> Peers | None:
    told = basis.result.assessment if isinstance(basis, FrozenRevision) else basis
    return peers_for(desk, release, told.municipality, told.questionnaire)


def made(desk: Desk, ordered: Ordered) -> bytes:
    """The document, made now; TaskFailed."""
    order = ordered.order
    given = [GivenFiles(order.template)] if order.keeps_own_texts else []
    return _rendered(desk, ordered, *given)


def _rendered(desk: Desk, ordered: Ordered, *given: GivenFiles) -> bytes:
    """The document; page and documents of all formats share one result, worked out once."""
    basis, source, order = ordered.basis, ordered.made_from, ordered.order
    told = source.source if isinstance(basis, FrozenRevision) else worked_out(desk, basis)
    task = TASKS[order.format]
    return bytes(desk.queue.run(task, told, source.folder, order.brief, *given))
