"""What worker processes do on rounds of an association."""

from pathlib import Path

from assessment.services.benchmark.opening import read_release
from assessment.services.benchmark.output import release_file
from assessment.services.rounds.doing.doing import work_on
from assessment.services.rounds.work import Kind


def work_on_round(path: Path, model_folder: Path, kind: Kind) -> None:
    """Take over, look through, try out or release, as was ordered; what came of it is noted."""
    work_on(path, model_folder, kind)


def release_as_file(path: Path, ending: str) -> bytes:
    """The release in the format of this ending."""
    return release_file(read_release(path), ending)
