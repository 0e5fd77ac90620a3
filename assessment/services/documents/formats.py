"""Every format in which a result is handed over, and what makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from assessment.benchmark.position.peers import Peers
from assessment.jobs.queue import (
    RENDER_COUNCIL_PAPER,
    RENDER_JSON,
    RENDER_PAGE,
    RENDER_REPORT,
    RENDER_SLIDES,
    RENDER_TABLE,
    RENDER_WORKBOOK,
    Queue,
)
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.report.office.given import GivenFile, GivenFiles
from assessment.report.since import Since

Format = Literal["pdf", "html", "docx", "pptx", "xlsx", "csv", "json"]

_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES: Mapping[Format, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


@dataclass(frozen=True)
class Order:
    """What is wanted: a format and how it is to be; an own Word template for the council paper.

    `release` is the digest of a release at hand that the body is compared with; empty for none.
    """

    format: Format
    brief: Brief
    template: GivenFile | None = None
    release: str = ""

    def since(self, earlier: Since | None) -> "Order":
        """The same order, for a document that says what changed since an earlier report."""
        return replace(self, brief=replace(self.brief, since=earlier)) if earlier else self

    def among(self, peers: Peers | None) -> "Order":
        """The same order, for a document that says where the body stands among peers."""
        return replace(self, brief=replace(self.brief, peers=peers)) if peers else self

    def said_to_stand(self, standing: str) -> "Order":
        """The same order, for a document that says how its answers came about."""
        return replace(self, brief=replace(self.brief, standing=standing)) if standing else self

    @property
    def keeps_own_texts(self) -> bool:
        """Whether the document has blocks in which an office writes."""
        return self.format == "docx"


LookingBack = Callable[[Assessment], Since | None]
"""What finds the earlier report to an assessment; None where there is none."""


def no_earlier(assessment: Assessment) -> Since | None:
    """None: nobody asks what changed."""
    del assessment
    return None


FindingPeers = Callable[[Assessment], Peers | None]
"""What finds the peers of an assessment; None where there are none."""


def no_peers(assessment: Assessment) -> Peers | None:
    """None: nobody asks where the body stands."""
    del assessment
    return None


def document(
    assessment: Assessment,
    order: Order,
    *,
    model: Model,
    queue: Queue,
    earlier: GivenFile | None = None,
) -> bytes:
    """The document; own texts of the `earlier` one in its place are kept where it can hold any.

    Raises Invalid for a template or an earlier document that cannot be used.
    """
    given = [GivenFiles(order.template, earlier)] if order.keeps_own_texts else []
    return bytes(queue.run(TASKS[order.format], assessment, model.folder, order.brief, *given))


TASKS: Mapping[Format, str] = {
    "pdf": RENDER_REPORT,
    "html": RENDER_PAGE,
    "docx": RENDER_COUNCIL_PAPER,
    "pptx": RENDER_SLIDES,
    "xlsx": RENDER_WORKBOOK,
    "csv": RENDER_TABLE,
    "json": RENDER_JSON,
}
