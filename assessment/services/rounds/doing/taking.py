"""Takes over what was sent: files and archives of them, each on its own, tables line by line."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

from assessment.benchmark.rounds.wide import Columns
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.contributions.checked import checked_before
from assessment.services.benchmark.contributions.reading import TABLE, Progress, columns_of
from assessment.services.benchmark.contributions.taking import Names, takings, write_takings
from assessment.services.benchmark.opening import CONTRIBUTIONS, RoundFolder
from assessment.services.clients.bulk.unpacking import Limits, SentFile, how_many, unpacked
from assessment.services.documents.names import plain_name
from assessment.services.files import SUFFIXES, write_atomically
from assessment.services.rounds.incoming import INDEX, MAPPING, MOST_FILES, incoming
from assessment.services.rounds.places import private

LIMITS = Limits(
    files=MOST_FILES, bytes=50_000_000, unpacked=1_000_000_000, suffixes=SUFFIXES | {TABLE}
)
_MOST_TOLD = 500


def take_over(
    folder: RoundFolder, model: Model, _asked: dict[str, Any], progress: Progress
) -> dict[str, Any]:
    """Take over all that was sent, file by file: how many, and which were refused and why.

    What is interrupted begins anew and does no harm: a file replaces the same one of before.
    """
    taken = 0
    refused: list[tuple[str, Sequence[Problem]]] = []
    for parcel in incoming(folder.path):
        try:
            columns = columns_of(parcel / MAPPING if (parcel / MAPPING).exists() else None)
        except Invalid as error:
            # Where it lies meanwhile says nothing to who sent it.
            refused.append((MAPPING, [replace(one, file=MAPPING) for one in error.problems]))
            columns = None
        with checked_before(folder.path, model) as known:
            names = Names(folder.path / CONTRIBUTIONS, folder.with_members(model), known)
            for file in _sent(parcel, progress) if columns else ():
                try:
                    taken += _taken(folder, file, names, columns or Columns())
                except Invalid as error:
                    refused.append((file.name, error.problems))
        shutil.rmtree(parcel)
    told = [
        {"file": name, "problems": [one.as_data() for one in problems[:_MOST_TOLD]]}
        for name, problems in refused[:_MOST_TOLD]
    ]
    return {"taken": taken, "refused": told, "refused_files": len(refused)}


def _sent(parcel: Path, progress: Progress) -> Iterator[SentFile]:
    names: list[str] = json.loads((parcel / INDEX).read_bytes())
    files = [parcel / str(number) for number in range(len(names))]
    total = how_many(one.read_bytes() for one in files)
    sent = ((name, one.read_bytes()) for name, one in zip(names, files, strict=True))
    for count, file in enumerate(unpacked(sent, LIMITS), start=1):
        yield file
        progress(count, max(count, total))


def _taken(folder: RoundFolder, file: SentFile, names: Names, columns: Columns) -> int:
    """Take one file over; how many contributions it held. Raises Invalid."""
    if file.data is None:
        raise Invalid([file.problem] if file.problem else ())
    # Read under a name of ours: nothing is written where a foreign name leads.
    place = private(folder.path, "reading", str(uuid4()))
    path = place / _plain(file.name)
    write_atomically(path, file.data)
    try:
        wanted = takings(path, names, columns)
        write_takings(folder.path, wanted)
    except Invalid as error:
        problems = (
            Problem(one.code, one.place, one.values, file.name, one.line) for one in error.problems
        )
        raise Invalid(problems) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return len(wanted)


def _plain(name: str) -> str:
    path = PurePosixPath(name)
    return (plain_name(path.stem)[:80] or "answers") + path.suffix.lower()
