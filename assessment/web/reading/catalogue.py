"""The catalogue of real cases, and beside it the European list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from assessment.cases.european import ATTRIBUTION, EuropeanStatus, european_cases
from assessment.cases.matching import Match
from assessment.cases.places import place_of
from assessment.cases.search import Query, marked
from assessment.errors import NotFound
from assessment.report.content.comparables import case_view
from assessment.services.assessments import head
from assessment.services.cases import point_of_view
from assessment.services.catalogue.browsing import Wanted, alike, browse, orders
from assessment.services.catalogue.map import map_of
from assessment.web.reading.drawing import land
from assessment.web.reading.filters import filters_of
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.wording import codes
from assessment.wording.countries import country

pages = Blueprint("catalogue", __name__, url_prefix="/cases")

AT_ONCE = 20
T = TypeVar("T")


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """The part of a list that is shown at once; sheets are counted from 1."""

    items: Sequence[T]
    total: int
    number: int
    last: int


@pages.get("")
def show() -> ResponseReturnValue:
    """The cases that fit, the closest first when somebody's assessment is looked from."""
    desk, id = the_desk(), request.args.get("assessment", "")
    point = point_of_view(desk, id, request.args.get("application")) if id else None
    wanted = _wanted()
    asker = point.asker if point else None
    found = browse(desk.model, wanted, asker=asker, order=request.args.get("order", ""))
    sheet = _sheet(found.matches)
    return render_template(
        "pages/catalogue/show.html",
        head=head(desk, id) if id else None,
        point=point,
        wanted=wanted,
        found=found,
        filters=filters_of(wanted, found.counts, language()),
        orders=orders(searching=bool(Query.of(wanted.text).words), asking=point is not None),
        sheet=sheet,
        cases=[case_view(match, language()) for match in sheet.items],
        mark=_marker(wanted.text),
        map=map_of(found.matches, point.municipality if point else None),
        land=land(),
        numbers=desk.model.matching.search,
    )


@pages.get("/europe")
def europe() -> ResponseReturnValue:
    """European cases as others collected them: facts only, and never mixed with our own."""
    status = _code("status", kind="european_status")
    found = european_cases(
        field=_code("field") or None,
        technology=_code("technology") or None,
        country=request.args.get("country") or None,
        status=EuropeanStatus(status) if status else None,
        text=_text(),
    )
    return render_template(
        "pages/catalogue/europe.html",
        wanted={**request.args, "text": _text()},
        sheet=_sheet(found),
        mark=_marker(_text()),
        countries=_countries(),
        country=lambda english: country(english, language()),
        source=ATTRIBUTION,
    )


@pages.get("/<id>")
def one(id: str) -> ResponseReturnValue:
    """Everything known of one case, and the ones most like it."""
    model = the_desk().model
    case = model.case_by_id.get(id)
    if case is None:
        raise NotFound(id)
    records = [other for other in model.cases if other.project == case.project]
    return render_template(
        "pages/catalogue/case.html",
        case=case,
        view=case_view(Match(case, None, (), ()), language()),
        records=[other for other in records if other is not case],
        alike=[case_view(match, language()) for match in alike(model, case)],
    )


def _wanted() -> Wanted:
    place = request.args.get("place", "")
    return Wanted(
        field=_code("field"),
        technology=_code("technology"),
        route=_code("route", kind="approach"),
        status=_code("status"),
        state=_code("state"),
        body=_code("body"),
        size=_code("size", kind="size_class"),
        place=place if place_of(place) else "",
        text=_text(),
    )


def _code(name: str, kind: str | None = None) -> str:
    """The code asked for, empty where there is no such code."""
    code = request.args.get(name, "")
    return code if code in codes(kind or name) else ""


def _text() -> str:
    return request.args.get("text", "").strip()[:100]


def _marker(text: str) -> Callable[[str], Markup]:
    """What marks the words that were looked for in a text."""
    query = Query.of(text)

    def mark(told: str) -> Markup:
        pieces = (
            Markup("<mark>{}</mark>").format(piece) if wanted else Markup("{}").format(piece)
            for piece, wanted in marked(told, query)
        )
        return Markup("").join(pieces)

    return mark


def _sheet(found: Sequence[T]) -> Sheet[T]:
    last = max(1, -(-len(found) // AT_ONCE))
    number = min(max(1, request.args.get("sheet", 1, type=int)), last)
    return Sheet(found[(number - 1) * AT_ONCE : number * AT_ONCE], len(found), number, last)


def _countries() -> list[tuple[str, str]]:
    """The countries of the list with their names in the language, by these names."""
    english = {case.country for case in european_cases()}
    return sorted(((name, country(name, language())) for name in english), key=lambda pair: pair[1])
