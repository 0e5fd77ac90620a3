"""The report of every member that took part in a round, each with its own position."""

from collections.abc import Callable
from pathlib import Path

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.folder import counted
from assessment.services.benchmark.opening import CONTRIBUTIONS, open_round
from assessment.services.documents.batch import Batch
from assessment.services.documents.formats import Order
from assessment.services.peers.comparing import compared_with

NAMES = "{ags}_{name}"

Progress = Callable[[int, int], None]


def reports_of_round(
    folder: Path,
    target: Path,
    *,
    model: Model,
    order: Order,
    names: str = NAMES,
    progress: Progress,
) -> Batch:
    """The work on the reports of all members whose contributions count.

    They are compared with the newest release; those before it give the course. Raises Invalid.
    """
    opened = open_round(folder, model)
    if not opened.releases:
        raise Invalid([Problem("round_without_release", file=str(folder))])
    compared = compared_with(opened.releases, model)
    lines = counted(opened, model, progress).lines
    files = [folder / CONTRIBUTIONS / one.entry.source for one in lines if one.standing.is_counted]
    if not files:
        raise Invalid([Problem("folder_without_answers", file=str(folder / CONTRIBUTIONS))])
    return Batch(
        files,
        target,
        order=order,
        model=model,
        names=names,
        peers=lambda assessment: compared.peers(assessment.municipality),
    )
