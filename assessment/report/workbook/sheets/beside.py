"""The sheets that set the result beside an earlier report, and beside peers."""

from collections.abc import Iterator

from assessment.report.content import Report
from assessment.report.content.changes.view import Advised, ChangesView
from assessment.report.workbook.book import Book, Column
from assessment.report.workbook.sheets.values import write_rows
from assessment.wording import translator

Line = tuple[str, str, str, str, str]


def write_changes(book: Book, report: Report) -> None:
    """What changed since the earlier report; no sheet where none was named."""
    _ = translator(report.language).gettext
    if report.changes is None:
        return
    write_rows(
        book,
        _("What has changed"),
        title=_("What has changed"),
        note=" ".join((report.changes.told, *report.changes.notes)),
        columns=[
            Column("what", _("Kind"), width=22),
            Column("title", _("Subject"), width=60),
            Column("before", _("Then"), width=36),
            Column("after", _("Now"), width=36),
            Column("note", _("Remark"), width=60),
        ],
        rows=list(_changes(report.changes, report.language)),
    )


def _changes(changes: ChangesView, language: str) -> Iterator[Line]:
    _ = translator(language).gettext
    for dimension in changes.dimensions:
        for one in (dimension, *dimension.topics):
            note = f"{one.difference} {one.origin}".strip()
            yield _("Points"), one.title, one.before, one.after, note
    for advice in changes.applications:
        note = " ".join((*advice.met, *advice.new))
        before, after = _advised(advice.before), _advised(advice.after)
        yield _("Recommendation"), advice.title, before, after, note
    for answer in (*(one for topic in changes.answers for one in topic.answers), *changes.factors):
        yield _("Answer"), answer.question, answer.before, answer.after, answer.note
    for text in (*changes.targets, *changes.measures):
        yield _("Reached since then"), text, "", "", ""


def _advised(advice: Advised | None) -> str:
    return f"{advice.route} ({advice.detail})" if advice and advice.detail else _route(advice)


def _route(advice: Advised | None) -> str:
    return advice.route if advice else "–"


def write_position(book: Book, report: Report) -> None:
    """Where the body stands among peers; no sheet where there are none."""
    _ = translator(report.language).gettext
    found = report.benchmark
    if found is None:
        return
    places = [*found.dimensions, *(place for __, topics in found.topics for place in topics)]
    write_rows(
        book,
        _("Position among peers"),
        title=_("Position among peers"),
        note=" ".join((found.warning, found.group, *found.passed, found.source)).strip(),
        columns=[
            Column("title", _("Subject"), width=44),
            Column("own", _("Points"), width=14),
            Column("median", _("Median"), width=14),
            Column("middle", _("Middle half"), width=20),
            Column("position", _("Position"), width=28),
            Column("note", _("Remark"), width=60),
        ],
        rows=[
            (one.title, one.own, one.median, one.middle, one.position, one.note) for one in places
        ],
    )
