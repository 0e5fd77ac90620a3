"""The sheets of what no formula can tell: trials, flips, roadmap and cases as worked out."""

from collections.abc import Sequence

from assessment.report.brand.view import plain_lines
from assessment.report.content import Report
from assessment.report.workbook.book import Book, Cell, Column, Table
from assessment.wording import translator


def write_about(book: Book, report: Report) -> None:
    """Who was assessed, when and by what, and how to read the workbook; the first sheet."""
    _ = translator(report.language).gettext
    about = report.about
    rows: list[tuple[str, str]] = [
        (_("Municipality"), about.municipality),
        (_("Place"), about.place),
        (_("Municipality key (AGS)"), about.ags),
        (_("Population"), about.population),
        (_("Date"), about.date),
        (_("Status"), about.standing),
        (_("Questionnaire"), f"{about.questionnaire} ({about.reference})"),
        (_("Coverage"), about.coverage),
        (_("Note"), about.note),
        (_("Model (hash)"), about.model_hash),
        (_("Version of the tool"), about.tool_version),
        (
            _("Formulas"),
            _(
                "Scores, ranges, gaps, fits, suitability, gates and routes are formulas: change a "
                "yellow cell, and they follow."
            ),
        ),
        (
            _("Values"),
            _(
                "Shares of the trials, flips, roadmap and cases stand as they were worked out for "
                "the answers of the date above; they do not follow a change."
            ),
        ),
        (_("Limits"), report.model_note),
        (_("Source"), report.attribution),
        *_office(report),
    ]
    write_rows(
        book,
        _("About"),
        title=about.municipality,
        note=about.questionnaire,
        columns=[Column("what", _("Subject"), width=28), Column("text", _("Text"), width=100)],
        rows=rows,
    )


def _office(report: Report) -> list[tuple[str, str]]:
    """Who made the workbook, whom to ask, and who answers for it."""
    _ = translator(report.language).gettext
    brand = report.brand
    if brand is None:
        return []
    contact = "\n".join((brand.signer, *(line.text for line in brand.contact)))
    imprint = "\n".join(plain_lines(brand.imprint))
    rows = [(_("Made by"), brand.office), (_("Contact"), contact), (_("Imprint"), imprint)]
    return [(what, text) for what, text in rows if text]


def write_values(book: Book, report: Report) -> None:
    """The sheets behind those with formulas."""
    _write_firmness(book, report)
    _write_portfolio(book, report)
    _write_flips(book, report)
    _write_roadmap(book, report)
    _write_cases(book, report)


def _write_firmness(book: Book, report: Report) -> None:
    _ = translator(report.language).gettext
    standings = [(view.title, view.firmness.standing) for view in report.applications]
    if report.overall.firmness:
        standings.append((_("Overall"), report.overall.firmness))
    outcomes = standings[0][1].shares if standings else ()
    write_rows(
        book,
        _("Firmness"),
        title=_("How firm the advice is"),
        note=_("How often each result comes out in the trials."),
        columns=[
            Column("application", _("Application"), width=36),
            Column("firmness", _("Firmness"), width=16),
            *(Column(share.id, share.name, "share", 18) for share in outcomes),
        ],
        rows=[
            [title, standing.label, *(share.share for share in standing.shares)]
            for title, standing in standings
        ],
    )


def _write_portfolio(book: Book, report: Report) -> None:
    _ = translator(report.language).gettext
    write_rows(
        book,
        _("Portfolio"),
        title=_("Benefit and readiness gap"),
        note=_(
            "The benefit is the organisation's own statement, from 0 to 4. The readiness gap is "
            "what is missing of what the route asks, in percent. Neither changes a recommendation."
        ),
        columns=[
            Column("application", _("Application"), width=36),
            Column("benefit", _("Expected benefit"), "whole", 12),
            Column("benefit_name", _("In words"), width=24),
            Column("gap", _("Readiness gap"), "points", 14),
            Column("route", _("Route"), width=24),
            Column("quadrant", _("In the portfolio"), width=24),
        ],
        rows=[
            [
                one.title,
                one.benefit_level,
                one.benefit,
                one.gap_points,
                one.route,
                one.quadrant_name,
            ]
            for one in report.portfolio.applications
        ],
    )


def _write_flips(book: Book, report: Report) -> None:
    _ = translator(report.language).gettext
    rows: list[list[Cell]] = []
    for view in report.applications:
        flips = view.firmness.flips
        groups = (
            (_("Would change the advice"), flips.would_change),
            (_("What the advice rests on"), flips.rests_on),
            (_("Two changes together"), flips.pairs),
        )
        rows += [
            [view.title, kind, flip.text, flip.leads_to] for kind, group in groups for flip in group
        ]
    write_rows(
        book,
        _("Flips"),
        title=_("What would change the advice"),
        note=_("Single changes first, then pairs of changes."),
        columns=[
            Column("application", _("Application"), width=36),
            Column("kind", _("Kind"), width=28),
            Column("text", _("Change"), width=90),
            Column("route", _("Leads to"), width=24),
        ],
        rows=rows,
    )


def _write_roadmap(book: Book, report: Report) -> None:
    _ = translator(report.language).gettext
    roadmap = report.roadmap
    plan = roadmap.plan
    frame = _("%(days)s of %(room)s person-days, %(start)s to %(end)s") % {
        "days": roadmap.days,
        "room": plan.room,
        "start": plan.start,
        "end": plan.end,
    }
    write_rows(
        book,
        _("Roadmap"),
        title=_("Roadmap"),
        note=" ".join((frame, *roadmap.obstacles, *roadmap.would_do)),
        columns=[
            Column("when", _("Quarter"), width=16),
            Column("days", _("Person-days"), width=12),
            Column("title", _("Measure"), width=48),
            Column("topic", _("Topic"), width=28),
            Column("level", _("To level"), "whole", 9),
            Column("purpose", _("What it is for"), width=28),
            Column("who", _("Responsible"), width=28),
            Column("text", _("Description"), width=80),
        ],
        rows=[
            [
                step.when,
                step.days,
                step.title,
                step.topic,
                step.level,
                step.kind_name,
                step.responsible,
                step.description,
            ]
            for step in sorted(roadmap.steps, key=lambda step: step.first)
        ],
    )


def _write_cases(book: Book, report: Report) -> None:
    _ = translator(report.language).gettext
    write_rows(
        book,
        _("Cases"),
        title=_("Comparable cases"),
        note=report.evidence_note,
        columns=[
            Column("application", _("Application"), width=30),
            Column("title", _("Case"), width=44),
            Column("place", _("Municipality"), width=22),
            Column("route", _("Route"), width=20),
            Column("status", _("Status"), width=18),
            Column("as_of", _("As of"), width=16),
            Column("similarity", _("Similarity"), width=12),
            Column("shared", _("In common"), width=32),
            Column("differing", _("Different"), width=32),
            Column("summary", _("Summary"), width=80),
            Column("source", _("Source"), width=60),
        ],
        rows=[
            [
                group.title,
                case.title,
                case.place,
                case.route,
                case.status,
                case.as_of,
                case.similarity,
                ", ".join(case.shared),
                ", ".join(case.differing),
                case.summary,
                case.source_url or case.source_title,
            ]
            for group in report.case_groups
            for case in group.cases
        ],
    )


def write_rows(
    book: Book,
    name_: str,
    *,
    title: str,
    note: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
) -> None:
    """A sheet with these rows, as they are."""
    table = Table(book, name_, title=title, note=note, columns=columns, keys=range(len(rows)))
    keys = [column.key for column in columns]
    for place, row in enumerate(rows):
        table.put_row(place, dict(zip(keys, row, strict=True)))
