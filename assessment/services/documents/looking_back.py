"""Earlier reports on disk: answer files, or our own PDF with the answers attached to it."""

from collections.abc import Iterable
from pathlib import Path

from assessment.answer_book import read_any
from assessment.comparison import is_same_body
from assessment.errors import Invalid, Problem
from assessment.model import Model, load_model
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.bridge.loader import EARLIER
from assessment.questionnaire.documents import read_bytes, signatures
from assessment.report.since import Since
from assessment.services.files import SUFFIXES, files_in

Said = tuple[Assessment, Model]

_PDF = ".pdf"


class EarlierReports:
    """What was said before, by the body that said it."""

    def __init__(self, path: Path, model: Model) -> None:
        """Read the file, or all files of the folder. Raises Invalid with the problems of all."""
        self._only = not path.is_dir()
        self._read = tuple(_all_read([path] if self._only else _in(path), model))

    def before(self, assessment: Assessment) -> Since | None:
        """The latest earlier report of the same body; None where there is none.

        A file that was named by itself is the earlier report, whosever it is. In a folder one that
        says exactly what is said now is no earlier one.
        """
        found = [one for one in self._read if self._only or _is_before(one[0], assessment)]
        if not found:
            return None
        latest, model = max(found, key=lambda one: one[0].date)
        return Since(latest, model.folder, latest.date)


def _is_before(one: Assessment, assessment: Assessment) -> bool:
    same = is_same_body(one.municipality, assessment.municipality)
    return same and one.date <= assessment.date and one != assessment


def _in(folder: Path) -> Iterable[Path]:
    found = files_in(folder, SUFFIXES | {_PDF})
    if not found:
        raise Invalid([Problem("folder_without_earlier", file=str(folder))])
    return found


def _all_read(paths: Iterable[Path], model: Model) -> Iterable[Said]:
    problems: list[Problem] = []
    read: list[Said] = []
    for path in paths:
        try:
            read.append(_said(path, model))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return read


def _said(path: Path, model: Model) -> Said:
    """The answers in an answer file or a report of ours, under the model of their version."""
    data, file = _answers(path)
    try:
        return read_any(data, file=file, model=model), model
    except Invalid as refused:
        then = _model_of_then(refused, model)
        if then is None:
            raise
        return read_any(data, file=file, model=then), then


def _model_of_then(refused: Invalid, model: Model) -> Model | None:
    """The model of the earlier version that a file is of; None where no bridge leads from it.

    Raises Invalid where only the questions of that version are kept: they give no result.
    """
    given = [str(one.values["given"]) for one in refused.problems if one.code == "other_version"]
    bridged = next((one for one in given if one in model.series.bridges), None)
    if bridged is None:
        return None
    folder = model.folder / EARLIER / bridged
    try:
        return load_model(folder)
    except Invalid as error:
        values = {"given": bridged, "folder": str(folder)}
        raise Invalid(
            [
                Problem(
                    "earlier_version_not_whole", "questionnaire", values, refused.problems[0].file
                )
            ]
        ) from error


def _answers(path: Path) -> tuple[bytes, str]:
    """The answers in a file, those attached to a report included, and what problems call it."""
    data = read_bytes(path)
    if not data.startswith(signatures.PDF):
        return data, str(path)
    from assessment.report.foreign_pdf import attached_answers  # noqa: PLC0415 - loads pikepdf

    attached = attached_answers(data)
    if attached is None:
        raise Invalid([Problem("pdf_without_answers", file=str(path))])
    return attached, f"{path}: answers.json"
