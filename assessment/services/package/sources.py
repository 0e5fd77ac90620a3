"""Where the releases of a package come from: the folder of a round, or a file with a release."""

from datetime import date
from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.opening import RELEASES, read_release, read_round

Json = dict[str, Any]
Period = tuple[date, date]


def releases_at(path: Path, model: Model) -> tuple[list[Json], Period | None]:
    """The releases, oldest first, and the period of the round. Raises Invalid and Damaged."""
    if path.is_file():
        return [read_release(path)], None
    round_ = read_round(path, model)
    found = [read_release(one) for one in sorted((path / RELEASES).glob("*.json"))]
    if not found:
        raise Invalid([Problem("round_without_release", file=str(path))])
    period = round_.period
    return found, (period.first, period.last) if period else None
