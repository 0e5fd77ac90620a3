"""What a document of an assessment is made from, and what it says of itself."""

from dataclasses import dataclass
from pathlib import Path

from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.report.content.sentences import Submitted, draft, submitted
from assessment.report.since import Source
from assessment.services.desk import Desk
from assessment.services.results import handed_out
from assessment.services.review.frozen import FrozenRevision


@dataclass(frozen=True)
class DocumentSource:
    """An assessment or a kept result, its model's folder, and whether it is a draft."""

    source: Source
    folder: Path
    standing: str


def source_of(
    desk: Desk, basis: Assessment | FrozenRevision, model: Model, language: str
) -> DocumentSource:
    """What documents on this basis are made from; Damaged where it is not what was submitted."""
    standing = standing_of(basis, language)
    if isinstance(basis, FrozenRevision):
        folder = desk.kept.folder_of(basis.submission.model_key)
        return DocumentSource(handed_out(basis).stored, folder, standing)
    return DocumentSource(basis, model.folder, standing)


def standing_of(basis: Assessment | FrozenRevision, language: str) -> str:
    """The sentence that says whether this is a draft or what was submitted."""
    if not isinstance(basis, FrozenRevision):
        return draft(language)
    known = basis.submission
    day = known.submitted_at.astimezone().date()
    told = Submitted(known.revision, day, known.submitted_by or "–", known.digest)
    return submitted(told, language)
