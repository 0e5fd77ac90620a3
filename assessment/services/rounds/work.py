"""Work on a round that takes longer than a page: ordered, told how far it is, and what came of it.

All of it is files in the folder of the round, so that nothing is lost with a closed tab or a killed
process: what was ordered and did not come to its end is taken up again.
"""

import json
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from assessment.errors import Busy, Problem
from assessment.services.files import write_atomically
from assessment.services.rounds.places import private

Kind = Literal["take_over", "look_through", "dry_run", "release", "package"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are done: a release holds what was sent before it."""

WAITING, DONE, FAILED = "waiting", "done", "failed"
_FOLDER = "work"
_SECONDS_BETWEEN_NOTES = 0.5

Json = dict[str, Any]


@dataclass(frozen=True)
class Work:
    """Work that was ordered: with what, how far it is, and what came of it."""

    kind: Kind
    state: str
    asked: Json
    at: datetime
    outcome: Json = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    done: int = 0
    all: int = 0

    @property
    def running(self) -> bool:
        return self.state == WAITING


def order(folder: Path, kind: Kind, asked: Mapping[str, Any] | None = None) -> None:
    """Note that work is to be done; what waits or is being done is not ordered twice."""
    found = work_of(folder, kind)
    if found is None or not found.running:
        _progress_file(folder, kind).unlink(missing_ok=True)
        _write(folder, Work(kind, WAITING, dict(asked or {}), datetime.now(UTC)))


def work_of(folder: Path, kind: Kind) -> Work | None:
    """The work of this kind that was ordered last; None where there was none."""
    try:
        kept = json.loads(_file(folder, kind).read_bytes())
        return Work(
            kind=kind,
            state=kept["state"],
            asked=kept["asked"],
            at=datetime.fromisoformat(kept["at"]),
            outcome=kept["outcome"],
            problems=tuple(Problem(**one) for one in kept["problems"]),
            **_progress(folder, kind),
        )
    except (OSError, ValueError, KeyError, TypeError):
        # Work that cannot be read can be ordered again; nothing rests on it.
        return None


def waiting(folder: Path) -> tuple[Work, ...]:
    """The work that is to be done or being done, in its order."""
    found = (work_of(folder, kind) for kind in KINDS)
    return tuple(one for one in found if one is not None and one.running)


def refuse_while_busy(folder: Path) -> None:
    """Let pass where no work on the round waits or is being done. Raises Busy."""
    if waiting(folder):
        raise Busy(folder.name)


def finish(folder: Path, work: Work, outcome: Mapping[str, Any]) -> None:
    """Note that the work came to its end, and what came of it."""
    _write(folder, Work(work.kind, DONE, work.asked, work.at, dict(outcome)))


def fail(folder: Path, work: Work, problems: Iterable[Problem]) -> None:
    """Note that the work could not be done, and why."""
    _write(folder, Work(work.kind, FAILED, work.asked, work.at, problems=tuple(problems)))


def forget(folder: Path, kind: Kind) -> None:
    """Let what came of the work be no longer told; work that waits or is being done stays."""
    found = work_of(folder, kind)
    if found is not None and not found.running:
        _file(folder, kind).unlink(missing_ok=True)


class Noting:
    """Notes how far a work is where pages can read it, not more often than they ask."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        self._file = _progress_file(folder, kind)
        self._noted = 0.0

    def __call__(self, done: int, whole: int) -> None:
        now = time.monotonic()
        if now - self._noted >= _SECONDS_BETWEEN_NOTES:
            self._noted = now
            write_atomically(self._file, f"{done} {whole}".encode())


def remove_round(folder: Path) -> None:
    """Remove the folder of a round with all that is in it, also where that is broken off."""
    # Renamed first: what is interrupted then leaves no round that is half there.
    gone = folder.with_name(f".{folder.name}-gone")
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _write(folder: Path, work: Work) -> None:
    kept = {
        "state": work.state,
        "asked": work.asked,
        "at": work.at.isoformat(),
        "outcome": work.outcome,
        "problems": [one.as_data() for one in work.problems],
    }
    write_atomically(_file(folder, work.kind), json.dumps(kept, ensure_ascii=False).encode())


def _progress(folder: Path, kind: Kind) -> dict[str, int]:
    try:
        done, whole = _progress_file(folder, kind).read_text().split()
        return {"done": int(done), "all": int(whole)}
    except (OSError, ValueError):
        return {}


def _file(folder: Path, kind: Kind) -> Path:
    return private(folder, _FOLDER, f"{kind}.json")


def _progress_file(folder: Path, kind: Kind) -> Path:
    return private(folder, _FOLDER, f"{kind}.progress")
