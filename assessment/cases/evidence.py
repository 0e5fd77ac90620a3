"""How comparable cases were done and what became of them: shown beside the model, never mixed in.

The asker is compared without the routes within its reach: these come from the advice, and what is
to stand beside the advice must not depend on it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assessment.cases.matching import Asker, Match, ranked_cases
from assessment.cases.model import Case
from assessment.cases.weights import Matching
from assessment.recommendation.model import Route


@dataclass(frozen=True)
class RouteEvidence:
    """How many of the counted cases took a route, and what became of them.

    `share` is None where too few cases were counted for shares.
    """

    route: Route
    cases: int
    share: float | None
    in_operation: int
    ended_or_failed: int


@dataclass(frozen=True)
class FrequentPartner:
    """The firm or institution that most of `of` cases name, as the first of them spells it."""

    name: str
    cases: int
    of: int

    @property
    def share(self) -> float:
        return self.cases / self.of


@dataclass(frozen=True)
class Evidence:
    """The closest comparable German cases with a known route, each project once.

    `abroad` are Austrian and Swiss cases as close as these, which no count includes. `silent` is
    the number of German cases as close as these whose route the source does not tell. `partner`
    is None where no two cases name the same.
    """

    counted: tuple[Match, ...]
    routes: tuple[RouteEvidence, ...]
    abroad: tuple[Match, ...]
    silent: int
    partner: FrequentPartner | None

    @property
    def in_operation(self) -> int:
        return sum(evidence.in_operation for evidence in self.routes)

    @property
    def ended_or_failed(self) -> int:
        return sum(evidence.ended_or_failed for evidence in self.routes)


def evidence_for(cases: Iterable[Case], asker: Asker, matching: Matching) -> Evidence:
    """What the cases closest to the asker show; all counts are 0 where none is comparable.

    The asker's own cases are left out.
    """
    ranked = ranked_cases(cases, replace(asker, routes=frozenset()), matching)
    comparable = tuple(
        takewhile(lambda match: (match.similarity or 0) >= matching.comparable.at_least, ranked)
    )
    german = [match for match in comparable if match.case.in_germany]
    counted = [match for match in german if _tells_route(match)][: matching.evidence.cases]
    # Where fewer than asked for are comparable, all comparable ones are as close as these.
    full = len(counted) == matching.evidence.cases
    as_close = comparable[: comparable.index(counted[-1]) + 1] if full else comparable
    return Evidence(
        counted=tuple(counted),
        routes=_by_route(counted, matching.evidence.shares_from),
        abroad=tuple(m for m in as_close if not m.case.in_germany and _tells_route(m)),
        silent=sum(m.case.in_germany and not _tells_route(m) for m in as_close),
        partner=most_frequent_partner(match.case for match in counted),
    )


def most_frequent_partner(cases: Iterable[Case]) -> FrequentPartner | None:
    """The partner that the most projects name, ties by name; None where none is named twice."""
    named: dict[str, set[str]] = {}
    spelt: dict[str, str] = {}
    for case in cases:
        named.setdefault(case.project, set()).update(case.partner_names)
        for name in case.partners:
            spelt.setdefault(name.casefold(), name)
    customers = Counter(name for names in named.values() for name in names)
    repeated = [(-count, name) for name, count in customers.items() if count > 1]
    if not repeated:
        return None
    count, name = min(repeated)
    return FrequentPartner(spelt[name], -count, len(named))


def _by_route(counted: Sequence[Match], shares_from: int) -> tuple[RouteEvidence, ...]:
    """One entry for each route, in the order of the routes, those without a case too."""
    return tuple(
        _of_route(route, [match.case for match in counted], shares_from) for route in Route
    )


def _of_route(route: Route, counted: Sequence[Case], shares_from: int) -> RouteEvidence:
    its = [case for case in counted if case.approach == route]
    return RouteEvidence(
        route=route,
        cases=len(its),
        share=len(its) / len(counted) if len(counted) >= shares_from else None,
        in_operation=sum(case.status == "regular_operation" for case in its),
        ended_or_failed=sum(case.ended_or_failed for case in its),
    )


def _tells_route(match: Match) -> bool:
    return match.case.approach != "unknown"
