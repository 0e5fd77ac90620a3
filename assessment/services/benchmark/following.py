"""The rounds before a round: a copy of the last release of each, which its time series begins with.

The copies lie in before/, so that the series stays whole when a former round is moved or deleted.
"""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assessment.benchmark.rounds.model import Round
from assessment.errors import Invalid, Problem
from assessment.services.benchmark.opening import (
    RELEASES,
    RoundFolder,
    new_round,
    read_release,
    refuse_other_than_new,
)
from assessment.services.files import write_atomically

BEFORE = "before"
_NEW, _OLD = f".{BEFORE}-new", f".{BEFORE}-old"


def releases_before(path: Path) -> tuple[Path, ...]:
    """The last release of each round before the one in this folder, oldest first."""
    place = path / BEFORE
    # A process killed between the two steps of an exchange leaves the old ones beside.
    return tuple(sorted((place if place.exists() else path / _OLD).glob("*.json")))


def answered_before(path: Path) -> date | None:
    """The day until which answers belong to the round before; None where there is none.

    Raises Invalid where the name of that release does not tell it.
    """
    found = releases_before(path)
    if not found:
        return None
    _, _, day = found[-1].stem.partition("-")
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise Invalid([Problem("file_not_readable", file=str(found[-1]))]) from error


def to_follow(source: Path) -> tuple[Path, ...]:
    """What a further round takes over from the folder of a round, or from a file with a release.

    Raises Invalid where nothing was released, or a release cannot be read or was changed.
    """
    own = sorted((source / RELEASES).glob("*.json")) if source.is_dir() else [source]
    if not own:
        raise Invalid([Problem("nothing_to_follow", "follows", file=str(source))])
    found = (*releases_before(source), own[-1])
    for path in found:
        read_release(path)
    return found


def begin_round(
    path: Path, wanted: Round, *, listed: Path | None, before: Sequence[Path]
) -> RoundFolder:
    """Begin a round whose list of members lies elsewhere, with these releases before it.

    What goes along is copied first: until the settings are there the folder holds no round, and a
    process that was killed is repeated. Raises Invalid, and then leaves no folder behind.
    """
    refuse_other_than_new(path, wanted, listed)
    if listed:
        write_atomically(path / listed.name, listed.read_bytes())
    if before:
        follow(path, before)
    return new_round(path, wanted)


def follow(path: Path, releases: Sequence[Path]) -> None:
    """Let the round in a folder follow these releases, oldest first, and no others."""
    new, old = path / _NEW, path / _OLD
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for number, one in enumerate(releases, start=1):
        day = read_release(one)["date"]
        write_atomically(new / f"{number:03d}-{day}.json", one.read_bytes())
    if (path / BEFORE).exists():
        shutil.rmtree(old, ignore_errors=True)
        (path / BEFORE).rename(old)
    new.rename(path / BEFORE)
    shutil.rmtree(old, ignore_errors=True)
