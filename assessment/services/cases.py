"""Finding real cases for somebody who asks."""

from assessment.cases.matching import Asker, Match, closest_cases
from assessment.cases.model import BODY_OF, Case
from assessment.model import Model
from assessment.municipality import Body, Municipality, by_ags


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
