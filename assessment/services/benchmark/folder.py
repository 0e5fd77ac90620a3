"""What is done with the folder of a round: contributions taken over, counted, and released."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assessment.benchmark.release.document import as_bytes
from assessment.benchmark.rounds.contributions import Entry, identity
from assessment.model import Model
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.documents import read_bytes
from assessment.services.benchmark.marks import key_of, read_marks, write_marks
from assessment.services.benchmark.opening import (
    CONTRIBUTIONS,
    RELEASES,
    RoundFolder,
    read_release,
)
from assessment.services.benchmark.reading import contributed_paths, read_entries
from assessment.services.benchmark.releasing import (
    Counted,
    Kept,
    count_entries,
    gathered_for,
    release_from,
)
from assessment.services.files import write_atomically

Json = dict[str, Any]
Progress = Callable[[int, int], None]


def add_contributions(
    folder: RoundFolder,
    paths: Sequence[Path],
    *,
    model: Model,
    mapping: Path | None,
    progress: Progress,
) -> int:
    """Take files over into the round, all or none; of a table each line. The number taken over.

    What is there already under the same name is replaced, so that doing it again changes nothing.
    """
    entries = read_entries(paths, model, mapping, progress)
    target = folder.path / CONTRIBUTIONS
    for name, data in files_of(contributed_paths(paths), entries):
        write_atomically(target / name, data)
    return len(entries)


def counted(folder: RoundFolder, model: Model, progress: Progress) -> Counted:
    """What was handed in to the round so far, and which of it counts."""
    place = folder.path / CONTRIBUTIONS
    files = [one for one in sorted(place.iterdir()) if not one.name.startswith(".")]
    entries = read_entries(files, model, None, progress) if files else ()
    return count_entries(folder.round, folder.members, entries, model)


def make_next_release(
    folder: RoundFolder, model: Model, *, day: date, progress: Progress
) -> tuple[Path, Json]:
    """Write the next release of the round and what it rests on. Raises Invalid."""
    found = counted(folder, model, _silent)
    gathered = gathered_for(found, model, kept_releases(folder), key_of(folder.path))
    release = release_from(gathered, folder.round, model, day=day, progress=progress)
    name = f"{release['number']:03d}"
    # First what it rests on: a release without it could never be followed by another.
    keys = [identity(body) for body in found.members]
    write_marks(folder.path, name, members=found.marks, gathered=gathered, keys=keys)
    path = folder.path / RELEASES / f"{name}-{release['date']}.json"
    write_atomically(path, as_bytes(release))
    return path, release


def kept_releases(folder: RoundFolder) -> tuple[Kept, ...]:
    """The releases so far with what they rest on, oldest first. Raises Invalid and Damaged."""
    key = key_of(folder.path)
    kept = ((path, read_marks(folder.path, path.name[:3], key)) for path in folder.releases)
    return tuple(Kept(read_release(path), marks.members, marks.values) for path, marks in kept)


def files_of(paths: Sequence[Path], entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """Answer files as they came, and an answer file for each line of a table."""
    for path in paths:
        if path.suffix.lower() != ".csv":
            yield path.name, read_bytes(path)
    for entry in entries:
        stem, _, _ = entry.source.partition(".csv: ")
        if stem != entry.source:
            body = entry.body.ags or entry.body.name.replace("/", "-")
            yield f"{stem}-{body}.yaml", write_answers(entry.assessment, format="yaml").encode()


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
