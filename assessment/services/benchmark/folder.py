"""What is done with the folder of a round: contributions counted and released."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from assessment.benchmark.release.document import as_bytes
from assessment.benchmark.rounds.contributions import identity
from assessment.benchmark.rounds.wide import Columns
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.contributions.checked import checked_before
from assessment.services.benchmark.contributions.reading import contributions_in, read_all
from assessment.services.benchmark.following import answered_before
from assessment.services.benchmark.marks import key_of, read_marks, write_marks
from assessment.services.benchmark.members import keep_members
from assessment.services.benchmark.opening import (
    PRIVATE,
    RELEASES,
    RoundFolder,
    read_release,
)
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


def counted(folder: RoundFolder, model: Model, progress: Progress) -> Counted:
    """What was handed in to the round so far, and which of it counts. Raises Invalid."""
    with checked_before(folder.path, model) as known:
        files = contributions_in(folder.path)
        reading = folder.with_members(model)
        entries = read_all(files, reading, Columns(), known=known, progress=progress)
        known.remove_others()
    return count_entries(folder.round, folder.members, entries, answered_before(folder.path))


def make_next_release(
    folder: RoundFolder, model: Model, *, day: date, reading: Progress, progress: Progress
) -> tuple[Path, Json]:
    """Write the next release of the round and what it rests on. Raises Invalid.

    `reading` is told how many contributions were read, `progress` how many subjects are done.
    """
    found = counted(folder, model, reading)
    gathered = gathered_for(found, model, kept_releases(folder), key_of(folder.path))
    release = release_from(gathered, folder.round, model, day=day, progress=progress)
    name = f"{release['number']:03d}"
    # First what it rests on: a release without it could never be followed by another.
    keep_members(folder.path / PRIVATE, found.members)
    keys = [identity(body) for body in found.members]
    write_marks(folder.path, name, members=found.marks, gathered=gathered, keys=keys)
    path = folder.path / RELEASES / f"{name}-{release['date']}.json"
    write_atomically(path, as_bytes(release))
    return path, release


def kept_releases(folder: RoundFolder) -> tuple[Kept, ...]:
    """The releases so far with what they rest on, oldest first. Raises Invalid and Damaged.

    None may be missing: a later one is checked against all that was ever published.
    """
    numbers = [path.name[:3] for path in folder.releases]
    if numbers != [f"{number:03d}" for number in range(1, len(numbers) + 1)]:
        values = {"given": ", ".join(numbers)}
        raise Invalid([Problem("releases_not_whole", "", values, str(folder.path / RELEASES))])
    key = key_of(folder.path)
    kept = ((path, read_marks(folder.path, path.name[:3], key)) for path in folder.releases)
    return tuple(Kept(read_release(path), marks.members, marks.values) for path, marks in kept)
