"""A round as a folder: round.yaml, contributions/, releases/, and private/ that never leaves it.

Nothing here loads what draws, audits or reads large tables: pages open rounds too.
"""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from assessment.benchmark.layout import UnknownBreakdown, breakdowns
from assessment.benchmark.release.document import opened
from assessment.benchmark.rounds.members import Listed, members_of
from assessment.benchmark.rounds.model import Round
from assessment.errors import Damaged, Invalid, Problem
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.questionnaire.documents import Document, Faults, checked, read_document
from assessment.services.benchmark.contributions.tables import table_rows
from assessment.services.benchmark.members import kept_members
from assessment.services.files import remove_unfinished, write_atomically

Json = dict[str, Any]

ROUND = "round.yaml"
CONTRIBUTIONS, RELEASES, PRIVATE = "contributions", "releases", "private"
_KEYS = frozenset({"ags", "schlüssel", "gemeindeschlüssel", "key"})
_MINE = 0o700


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

    def with_members(self, model: Model) -> Model:
        """What answers are read with: members stay known that the register has no more."""
        return replace(model, bodies={one.ags: one for one in self.members if one.ags})


def wanted_round(**settings: Any) -> Round:
    """A round as somebody wants it. Raises Invalid with everything that is wrong."""
    faults = Faults(Document("", settings, (), lambda _: None, {}))
    round_ = checked(faults, Round)
    try:
        breakdowns(settings.get("by", ""))
    except UnknownBreakdown as error:
        faults.add("unknown_breakdown", ("by",), given=error.given)
    faults.raise_if_any()
    assert round_ is not None  # noqa: S101 - else there had been a fault
    return round_


def refuse_other_than_new(path: Path, wanted: Round, listed: Path | None) -> None:
    """Raise Invalid where the folder holds a round already, or a member of the list is none."""
    if (path / ROUND).exists():
        raise Invalid([Problem("round_exists", file=str(path))])
    members_of(wanted.members, list(_listed(listed)) if listed else [], file=str(listed or ""))


def key_file(path: Path) -> Path:
    """Where the key of a round lies that values are marked with."""
    return path / PRIVATE / "key"


def new_round(path: Path, round_: Round) -> RoundFolder:
    """Begin a round in a folder that holds none. Raises Invalid."""
    if (path / ROUND).exists():
        raise Invalid([Problem("round_exists", file=str(path))])
    # Checked before anything is written; a list is looked for where the folder will be.
    members = _members(path, round_)
    (path / RELEASES).mkdir(parents=True, exist_ok=True)
    # Of many users of a machine only the one who begins a round sees what members said.
    for name in (CONTRIBUTIONS, PRIVATE):
        (path / name).mkdir(_MINE, exist_ok=True)
    _write(path, round_)
    return RoundFolder(path, round_, members)


def save_round(path: Path, round_: Round) -> RoundFolder:
    """The round with other settings, or the old ones where the new cannot be. Raises Invalid.

    Who is no member any more is not noted as withdrawn any longer either.
    """
    members = _members(path, round_)
    keys = {one.ags for one in members}
    gone = tuple(one for one in round_.withdrawn if one in keys)
    reasons = {key: why for key, why in round_.withdrawn_because.items() if key in keys}
    round_ = round_.model_copy(update={"withdrawn": gone, "withdrawn_because": reasons})
    _write(path, round_)
    return RoundFolder(path, round_, members)


def open_round(path: Path, model: Model) -> RoundFolder:
    """The round in a folder. Raises Invalid with every fault of it and of its list of members."""
    round_, faults = _settings(path, model)
    members = _members(path, round_)
    keys = {one.ags for one in members}
    for at, key in enumerate(round_.withdrawn):
        if key not in keys:
            faults.add("withdrawn_no_member", ("withdrawn", at), given=key)
    faults.raise_if_any()
    return RoundFolder(path, round_, members)


def read_round(path: Path, model: Model) -> Round:
    """The settings of the round in a folder, members not looked for. Raises Invalid."""
    return _settings(path, model)[0]


def _settings(path: Path, model: Model) -> tuple[Round, Faults]:
    faults = Faults(read_document(path / ROUND))
    round_ = checked(faults, Round)
    faults.raise_if_any()
    if round_ is None or round_.questionnaire != model.questionnaire.reference:
        values = {"given": getattr(round_, "questionnaire", ""),
                  "allowed": model.questionnaire.reference}  # fmt: skip
        raise Invalid([Problem("other_version", "questionnaire", values, str(path / ROUND))])
    return round_, faults


def read_release(path: Path) -> Json:
    """A release as it was made. Raises Invalid where it is none, Damaged where it was changed."""
    try:
        # A release of a large round is larger than an answer file may be.
        release = json.loads(path.read_bytes())
        return opened(release)
    except Damaged as error:
        raise Damaged(str(path)) from error
    except FileNotFoundError as error:
        raise Invalid([Problem("file_not_found", file=str(path))]) from error
    except OSError as error:
        raise Invalid([Problem("file_not_readable", file=str(path))]) from error
    except (ValueError, AttributeError) as error:
        raise Invalid([Problem("no_release", file=str(path))]) from error


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Wait until nobody else, this or another process, changes what is in the folder of a round.

    The lock goes with the process that holds it, however that ends; what it had begun to write
    is removed by the next one. Raises Invalid where there is no round.
    """
    if not (path / ROUND).is_file():
        raise Invalid([Problem("file_not_found", file=str(path / ROUND))])
    (path / PRIVATE).mkdir(_MINE, exist_ok=True)
    with (path / PRIVATE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for place in (path, path / CONTRIBUTIONS, path / RELEASES):
            remove_unfinished(place)
        yield


def _write(path: Path, round_: Round) -> None:
    data = round_.model_dump(mode="json", exclude_defaults=True)
    text = yaml.dump(data, Dumper=_Quoting, allow_unicode=True, sort_keys=False)
    write_atomically(path / ROUND, text.encode())


def _members(path: Path, round_: Round) -> tuple[Municipality, ...]:
    name = round_.members.file
    listed = list(_listed(path / name)) if name else []
    counted = kept_members(path / PRIVATE)
    return members_of(round_.members, listed, file=name or "", counted=counted)


def _listed(path: Path) -> Iterator[Listed]:
    """The keys in a list of members, each with its line; the column called ags, else the first.

    Empty where a line says something but has no key; lines with nothing in them are left out.
    """
    rows = table_rows(path)
    heads = [cell.strip().lower() for cell in rows[0]] if rows else []
    named = [at for at, head in enumerate(heads) if head in _KEYS]
    column = named[0] if named else 0
    for number, row in enumerate(rows, start=1):
        # Written in groups too: 05 774 032.
        key = "".join(row[column].split()) if column < len(row) else ""
        if any(cell.strip() for cell in row) and (number > 1 or key.isdigit()):
            yield key.zfill(len(key) + 1) if len(key) in {4, 7} else key, number


class _Quoting(yaml.SafeDumper):
    """Writes keys and dates in quotes: unquoted, readers take them for numbers."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text[:1].isdigit() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Quoting.add_representer(str, _quoted)
