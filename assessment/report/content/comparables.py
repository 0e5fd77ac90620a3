"""Comparable cases in words: what was done, how it stands as of when, and how alike it is."""

from dataclasses import dataclass

from assessment.cases.matching import Match
from assessment.cases.model import Case
from assessment.model import Model
from assessment.report.content.advice import title_of
from assessment.report.content.figures import percent, source_day, whole
from assessment.result import Result
from assessment.wording import name


@dataclass(frozen=True)
class CaseView:
    """A case with its source; `first` is False where the report has shown it before."""

    id: str
    title: str
    place: str
    summary: str
    body: str
    state: str
    population: str
    field: str
    technology: str
    route: str
    status: str
    as_of: str | None
    start_year: int | None
    partners: str
    funding: str
    outcomes: str
    outcome_kind: str
    challenges: str
    source_title: str
    source_publisher: str
    source_url: str
    confidence: str
    in_wik_study: bool
    similarity: str
    shared: tuple[str, ...]
    differing: tuple[str, ...]
    reusable: str
    setback: str
    first: bool


@dataclass(frozen=True)
class CaseGroup:
    """The cases closest to one application, or to the body itself when `title` is empty."""

    id: str
    title: str
    cases: tuple[CaseView, ...]


def case_groups_of(result: Result, model: Model, language: str) -> tuple[CaseGroup, ...]:
    """The cases for each application, most important first; without any, those of the body."""
    seen: set[str] = set()
    ordered = sorted(result.applications, key=lambda item: -item.recommendation.priority)
    groups = [
        (item.recommendation.id, title_of(item.recommendation, model, language), item.cases)
        for item in ordered
    ] or [("", "", result.cases)]
    return tuple(
        CaseGroup(id, title, tuple(_case(match, seen, language) for match in matches))
        for id, title, matches in groups
    )


def _case(match: Match, seen: set[str], language: str) -> CaseView:
    first = match.case.id not in seen
    seen.add(match.case.id)
    return case_view(match, language, first=first)


def case_view(match: Match, language: str, *, first: bool = True) -> CaseView:
    """A case in the language, with what it shares with whoever asks."""
    case = match.case
    return CaseView(
        id=case.id,
        title=case.title[language],
        place=case.municipality,
        summary=case.summary[language],
        population=_population(case, language),
        as_of=source_day(case.source_date, language),
        start_year=case.start_year,
        partners=", ".join(case.partners),
        in_wik_study=case.in_wik_study,
        similarity=percent(match.similarity, language),
        shared=tuple(name("trait", trait, language) for trait in match.shared),
        differing=tuple(name("trait", trait, language) for trait in match.differing),
        first=first,
        **_words(case, language),
        **_source(case),
        **_effects(case, language),
    )


def _population(case: Case, language: str) -> str:
    people = case.population or case.register_population
    return whole(people, language) if people else ""


def _words(case: Case, language: str) -> dict[str, str]:
    kinds = ("body", "state", "field", "technology", "status", "funding", "confidence")
    words = {kind: name(kind, getattr(case, kind), language) for kind in kinds}
    return {**words, "route": name("approach", case.approach, language)}


def _source(case: Case) -> dict[str, str]:
    is_web = case.source_url.startswith(("https://", "http://"))
    return {
        "source_title": case.source_title or case.source_url,
        "source_publisher": case.source_publisher or "",
        "source_url": case.source_url if is_web else "",
    }


def _effects(case: Case, language: str) -> dict[str, str]:
    return {
        "outcomes": case.outcomes[language] if case.outcomes else "",
        "outcome_kind": name("outcome_kind", case.outcome_kind, language),
        "challenges": case.challenges[language] if case.challenges else "",
        "reusable": case.reusable[language] if case.reusable else "",
        "setback": case.setback[language] if case.setback else "",
    }
