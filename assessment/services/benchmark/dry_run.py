"""What a release would hide if it were made now, for the eyes of the association alone."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.benchmark.disclosure.audit import hidden_bounds
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.release.making import all_views, members_pattern
from assessment.model import Model
from assessment.services.benchmark.folder import counted, kept_releases
from assessment.services.benchmark.opening import RoundFolder
from assessment.services.benchmark.releasing import gathered_for


@dataclass(frozen=True)
class HiddenGroup:
    """A cell that would be hidden, why, and between which numbers an attacker knows it to lie."""

    by: tuple[str, ...]
    key: tuple[str, ...]
    why: str
    low: float
    high: float


def hidden_groups(
    folder: RoundFolder, model: Model, progress: Callable[[int, int], None]
) -> tuple[HiddenGroup, ...]:
    """Every cell that the next release would hide. Raises Invalid."""
    found = counted(folder, model, progress)
    gathered = gathered_for(found, model, kept_releases(folder))
    rules = folder.round.minimums.rules
    pattern = members_pattern(gathered, rules)
    now: View = all_views(gathered, rules)[0]
    bounds = hidden_bounds(gathered.layout, now, pattern.hidden)
    cells = gathered.layout.cells
    return tuple(
        HiddenGroup(cells[at].by, cells[at].key, why.value, *bounds[cells[at]])
        for at, why in sorted(pattern.why.items())
    )
