"""Takes contributions over into the folder of a round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.benchmark.rounds.contributions import identity
from assessment.benchmark.rounds.wide import Columns
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.documents import read_bytes
from assessment.services.benchmark.contributions.checked import CheckedBefore, checked_before
from assessment.services.benchmark.contributions.reading import (
    Progress,
    checked_entry,
    columns_of,
    contributed_paths,
    entries_of,
    is_table,
    received_in,
)
from assessment.services.benchmark.opening import CONTRIBUTIONS, RoundFolder
from assessment.services.files import write_atomically

Taking = tuple[str, bytes | Path]
"""The name of a contribution in the round, and what it holds or where that lies."""


@dataclass(frozen=True)
class Added:
    """How many contributions were taken over, of how many files, and what is wrong with others."""

    count: int
    files: int
    refused: int
    problems: tuple[Problem, ...]


def add_contributions(
    folder: RoundFolder,
    paths: Sequence[Path],
    *,
    model: Model,
    mapping: Path | None,
    progress: Progress,
) -> Added:
    """Take files over into the round, each by itself; a table whole or not at all.

    One that cannot be taken stops no other. What the same body gave under the same name is
    replaced, so that doing it again changes nothing, and going on after an interruption checks
    only what is left. Raises Invalid where the mapping file cannot be used, or nothing written.
    """
    columns = columns_of(mapping)
    files, problems = _files_at(paths)
    refused = without_file = len(problems)
    count = 0
    with checked_before(folder.path, model) as known:
        names = Names(folder.path / CONTRIBUTIONS, folder.with_members(model), known)
        for number, path in enumerate(files, start=1):
            try:
                wanted = takings(path, names, columns)
            except Invalid as error:
                refused += 1
                problems += error.problems
            else:
                write_takings(folder.path, wanted)
                count += len(wanted)
            progress(number, len(files))
    return Added(count, len(files) + without_file, refused, tuple(problems))


def _files_at(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """The files meant, and a problem for each path that stands for none."""
    files: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            files += contributed_paths([path])
        except Invalid as error:
            problems += error.problems
    return files, problems


def write_takings(folder: Path, wanted: Sequence[Taking]) -> None:
    """Write these contributions into the folder of a round, each whole."""
    for name, content in wanted:
        data = content if isinstance(content, bytes) else read_bytes(content)
        write_atomically(folder / CONTRIBUTIONS / name, data)


def takings(path: Path, names: "Names", columns: Columns) -> list[Taking]:
    """What a file brings: itself, or of a table an answer file for each line. Raises Invalid."""
    if not is_table(path):
        (found,) = received_in(path, names.model, columns, names.known)
        return [(names.free(path.name, identity(found.body), found.date), path)]
    return list(_of_table(path, names, columns))


class Names:
    """The names of contributions in a round: none of another body, nor a later one, is replaced."""

    def __init__(self, place: Path, model: Model, known: CheckedBefore) -> None:
        self._place = place
        self._given: set[str] = set()
        self.model, self.known = model, known

    def free(self, name: str, body: str, day: date) -> str:
        """The name; where what stays has it, the first of `name-2`, `name-3` and so on."""
        stem, suffix = Path(name).stem, Path(name).suffix
        free, number = name, 1
        while free in self._given or self._stays(self._place / free, body, day):
            number += 1
            free = f"{stem}-{number}{suffix}"
        self._given.add(free)
        return free

    def _stays(self, path: Path, body: str, day: date) -> bool:
        """Whether a file holds answers of another body, or later ones; an unreadable one goes."""
        try:
            if not path.exists():
                return False
            found = tuple(received_in(path, self.model, Columns(), self.known))
        except Invalid:
            return False
        return any(identity(one.body) != body or one.date > day for one in found)


def _of_table(path: Path, names: Names, columns: Columns) -> Iterator[Taking]:
    for entry in entries_of(path, names.model, columns):
        # JSON: as YAML, writing ten thousand lines takes five times as long as all the rest.
        data = write_answers(entry.assessment, format="json").encode()
        if not names.known.has(data):
            names.known.keep(data, checked_entry(entry, names.model))
        body = entry.body.ags or entry.body.name.replace("/", "-")
        name = f"{path.stem}-{body}.json"
        yield names.free(name, identity(entry.body), entry.assessment.date), data
