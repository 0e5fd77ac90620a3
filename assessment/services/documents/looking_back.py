"""Earlier reports on disk: answer files, or our own PDF with the answers attached to it."""

from collections.abc import Iterable
from pathlib import Path

from assessment.answer_book import read_any
from assessment.comparison import is_same_body
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.documents import read_bytes
from assessment.report.since import Since
from assessment.services.files import SUFFIXES, files_in

_PDF = ".pdf"
_SIGNATURE = b"%PDF-"


class EarlierReports:
    """What was said before, by the body that said it."""

    def __init__(self, path: Path, model: Model) -> None:
        """Read the file, or all files of the folder. Raises Invalid with the problems of all."""
        self._folder = model.folder
        self._only = not path.is_dir()
        self._read = tuple(_all_read([path] if self._only else _in(path), model))

    def before(self, assessment: Assessment) -> Since | None:
        """The latest earlier report of the same body; None where there is none.

        A file that was named by itself is the earlier report, whosever it is. In a folder one that
        says exactly what is said now is no earlier one.
        """
        found = [one for one in self._read if self._only or _is_before(one, assessment)]
        if not found:
            return None
        latest = max(found, key=lambda one: one.date)
        return Since(latest, self._folder, latest.date)


def _is_before(one: Assessment, assessment: Assessment) -> bool:
    same = is_same_body(one.municipality, assessment.municipality)
    return same and one.date <= assessment.date and one != assessment


def _in(folder: Path) -> Iterable[Path]:
    found = files_in(folder, SUFFIXES | {_PDF})
    if not found:
        raise Invalid([Problem("folder_without_earlier", file=str(folder))])
    return found


def _all_read(paths: Iterable[Path], model: Model) -> Iterable[Assessment]:
    problems: list[Problem] = []
    read: list[Assessment] = []
    for path in paths:
        try:
            read.append(_answers(path, model))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return read


def _answers(path: Path, model: Model) -> Assessment:
    """The answers in an answer file, or in a report of ours."""
    data = read_bytes(path)
    if not data.startswith(_SIGNATURE):
        return read_any(data, file=str(path), model=model)
    from assessment.report.foreign_pdf import attached_answers  # noqa: PLC0415 - loads pikepdf

    attached = attached_answers(data)
    if attached is None:
        raise Invalid([Problem("pdf_without_answers", file=str(path))])
    return read_any(attached, file=f"{path}: answers.json", model=model)
