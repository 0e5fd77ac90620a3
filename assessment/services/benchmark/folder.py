"""A round as a folder: round.yaml, contributions/, releases/, and private/ that never leaves it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assessment.benchmark.release.document import as_bytes, opened
from assessment.benchmark.rounds.contributions import Entry
from assessment.benchmark.rounds.members import Listed, members_of
from assessment.benchmark.rounds.model import Round
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.documents import Faults, checked, read_bytes, read_document
from assessment.services.benchmark.reading import contributed_paths, read_entries
from assessment.services.benchmark.releasing import Counted, Kept, count_entries, release_of
from assessment.services.benchmark.tables import table_rows
from assessment.services.files import write_atomically

Json = dict[str, Any]
Progress = Callable[[int, int], None]

ROUND = "round.yaml"
CONTRIBUTIONS, RELEASES, PRIVATE = "contributions", "releases", "private"
_KEYS = frozenset({"ags", "schlüssel", "gemeindeschlüssel", "key"})


@dataclass(frozen=True)
class RoundFolder:
    """A round on disk, read and checked."""

    path: Path
    round: Round
    members: tuple[Municipality, ...]

    @property
    def releases(self) -> tuple[Path, ...]:
        """The releases, oldest first."""
        return tuple(sorted((self.path / RELEASES).glob("*.json")))


def new_round(path: Path, round_: Round) -> RoundFolder:
    """Begin a round in a folder that holds none. Raises Invalid."""
    if (path / ROUND).exists():
        raise Invalid([Problem("round_exists", file=str(path))])
    # Checked before anything is written; a list is looked for where the folder will be.
    members = _members(path, round_)
    data = round_.model_dump(mode="json", exclude_defaults=True)
    text = yaml.dump(data, Dumper=_Quoting, allow_unicode=True, sort_keys=False)
    write_atomically(path / ROUND, text.encode())
    for name in (CONTRIBUTIONS, RELEASES, PRIVATE):
        (path / name).mkdir(exist_ok=True)
    return RoundFolder(path, round_, members)


def open_round(path: Path, model: Model) -> RoundFolder:
    """The round in a folder. Raises Invalid with every fault of it and of its list of members."""
    faults = Faults(read_document(path / ROUND))
    round_ = checked(faults, Round)
    faults.raise_if_any()
    if round_ is None or round_.questionnaire != model.questionnaire.reference:
        values = {"given": getattr(round_, "questionnaire", ""),
                  "allowed": model.questionnaire.reference}  # fmt: skip
        raise Invalid([Problem("other_version", "questionnaire", values, str(path / ROUND))])
    return RoundFolder(path, round_, _members(path, round_))


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
    for name, data in _as_files(contributed_paths(paths), entries):
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
    release = release_of(found, model, day=day, earlier=kept_releases(folder), progress=progress)
    name = f"{release['number']:03d}"
    # First what it rests on: a release without it could never be followed by another.
    marks = {"private": "never publish this file", "members": found.marks}
    write_atomically(folder.path / PRIVATE / f"{name}.json", json.dumps(marks, indent=1).encode())
    path = folder.path / RELEASES / f"{name}-{release['date']}.json"
    write_atomically(path, as_bytes(release))
    return path, release


def read_release(path: Path) -> Json:
    """A release as it was made. Raises Invalid where it is none, Damaged where it was changed."""
    try:
        # A release of a large round is larger than an answer file may be.
        release = json.loads(path.read_bytes())
        return opened(release)
    except FileNotFoundError as error:
        raise Invalid([Problem("file_not_found", file=str(path))]) from error
    except (OSError, ValueError, AttributeError) as error:
        raise Invalid([Problem("file_not_readable", file=str(path))]) from error


def kept_releases(folder: RoundFolder) -> tuple[Kept, ...]:
    """The releases so far with what they rest on, oldest first. Raises Invalid and Damaged."""
    return tuple(
        Kept(read_release(path), _marks(folder.path / PRIVATE / f"{path.name[:3]}.json"))
        for path in folder.releases
    )


def _marks(path: Path) -> Mapping[str, str]:
    marks: Mapping[str, str] = json.loads(read_bytes(path))["members"]
    return marks


def _as_files(paths: Sequence[Path], entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """Answer files as they came, and an answer file for each line of a table."""
    for path in paths:
        if path.suffix.lower() != ".csv":
            yield path.name, read_bytes(path)
    for entry in entries:
        stem, _, _ = entry.source.partition(".csv: ")
        if stem != entry.source:
            body = entry.body.ags or entry.body.name.replace("/", "-")
            yield f"{stem}-{body}.yaml", write_answers(entry.assessment, format="yaml").encode()


def _members(path: Path, round_: Round) -> tuple[Municipality, ...]:
    name = round_.members.file
    listed = list(_listed(path / name)) if name else []
    return members_of(round_.members, listed, file=name or "")


def _listed(path: Path) -> Iterator[Listed]:
    """The keys in a list of members, each with its line; the column called ags, else the first."""
    rows = table_rows(path)
    heads = [cell.strip().lower() for cell in rows[0]] if rows else []
    named = [at for at, head in enumerate(heads) if head in _KEYS]
    column = named[0] if named else 0
    for number, row in enumerate(rows, start=1):
        key = row[column].strip() if column < len(row) else ""
        if key and not (number == 1 and not key.isdigit()):
            yield key.zfill(len(key) + 1) if len(key) in {4, 7} else key, number


class _Quoting(yaml.SafeDumper):
    """Writes keys and dates in quotes: unquoted, readers take them for numbers."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text[:1].isdigit() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Quoting.add_representer(str, _quoted)


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
