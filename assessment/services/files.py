"""Answer files on the command line: many are read, all problems told, documents written whole."""

import os
import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.answer_book import read_any_file
from assessment.errors import Invalid, Problem
from assessment.jobs.queue import InProcess, Queue
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.report.office.given import GivenFile
from assessment.result import Result, result_of
from assessment.services.documents.formats import (
    FindingPeers,
    LookingBack,
    Order,
    document,
    no_earlier,
    no_peers,
)

MANIFEST = "manifest.json"
_UNFINISHED = re.compile(r"\..+\.[a-z]+-[a-z0-9_]{8}")
SUFFIXES = frozenset({".yaml", ".yml", ".json", ".xlsx"})


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
    found = [files_in(path, SUFFIXES) if path.is_dir() else (path,) for path in paths]
    empty = [path for path, files in zip(paths, found, strict=True) if not files]
    if empty:
        raise Invalid(Problem("folder_without_answers", file=str(path)) for path in empty)
    return tuple(path for files in found for path in files)


def files_in(folder: Path, suffixes: Container[str]) -> tuple[Path, ...]:
    """The files in the folder with one of these endings, in order of name."""
    files = (path for path in ready(folder) if path.suffix.lower() in suffixes)
    files = (path for path in files if path.name != MANIFEST)
    return tuple(sorted(path for path in files if not path.name.startswith((".", "~$"))))


def ready(folder: Path) -> Iterator[Path]:
    """What lies in the folder, without pipes and devices: who reads one may wait for ever."""
    found = folder.iterdir()
    return (one for one in found if not (one.is_fifo() or one.is_char_device()))


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


def report_file(
    path: Path,
    target: Path,
    *,
    model: Model,
    queue: Queue | None,
    order: Order,
    looking_back: LookingBack = no_earlier,
    peers: FindingPeers = no_peers,
) -> Path:
    """Write the document of an answer file; own texts in one that is replaced are kept.

    `looking_back` finds the earlier report that it says the changes since, `peers` those among
    whom it says where the body stands. Without a queue the work is done in this process. Raises
    Invalid with every problem of the file.
    """
    (read,) = read_files([path], model)
    keeps = order.keeps_own_texts and target.exists()
    earlier = GivenFile(str(target), target.read_bytes()) if keeps else None
    order = order.since(looking_back(read.assessment)).among(peers(read.assessment))
    data = document(
        read.assessment, order, model=model, queue=queue or InProcess(), earlier=earlier
    )
    write_atomically(target, data)
    return target


def write_atomically(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; its folder is made. Raises Invalid where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        values = {"reason": error.strerror or ""}
        raise Invalid([Problem("file_not_writable", values=values, file=str(path))]) from error


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that were killed had begun to write into the folder.

    Only for who is alone with it: what somebody is writing now looks the same.
    """
    for path in folder.glob(".*-????????"):
        if _UNFINISHED.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


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
