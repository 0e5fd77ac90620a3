"""Answer files on the command line: many are read, all problems told, documents written whole."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assessment.answer_book import read_any_file
from assessment.errors import Invalid, Problem
from assessment.jobs.queue import InProcess, Queue
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.report.office.given import GivenFile
from assessment.result import Result, result_of
from assessment.services.documents.formats import Order, document

_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".xlsx"})


@dataclass(frozen=True)
class FileAssessment:
    """What an answer file holds."""

    path: Path
    assessment: Assessment


@dataclass(frozen=True)
class FileResult:
    """What an answer file comes to."""

    path: Path
    result: Result


def answer_paths(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The answer files meant: a folder stands for those in it, in order of name.

    Raises Invalid for a folder that has none.
    """
    found = [tuple(_in_folder(path)) if path.is_dir() else (path,) for path in paths]
    empty = [path for path, files in zip(paths, found, strict=True) if not files]
    if empty:
        raise Invalid(Problem("folder_without_answers", file=str(path)) for path in empty)
    return tuple(path for files in found for path in files)


def read_files(paths: Sequence[Path], model: Model) -> tuple[FileAssessment, ...]:
    """What these files and folders hold. Raises Invalid with the problems of all files."""
    read: list[FileAssessment] = []
    problems: list[Problem] = []
    for path in answer_paths(paths):
        try:
            read.append(FileAssessment(path, read_any_file(path, model)))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return tuple(read)


def score_files(paths: Sequence[Path], model: Model) -> tuple[FileResult, ...]:
    """What these files come to. Raises Invalid with the problems of all files."""
    read = read_files(paths, model)
    return tuple(FileResult(item.path, result_of(item.assessment, model)) for item in read)


def report_files(
    paths: Sequence[Path],
    target: Path,
    *,
    model: Model,
    queue: Queue | None,
    order: Order,
) -> Iterator[Path]:
    """Write the documents of these files, one by one; gives each that is finished.

    One file goes to the target, unless that is a folder; several, or a folder, go into the target
    under their own names; own texts in a document that is replaced are kept. Without a queue the
    work is done in this process. Raises Invalid, before anything is written, with all problems of
    all files, or when two would be written to one place.
    """
    read = read_files(paths, model)
    single = len(paths) == 1 and not paths[0].is_dir() and not target.is_dir()
    targets = [target] if single else [target / f"{item.path.stem}.{order.format}" for item in read]
    _refuse_collisions(targets)
    make = partial(document, order=order, model=model, queue=queue or InProcess())
    return _written(zip(targets, read, strict=True), order, make)


def write_atomically(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; its folder is made. Raises Invalid where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        values = {"reason": error.strerror or ""}
        raise Invalid([Problem("file_not_writable", values=values, file=str(path))]) from error


def _written(
    work: Iterable[tuple[Path, FileAssessment]], order: Order, make: Callable[..., bytes]
) -> Iterator[Path]:
    for path, item in work:
        keeps = order.keeps_own_texts and path.exists()
        earlier = GivenFile(str(path), path.read_bytes()) if keeps else None
        write_atomically(path, make(item.assessment, earlier=earlier))
        yield path


def _in_folder(folder: Path) -> Iterable[Path]:
    files = (path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
    return sorted(path for path in files if not path.name.startswith((".", "~$")))


def _refuse_collisions(targets: Sequence[Path]) -> None:
    doubled = sorted({path for path in targets if targets.count(path) > 1})
    if doubled:
        raise Invalid(Problem("same_target", file=str(path)) for path in doubled)


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
