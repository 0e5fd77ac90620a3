"""Members who take back what they handed in: it stays recorded, and does not count any more."""

from pathlib import Path

from assessment.benchmark.rounds.model import Round
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.services.benchmark.opening import RoundFolder, alone_with, open_round, save_round


def withdraw(path: Path, model: Model, ags: str, because: str) -> Municipality:
    """From the next release on, what a member handed in does not count. Raises Invalid.

    Withdrawing again changes the reason only; what was released stays released.
    """
    with alone_with(path):
        folder = open_round(path, model)
        save_round(path, _without(folder.round, _member(folder, ags).ags or ags, because))
    return _member(folder, ags)


def _member(folder: RoundFolder, ags: str) -> Municipality:
    for body in folder.members:
        if body.ags == ags:
            return body
    raise Invalid([Problem("not_a_member", "AGS", {"given": ags}, str(folder.path))])


def _without(round_: Round, ags: str, because: str) -> Round:
    gone = tuple(dict.fromkeys([*round_.withdrawn, ags]))
    reasons = {**round_.withdrawn_because, **({ags: because} if because else {})}
    return round_.model_copy(update={"withdrawn": gone, "withdrawn_because": reasons})
