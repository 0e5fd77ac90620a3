"""What real cases add beside the advice, in words: how it was done, what may be taken over."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.cases.costs import StatedCost, stated_costs
from assessment.cases.evidence import Evidence, RouteEvidence
from assessment.cases.matching import Match
from assessment.model import Model
from assessment.recommendation.model import Archetype, Route
from assessment.report.content.figures import percent, source_day
from assessment.wording import name


@dataclass(frozen=True)
class CaseLine:
    """A case in one line; `says` is what its source states about taking it over."""

    id: str
    place: str
    title: str
    route: str
    status: str
    as_of: str | None
    source_url: str
    says: str


@dataclass(frozen=True)
class RouteEvidenceView:
    """How many of the counted cases took a route; `share` is empty where they are too few."""

    id: Route
    name: str
    cases: int
    share: str
    in_operation: int
    ended: int


@dataclass(frozen=True)
class EvidenceView:
    """The counted cases by route, what is left out of the count, and what to bear in mind.

    `partner` is the firm or institution that most of them name, empty where no two name the same.
    `same_for` are the other applications for which the same cases count.
    """

    of: int
    routes: tuple[RouteEvidenceView, ...]
    in_operation: int
    ended: int
    silent: int
    abroad: int
    partner: str
    partner_cases: int
    partner_of: int
    cases: tuple[CaseLine, ...]
    note: str
    same_for: tuple[str, ...] = ()

    def on(self, route: Route) -> RouteEvidenceView:
        """The line of one route."""
        return next(line for line in self.routes if line.id == route)


@dataclass(frozen=True)
class CostView:
    """An amount as its source states it."""

    text: str
    kind: str
    place: str
    status: str
    source: str
    as_of: str | None


@dataclass(frozen=True)
class CostGroup:
    """The amounts of cases that took one route, or whose route nobody states."""

    route: str
    costs: tuple[CostView, ...]


def evidence_of(evidence: Evidence, model: Model, language: str) -> EvidenceView:
    """What the comparable cases show, in the language."""
    partner = evidence.partner
    return EvidenceView(
        of=len(evidence.counted),
        routes=tuple(_route(line, model, language) for line in evidence.routes),
        in_operation=evidence.in_operation,
        ended=evidence.ended_or_failed,
        silent=evidence.silent,
        abroad=len(evidence.abroad),
        partner=partner.name if partner else "",
        partner_cases=partner.cases if partner else 0,
        partner_of=partner.of if partner else 0,
        cases=case_lines(evidence.counted, language),
        note=model.matching.evidence.note[language],
    )


def case_lines(matches: Sequence[Match], language: str) -> tuple[CaseLine, ...]:
    """The cases in one line each, in their order."""
    return tuple(_line(match, language) for match in matches)


def costs_of(archetype: Archetype | None, model: Model, language: str) -> tuple[CostGroup, ...]:
    """The amounts known from cases of this kind of application, by the route of the case."""
    if archetype is None:
        return ()
    by_route = stated_costs(archetype, model.case_by_id)
    known = [route for route in (*Route, "unknown") if route in by_route]
    return tuple(
        CostGroup(
            route=name("approach", route, language),
            costs=tuple(_cost(cost, language) for cost in by_route[route]),
        )
        for route in known
    )


def _route(line: RouteEvidence, model: Model, language: str) -> RouteEvidenceView:
    return RouteEvidenceView(
        id=line.route,
        name=model.recommendation.route_by_id[line.route].name[language],
        cases=line.cases,
        share=percent(line.share, language) if line.share is not None else "",
        in_operation=line.in_operation,
        ended=line.ended_or_failed,
    )


def _line(match: Match, language: str) -> CaseLine:
    case = match.case
    return CaseLine(
        id=case.id,
        place=case.municipality,
        title=case.title[language],
        route=name("approach", case.approach, language),
        status=name("status", case.status, language),
        as_of=source_day(case.source_date, language),
        source_url=case.source_url,
        says=case.reusable[language] if case.reusable else "",
    )


def _cost(cost: StatedCost, language: str) -> CostView:
    return CostView(
        text=cost.hint.text[language],
        kind=name("cost_kind", cost.hint.kind, language),
        place=cost.case.municipality,
        status=name("status", cost.hint.case_status, language),
        source=cost.hint.source,
        as_of=source_day(cost.as_of, language),
    )
