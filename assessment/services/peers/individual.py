"""The report of every member that took part in a round, each with its own position."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answers import Assessment, State
from assessment.report.content.sentences import carried_over
from assessment.services.benchmark.contributions.reading import entry_in
from assessment.services.benchmark.folder import counted
from assessment.services.benchmark.opening import CONTRIBUTIONS, open_round, read_release
from assessment.services.documents.batch import Batch
from assessment.services.documents.formats import Order
from assessment.services.peers.comparing import compared_with
from assessment.services.series.continuing import Start, continuation

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

    They are compared with the newest release; those before it give the course. Raises Invalid, and
    Damaged where a release was changed.
    """
    opened = open_round(folder, model)
    if not opened.releases:
        raise Invalid([Problem("round_without_release", file=str(folder))])
    for path in opened.releases:
        read_release(path)  # what is damaged here is put back, not asked for once more
    compared = compared_with(opened.releases, model)
    lines = counted(opened, model, progress).lines
    files = [folder / CONTRIBUTIONS / one.entry.source for one in lines if one.standing.is_counted]
    reading = opened.with_members(model)
    if not files:
        raise Invalid([Problem("folder_without_answers", file=str(folder / CONTRIBUTIONS))])
    return Batch(
        files,
        target,
        order=order,
        model=model,
        names=names,
        peers=lambda assessment: compared.peers(assessment.municipality),
        reading=lambda data, path: _under(reading, data, path, order.brief.language),
        progress=progress,
    )


def _under(model: Model, data: bytes, path: Path, language: str) -> tuple[Assessment, str]:
    """The answers of a contribution under the round's version, and whether they are carried over.

    Raises Invalid.
    """
    entry = entry_in(data, path, model)
    given = entry.assessment
    if entry.bridge is None:
        return given, ""
    taken = continuation(given, model).assessment(model, day=given.date, start=Start.TAKEN_OVER)
    answered = sum(one.state is not State.UNANSWERED for one in given.answers.values())
    said = carried_over(given.questionnaire, answered, len(taken.answers), language)
    return replace(taken, municipality=given.municipality), said
