"""What an assessment comes to, and the documents made from it."""

import hashlib
from dataclasses import dataclass

from assessment.errors import Damaged, Invalid, NotFound
from assessment.explain import explain
from assessment.jobs.queue import WORK_OUT
from assessment.model import Model
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.report.content import Report, content_of
from assessment.report.content.explanations import ExplanationPage, explanation_page
from assessment.report.method import Method, method_of
from assessment.report.method.example import example_input
from assessment.result import Result
from assessment.services.assessments import load
from assessment.services.desk import Desk
from assessment.services.documents.names import plain_name
from assessment.services.review.frozen import FrozenRevision, frozen_revision


@dataclass(frozen=True)
class Shown:
    """A result with what it is seen under: as it was submitted, or as things stand now.

    `frozen` is None for a draft. What is made from a frozen one is made from what was kept alone.
    """

    head: Head
    result: Result
    model: Model
    frozen: FrozenRevision | None

    @property
    def intact(self) -> bool:
        """Whether it is what was once submitted; a draft always is."""
        return self.frozen is None or self.frozen.intact


def shown(desk: Desk, id: str, revision: int | None = None) -> Shown:
    """The submitted revision with this number; without one the last, or the draft while it is open.

    Raises NotFound, TaskFailed, and Damaged where what was kept cannot be read any more.
    """
    return shown_on(desk, *basis_of(desk, id, revision))


def shown_on(desk: Desk, head: Head, basis: Assessment | FrozenRevision) -> Shown:
    """The result on this basis; TaskFailed."""
    if isinstance(basis, FrozenRevision):
        return Shown(head, basis.result, basis.model, basis)
    return Shown(head, worked_out(desk, basis), desk.model_of(basis.questionnaire), None)


def basis_of(
    desk: Desk, id: str, revision: int | None = None
) -> tuple[Head, Assessment | FrozenRevision]:
    """What the result rests on, before anything is worked out; raises as `shown` does."""
    with desk.database.reading() as connection:
        head, draft = stored_assessments.head_and_draft(connection, id)
    if draft is None or revision is not None:
        number = head.revision if revision is None else revision
        return head, frozen_revision(desk, id, number)
    return head, draft


def model_behind(desk: Desk, basis: Assessment | FrozenRevision) -> Model:
    """The model that a result on this basis is judged by; QuestionnaireNotKept."""
    if isinstance(basis, FrozenRevision):
        return basis.model
    return desk.model_of(basis.questionnaire)


def result(desk: Desk, id: str, revision: int | None = None) -> Result:
    """The result that is shown; raises as `shown` does."""
    return shown(desk, id, revision).result


def report_content(desk: Desk, found: Shown, language: str) -> Report:
    """What the report says, for the page of the result; charts are only drawn if asked for."""
    return desk.remembered.of(
        key_of(found, f"content {language}"),
        lambda: content_of(found.result, found.model, Brief(language)),
    )


def explanation(
    desk: Desk, id: str, what: str, language: str, *, revision: int | None = None
) -> ExplanationPage:
    """How the figures of a question, topic, dimension or application arose; NotFound."""
    found = shown(desk, id, revision)
    try:
        explained = explain(found.result, found.model, what)
    except Invalid as problem:
        raise NotFound(what) from problem
    return explanation_page(explained, found.result, found.model, language)


def method(desk: Desk, model: Model, language: str) -> Method:
    """The method that all results of the model follow, with the worked example worked out."""
    example = example_input(model)

    def made() -> Method:
        return method_of(
            worked_out_under(desk, example, model) if example else None, model, language
        )

    return desk.remembered.of(_key(model, f"method {language}", example), made)


def method_key(desk: Desk, found: Shown) -> str | None:
    """The key under which the method of the result is found; None for the one in force."""
    if found.frozen:
        return found.frozen.submission.model_key
    return None if found.model is desk.model else desk.kept.keep(found.model)


def answer_file(desk: Desk, id: str, revision: int | None = None) -> str:
    """The answers behind the result that is shown, as an answer file; NotFound, Damaged."""
    number = _submitted(_head(desk, id), revision)
    if number is None:
        return write_answers(load(desk, id), format="yaml")
    return write_answers(frozen_revision(desk, id, number).result.assessment, format="yaml")


def report_name(head: Head, language: str, revision: int | None = None) -> str:
    """A file name for the report that every system can store; it tells drafts and revisions."""
    subject = "KI-Readiness" if language == "de" else "AI-Readiness"
    number = _submitted(head, revision)
    revised = f"_{'Fassung' if language == 'de' else 'Revision'}-{number}" if number else ""
    return f"{subject}_{plain_name(head.title)[:60]}_{head.date.isoformat()}{revised}.pdf"


def worked_out(desk: Desk, assessment: Assessment) -> Result:
    """The result; draws and roadmap need libraries that the web worker must not load."""
    return worked_out_under(desk, assessment, desk.model_of(assessment.questionnaire))


def worked_out_under(desk: Desk, assessment: Assessment, model: Model) -> Result:
    """The result under a model that need not be the one in force any more."""

    def made() -> Result:
        found: Result = desk.queue.run(WORK_OUT, assessment, model.folder)
        return found

    return desk.remembered.of(_key(model, "result", assessment), made)


def _head(desk: Desk, id: str) -> Head:
    with desk.database.reading() as connection:
        return stored_assessments.head(connection, id)


def _submitted(head: Head, revision: int | None) -> int | None:
    """The number of the submitted revision that is meant; None for the draft."""
    return head.revision if revision is None and head.submitted else revision


def handed_out(frozen: FrozenRevision) -> FrozenRevision:
    """A file goes its own way, without the page that would say what is wrong with it."""
    if not frozen.intact:
        raise Damaged(frozen.submission.digest)
    return frozen


def key_of(found: Shown, kind: str) -> str:
    """Under which key something made from the result is remembered."""
    return key_for(found.frozen or found.result.assessment, found.model, kind)


def key_for(basis: Assessment | FrozenRevision, model: Model, kind: str) -> str:
    """Under which key something made on this basis is remembered."""
    if isinstance(basis, FrozenRevision):
        # Not the digest that was kept: it would be the same for a result that was changed.
        result = hashlib.sha256(basis.stored).hexdigest()
        return f"{kind} {basis.submission.model_key} {result}"
    return _key(model, kind, basis)


def _key(model: Model, kind: str, assessment: Assessment | None) -> str:
    """What the outcome depends on: the model with its texts' folder, and everything said."""
    said = f"{kind} {model.folder} {model.hash} {assessment!r}"
    return hashlib.sha256(said.encode()).hexdigest()
