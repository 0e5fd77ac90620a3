"""Finding real cases for somebody who asks."""

from dataclasses import dataclass

from assessment.cases.matching import Asker, Match, closest_cases
from assessment.cases.model import BODY_OF
from assessment.cases.search import Query
from assessment.model import Model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answers import Assessment
from assessment.result import kind_of
from assessment.services.assessments import load
from assessment.services.desk import Desk


@dataclass(frozen=True)
class Point:
    """Whose eyes the catalogue is seen with: those of an assessed body, perhaps with a plan."""

    municipality: Municipality
    application: str | None
    asker: Asker


def point_of_view(desk: Desk, id: str, application: str | None = None) -> Point:
    """The body of an assessment as asker, with the kind of one of its applications; NotFound."""
    assessment = load(desk, id)
    field, technology = _kind_of_plan(
        assessment, application, desk.model_of(assessment.questionnaire)
    )
    asker = Asker.of(assessment.municipality, field=field, technology=technology)
    return Point(assessment.municipality, application if field else None, asker)


def _kind_of_plan(
    assessment: Assessment, application: str | None, model: Model
) -> tuple[str | None, str | None]:
    planned = next((one for one in assessment.applications if one.id == application), None)
    return kind_of(planned, model) if planned else (None, None)


def find_cases(
    model: Model,
    *,
    ags: str | None = None,
    field: str | None = None,
    technology: str | None = None,
    body: str | None = None,
    text: str | None = None,
    route: str | None = None,
    diverse: bool = False,
    limit: int = 10,
) -> tuple[Match, ...]:
    """The cases closest to the asker among those with all words of `text` and the route.

    `body` is a kind as the catalogue names it. Raises UnknownAgs.
    """
    municipality = by_ags(ags) if ags else None
    asker = Asker(
        population=municipality.population if municipality else None,
        body=_kind(body, municipality),
        state=municipality.state if municipality else None,
        field=field,
        technology=technology,
        routes=frozenset(),
    )
    query = Query.of(text or "")
    having = model.case_index.found(query) if query.words else model.case_by_id
    found = tuple(
        case for case in model.cases if case.id in having and (not route or case.approach == route)
    )
    return closest_cases(found, asker, limit=limit, diverse=diverse, matching=model.matching)


def _kind(body: str | None, municipality: Municipality | None) -> Body | None:
    """The kind stated, in a word of the catalogue or of the tool, else that of the municipality."""
    if body:
        return BODY_OF[body] if body in BODY_OF else Body(body)
    return municipality.body if municipality else None
