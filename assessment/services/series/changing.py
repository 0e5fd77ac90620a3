"""What changed in an assessment since a report that was handed out before."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from assessment.comparison import Comparison, Judged, compare
from assessment.errors import Damaged, Invalid, NotFound
from assessment.model import Model
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.documents import issued
from assessment.persistence.review import submissions
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file import parse_answers
from assessment.questionnaire.answers import Assessment
from assessment.report.content.changes import ChangesView, Earlier, changes_view
from assessment.report.since import Since
from assessment.services.desk import Desk
from assessment.services.documents.issued import content_digest, content_of
from assessment.services.documents.sources import source_of, standing_of
from assessment.services.results import (
    Shown,
    basis_of,
    handed_out,
    model_behind,
    shown_on,
    worked_out_under,
)
from assessment.services.review.frozen import FrozenRevision, frozen_revision

_FOLLOWED = "before"


@dataclass(frozen=True)
class EarlierReport:
    """A report to look back to; `key` names it in addresses.

    `day` is when it was handed out or submitted, or the day that the assessment before is of.
    `revision` is the submitted one that it told, `followed` says that it is the assessment before.
    Neither: it told a draft.
    """

    key: str
    at: datetime
    day: date
    revision: int | None = None
    followed: bool = False


@dataclass(frozen=True)
class ChangesPage:
    """What changed since the `chosen` report; `view` is None where there is none to choose."""

    now: Shown
    reports: tuple[EarlierReport, ...]
    chosen: EarlierReport | None
    found: Comparison[Judged] | None
    view: ChangesView | None


def changes_page(
    desk: Desk, id: str, key: str | None, language: str, *, revision: int | None = None
) -> ChangesPage:
    """What changed since the report with this key, else the last; raises as `shown` does."""
    head, basis = basis_of(desk, id, revision)
    now = shown_on(desk, head, basis)
    reports = _reports(desk, head, basis)
    chosen = _chosen(reports, key)
    if chosen is None:
        return ChangesPage(now, reports, None, None, None)
    side, standing = _judged(desk, head, chosen, language)
    found = compare(side, Judged(now.result, now.model))
    view = changes_view(found, Earlier(chosen.day, standing), language)
    return ChangesPage(now, reports, chosen, found, view)


def earlier_reports(desk: Desk, id: str, revision: int | None = None) -> tuple[EarlierReport, ...]:
    """The reports to look back to, the latest first, the assessment before as the last; NotFound.

    Of reports with the same content there is one; one that says what is said now is left out. To a
    submitted revision those belong that came before it.
    """
    return _reports(desk, *basis_of(desk, id, revision))


def _reports(
    desk: Desk, head: Head, basis: Assessment | FrozenRevision
) -> tuple[EarlierReport, ...]:
    now = content_digest(*content_of(desk, basis))
    until = basis.submission.submitted_at if isinstance(basis, FrozenRevision) else None
    found: dict[str, EarlierReport] = {}
    for digest, report in _handed_out(desk, head.id):
        if digest != now and (until is None or report.at < until):
            found.setdefault(digest, report)
    latest = sorted(found.values(), key=lambda report: report.at, reverse=True)
    return (*latest, *_before(desk, head))


def since_of(
    desk: Desk, id: str, key: str | None, language: str, *, revision: int | None = None
) -> Since | None:
    """The report with this key, for a document that tells the changes; None without a key.

    Raises NotFound where there is none, Damaged where it is not what was once submitted.
    """
    if not key:
        return None
    head, now = basis_of(desk, id, revision)
    report = _chosen(_reports(desk, head, now), key)
    if report is None:
        raise NotFound(key)
    basis, model = _basis(desk, head, report)
    made_from = source_of(desk, basis, model, language)
    return Since(made_from.source, made_from.folder, report.day, made_from.standing)


def _handed_out(desk: Desk, id: str) -> Iterator[tuple[str, EarlierReport]]:
    """What was submitted, then what was handed out, with the digest of its content."""
    with desk.database.reading() as connection:
        known = submissions.submissions(connection, id)
        answers = submissions.submitted_answers(connection, id)
        reports = issued.heads(connection, id)
    for one in known:
        digest = content_digest(one.model_key, answers[one.revision])
        at = one.submitted_at
        yield digest, EarlierReport(f"r{one.revision}", at, _local(at), revision=one.revision)
    for report in reports:
        yield report.digest, EarlierReport(str(report.id), report.at, _local(report.at))


def _local(at: datetime) -> date:
    return at.astimezone().date()


def _before(desk: Desk, head: Head) -> Iterator[EarlierReport]:
    """The assessment that this one follows."""
    if head.follows:
        with desk.database.reading() as connection:
            followed = stored_assessments.head(connection, head.follows)
        yield EarlierReport(_FOLLOWED, followed.updated_at, followed.date, followed=True)


def _chosen(reports: tuple[EarlierReport, ...], key: str | None) -> EarlierReport | None:
    """The report with this key, else NotFound; the first without a key, None for none at all."""
    if not key:
        return next(iter(reports), None)
    for report in reports:
        if report.key == key:
            return report
    raise NotFound(key)


def _judged(desk: Desk, head: Head, report: EarlierReport, language: str) -> tuple[Judged, str]:
    """The earlier report's result under its model, and what it was."""
    basis, model = _basis(desk, head, report)
    if isinstance(basis, FrozenRevision):
        return Judged(handed_out(basis).result, model), standing_of(basis, language)
    return Judged(worked_out_under(desk, basis, model), model), standing_of(basis, language)


def _basis(
    desk: Desk, head: Head, report: EarlierReport
) -> tuple[Assessment | FrozenRevision, Model]:
    """What the earlier report rests on, with the model that it was judged by."""
    if report.revision is not None:
        frozen = frozen_revision(desk, head.id, report.revision)
        return frozen, frozen.model
    if not report.followed:
        return _issued(desk, head.id, int(report.key))
    _, basis = basis_of(desk, head.follows or "")
    return basis, model_behind(desk, basis)


def _issued(desk: Desk, id: str, number: int) -> tuple[Assessment, Model]:
    """What was handed out as a draft, read back under its model; Damaged where it cannot be."""
    with desk.database.reading() as connection:
        kept = issued.one(connection, id, number)
    model = desk.model_with(kept.model_key)
    data = json.dumps(kept.answers).encode()
    try:
        return parse_answers(data, file="answers.json", vocabulary=model.vocabulary), model
    except Invalid as error:
        raise Damaged(kept.digest) from error
