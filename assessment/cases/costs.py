"""What cases like an application cost, as their sources state it; nothing is compared or summed."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.recommendation.model import Archetype, CostHint


@dataclass(frozen=True)
class StatedCost:
    """An amount in the words of its source, with the case it belongs to."""

    hint: CostHint
    case: Case

    @property
    def as_of(self) -> str | None:
        """The date of the amount, else that of the case's source; None where neither is known."""
        if self.hint.as_of:
            return self.hint.as_of
        same_source = self.hint.source == self.case.source_url
        return self.case.source_date if same_source else None


def stated_costs(
    archetype: Archetype, case_by_id: Mapping[str, Case]
) -> dict[str, tuple[StatedCost, ...]]:
    """The amounts by the route of their case, in the order of the archetype; none, no entry.

    A case whose source does not tell the route stands under "unknown".
    """
    by_route: dict[str, tuple[StatedCost, ...]] = {}
    for hint in archetype.cost_hints:
        case = case_by_id[hint.case]
        by_route[case.approach] = (*by_route.get(case.approach, ()), StatedCost(hint, case))
    return by_route
