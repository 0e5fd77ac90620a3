"""Reuse first: whose solution could be taken over instead of buying or building one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assessment.cases.matching import Asker, Match, ranked_cases
from assessment.cases.model import Case
from assessment.cases.weights import Matching
from assessment.recommendation.model import Archetype


def reusable_cases(
    cases: Iterable[Case],
    asker: Asker,
    archetype: Archetype | None,
    *,
    limit: int,
    matching: Matching,
) -> tuple[Match, ...]:
    """Cases for the same kind of application whose solution others may share, closest first.

    Shared services count, and what the source itself says may be taken over (`reusable`), but not
    what failed. The kind is that of the archetype; an application of one's own has none, and cases
    of its field and technology stand in. Whether a solution fits and may be used is still to be
    asked. The routes within reach play no part, and the asker's own cases are left out. One
    customer of each product comes first, before a second one of any of them.
    """
    fitting = [
        case
        for case in cases
        if _may_be_shared(case)
        and (_serves(case, archetype) if archetype else _is_of_this_kind(case, asker))
    ]
    ranked = ranked_cases(fitting, replace(asker, routes=frozenset()), matching)
    return _one_per_product_first(ranked)[:limit]


def _one_per_product_first(ranked: Sequence[Match]) -> tuple[Match, ...]:
    """Those that bring a partner or a title not yet seen, then the others; each in their order."""
    seen: set[str] = set()
    first: list[Match] = []
    again: list[Match] = []
    for match in ranked:
        product = match.case.partner_names | {match.case.title.de.casefold()}
        (first if seen.isdisjoint(product) else again).append(match)
        seen |= product
    return (*first, *again)


def _may_be_shared(case: Case) -> bool:
    offered = case.approach == "shared_service" or case.reusable is not None
    return offered and case.setback is None


def _serves(case: Case, archetype: Archetype) -> bool:
    return archetype.id in case.archetypes or case.id in archetype.cases


def _is_of_this_kind(case: Case, asker: Asker) -> bool:
    stated = (asker.field, asker.technology)
    return None not in stated and (case.field, case.technology) == stated
