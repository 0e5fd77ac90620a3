"""Choosing a document of an assessment, and fetching it under an address that says it all."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid, Problem
from assessment.report.brief import Brief
from assessment.report.parts import LENGTHS, PARTS, Length, chosen_parts
from assessment.services import results
from assessment.services.documents.formats import MEDIA_TYPES, Format, Order
from assessment.services.documents.of_assessment import document_of
from assessment.services.peers.showing import chosen_release
from assessment.services.series.changing import earlier_reports, since_of
from assessment.web.peers.choice import release_choices, release_for, wanted_release
from assessment.web.results import asked_revision
from assessment.web.series.labels import earlier_choices
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language
from assessment.wording import LANGUAGES

pages = Blueprint("documents", __name__, url_prefix="/assessments/<id>/documents")


@pages.get("")
def show(id: str) -> ResponseReturnValue:
    """The form that leads to the document; what was chosen last stands in it again."""
    number = asked_revision()
    head, _basis = results.basis_of(the_desk(), id, number)
    return render_template(
        "pages/documents/show.html",
        head=head,
        revision=number,
        tongue=language(),
        earlier=earlier_choices(earlier_reports(the_desk(), id, number)),
        releases=release_choices(head.questionnaire),
        release=chosen_release(the_desk(), head.questionnaire, head.municipality, wanted_release()),
        parts=[(part.id, part.title_in(language())) for part in PARTS],
    )


@pages.get("/file")
def file(id: str) -> Response:
    """The document that is asked for; Invalid names everything that is not offered."""
    desk, number = the_desk(), asked_revision()
    head, _basis = results.basis_of(desk, id, number)
    order = replace(_order(id, number), release=release_for(head.questionnaire, head.municipality))
    data = document_of(desk, id, order, number)
    name = results.report_name(head, order.brief.language, number)
    return download(data, name.removesuffix("pdf") + order.format, MEDIA_TYPES[order.format])


def _order(id: str, revision: int | None) -> Order:
    asked, problems = request.args, list[Problem]()
    kind = _offered("format", asked.get("format", "pdf"), MEDIA_TYPES, problems)
    tongue = _offered("language", asked.get("language", language()), LANGUAGES, problems)
    length = cast(Length, _offered("length", asked.get("length", "full"), LENGTHS, problems))
    parts: tuple[str, ...] = ()
    try:
        parts = chosen_parts(asked.getlist("parts"), length)
    except Invalid as refused:
        problems += refused.problems
    if problems:
        raise Invalid(problems)
    since = since_of(the_desk(), id, asked.get("since"), tongue, revision=revision)
    return Order(cast(Format, kind), Brief(tongue, since=since, parts=parts, length=length))


def _offered(key: str, given: str, offered: Iterable[str], problems: list[Problem]) -> str:
    """What was given, noted as a problem where it is not offered."""
    if given not in offered:
        values = {"given": given, "allowed": ", ".join(offered)}
        problems.append(Problem("not_offered", key, values))
    return given
