"""The work on rounds as worker processes do it; only they load what audits and draws."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assessment.errors import Damaged, Invalid, Problem
from assessment.model import Model, load_model
from assessment.services.benchmark.folder import Progress, make_next_release
from assessment.services.benchmark.opening import RoundFolder, alone_with, open_round
from assessment.services.rounds import work
from assessment.services.rounds.doing.looking import look_through
from assessment.services.rounds.doing.packing import pack
from assessment.services.rounds.doing.taking import take_over
from assessment.services.rounds.doing.trying import try_out
from assessment.services.rounds.work import Kind, Noting

Json = dict[str, Any]
_Doing = Callable[[RoundFolder, Model, Json, Progress], Json]


def work_on(path: Path, model_folder: Path, kind: Kind) -> None:
    """Do the work of this kind that was ordered, if it was, and note what came of it.

    What is wrong with the round is noted with the work and not raised.
    """
    model = load_model(model_folder)
    with alone_with(path):
        ordered = work.work_of(path, kind)
        if ordered is None or not ordered.running:
            return
        try:
            folder = open_round(path, model)
            outcome = _DOING[kind](folder, model, ordered.asked, Noting(path, kind))
        except Invalid as error:
            work.fail(path, ordered, error.problems)
        except Damaged:
            work.fail(path, ordered, [Problem("kept_release_changed")])
        else:
            work.finish(path, ordered, outcome)
        if kind in {"take_over", "release"}:
            work.order(path, "look_through")


def _release(folder: RoundFolder, model: Model, asked: Json, progress: Progress) -> Json:
    """Make the next release, unless it was made already: a second click makes no second one."""
    if len(folder.releases) >= asked["number"]:
        return {"number": asked["number"]}
    day = datetime.now(UTC).astimezone().date()
    _, made = make_next_release(folder, model, day=day, reading=progress, progress=progress)
    return {"number": made["number"]}


_DOING: dict[str, _Doing] = {
    "take_over": take_over,
    "look_through": look_through,
    "dry_run": try_out,
    "release": _release,
    "package": pack,
}
