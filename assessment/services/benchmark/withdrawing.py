"""Members who take back what they handed in, which stays recorded, and who come again."""

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


def rejoin(path: Path, model: Model, ags: str) -> Municipality:
    """From the next release on, what a member handed in counts again. Raises Invalid.

    Nothing changes for one that never withdrew.
    """
    with alone_with(path):
        folder = open_round(path, model)
        member = _member(folder, ags)
        gone = tuple(one for one in folder.round.withdrawn if one != ags)
        reasons = {key: why for key, why in folder.round.withdrawn_because.items() if key != ags}
        changes = {"withdrawn": gone, "withdrawn_because": reasons}
        save_round(path, folder.round.model_copy(update=changes))
    return member


def _member(folder: RoundFolder, ags: str) -> Municipality:
    for body in folder.members:
        if body.ags == ags:
            return body
    raise Invalid([Problem("not_a_member", "AGS", {"given": ags}, str(folder.path))])


def _without(round_: Round, ags: str, because: str) -> Round:
    gone = tuple(dict.fromkeys([*round_.withdrawn, ags]))
    reasons = {**round_.withdrawn_because, **({ags: because} if because else {})}
    return round_.model_copy(update={"withdrawn": gone, "withdrawn_because": reasons})
