"""Reuse first: whose solution could be taken over instead of buying or building one."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from assessment.cases.matching import Asker, Match, ranked_cases
from assessment.cases.model import Case
from assessment.cases.weights import Matching


def reusable_cases(
    cases: Iterable[Case],
    asker: Asker,
    *,
    of_archetype: Collection[str] = (),
    limit: int,
    matching: Matching,
) -> tuple[Match, ...]:
    """Cases of the asker's field and technology whose solution others may share, closest first.

    Shared services count, and what the source itself says may be taken over (`reusable`). The cases
    named by an archetype count whatever their field and technology are. Whether a solution fits and
    may be used is still to be asked: the source's date and the status stand beside it. The routes
    within reach play no part, and the asker's own cases are left out.
    """
    fitting = [
        case
        for case in cases
        if _may_be_shared(case) and (_is_of_this_kind(case, asker) or case.id in of_archetype)
    ]
    return ranked_cases(fitting, replace(asker, routes=frozenset()), matching)[:limit]


def _may_be_shared(case: Case) -> bool:
    return case.approach == "shared_service" or case.reusable is not None


def _is_of_this_kind(case: Case, asker: Asker) -> bool:
    stated = (asker.field, asker.technology)
    return None not in stated and (case.field, case.technology) == stated
