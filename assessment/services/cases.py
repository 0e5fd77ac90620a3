"""Finding real cases for somebody who asks, and looking through all of them."""

from dataclasses import dataclass

from assessment.cases.matching import Asker, Match, closest_cases, ranked_cases
from assessment.cases.model import BODY_OF, Case
from assessment.model import Model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answers import Assessment
from assessment.result import kind_of
from assessment.services.assessments import load
from assessment.services.desk import Desk


@dataclass(frozen=True)
class Wanted:
    """What a case must be to be listed; empty where anything will do."""

    field: str = ""
    technology: str = ""
    route: str = ""
    status: str = ""
    text: str = ""

    def fits(self, case: Case) -> bool:
        """Whether the case is all of this."""
        asked = (self.field, self.technology, self.route, self.status)
        its = (case.field, case.technology, case.approach, case.status)
        alike = all(a in ("", b) for a, b in zip(asked, its, strict=True))
        return alike and _has_words(case, self.text)


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


def catalogue(model: Model, wanted: Wanted, asker: Asker | None) -> tuple[Match, ...]:
    """All cases that fit, each project once: the closest to the asker first, else the newest."""
    fitting = [case for case in model.cases if wanted.fits(case)]
    ranked = ranked_cases(fitting, asker or Asker(), model.matching)
    if asker:
        return ranked
    return tuple(sorted(ranked, key=lambda match: match.case.source_date or "", reverse=True))


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
    found = tuple(
        case
        for case in model.cases
        if (not route or case.approach == route) and _has_words(case, text or "")
    )
    return closest_cases(found, asker, limit=limit, diverse=diverse, matching=model.matching)


def _kind(body: str | None, municipality: Municipality | None) -> Body | None:
    """The kind stated, in a word of the catalogue or of the tool, else that of the municipality."""
    if body:
        return BODY_OF[body] if body in BODY_OF else Body(body)
    return municipality.body if municipality else None


def _has_words(case: Case, text: str) -> bool:
    words = text.casefold().split()
    if not words:
        return True
    texts = [case.title, case.summary, case.outcomes, case.challenges, case.approach_evidence]
    content = [t[language] for t in texts if t for language in ("de", "en")]
    content += [case.municipality, *case.partners, case.source_publisher or ""]
    searched = " ".join(content).casefold()
    return all(word in searched for word in words)
