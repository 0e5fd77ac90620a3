"""What worker processes do on rounds of an association."""

from pathlib import Path

from assessment.benchmark.rounds.model import Round
from assessment.model import load_model
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


def render_notice(round_: Round, model_folder: Path, language: str) -> bytes:
    """What the round publishes about a member and what never, as PDF."""
    # A process that only works on rounds does not pay for the libraries that print.
    from assessment.report.overall.notice import notice_pdf  # noqa: PLC0415

    return notice_pdf(round_, load_model(model_folder), language)
