"""What worker processes do on rounds of an association."""

from pathlib import Path

from assessment.services.rounds.work import Kind
from assessment.services.rounds.working import work_on


def work_on_round(path: Path, model_folder: Path, kind: Kind) -> None:
    """Take over, look through, try out or release, as was ordered; what came of it is noted."""
    work_on(path, model_folder, kind)
