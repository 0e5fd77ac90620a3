"""What pages show of a round: read from what workers wrote down, never from answers."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assessment.benchmark.rounds.model import Round
from assessment.errors import Invalid, Problem
from assessment.services.benchmark.following import BEFORE, releases_before
from assessment.services.benchmark.opening import (
    CONTRIBUTIONS,
    RELEASES,
    ROUND,
    read_round,
)
from assessment.services.desk import Desk
from assessment.services.rounds import work
from assessment.services.rounds.places import folder_of, private, rounds_in
from assessment.services.rounds.work import Work

Json = dict[str, Any]

SUMMARY, LINES, MEMBERS = "summary.json", "lines.json", "members.json"
ON_A_SHEET = 50


@dataclass(frozen=True)
class ReleaseFile:
    """A release as the list shows it."""

    number: int
    day: date
    path: Path


@dataclass(frozen=True)
class RoundLine:
    """A round as lists and its own page show it.

    `round` is None where its settings cannot be read, `problems` say why. `summary` is what was
    found in the contributions when they were looked through last, empty before that; `busy` is the
    work that is being done or waits. `before` are the last releases of the rounds before it.
    """

    slug: str
    folder: Path
    round: Round | None
    problems: tuple[Problem, ...]
    summary: Json
    busy: tuple[Work, ...]
    releases: tuple[ReleaseFile, ...]
    before: tuple[ReleaseFile, ...]

    @property
    def least(self) -> int:
        """How many members a release needs, and how many new ones a further one."""
        return self.round.minimums.group if self.round else 0

    @property
    def missing(self) -> int:
        """How many more members have to take part, or to be new, changed or withdrawn."""
        changed = self.summary.get("changed") if self.releases else None
        there: int = self.summary.get("taking", 0) if changed is None else changed
        return max(self.least - there, 0)

    @property
    def next_step(self) -> str:
        """The code of what the association would do next."""
        found = self.summary
        steps = (
            ("repair", self.round is None),
            ("wait", bool(self.busy)),
            ("look", not found),
            ("invite", not found.get("standings") and not found.get("unreadable")),
            ("mend", bool(found.get("unreadable"))),
            ("more_changes", self.missing > 0 and bool(self.releases)),
            ("more_members", self.missing > 0),
        )
        return next((step for step, is_next in steps if is_next), "release")


@dataclass(frozen=True)
class Sheet:
    """A sheet of a long list."""

    items: tuple[Any, ...]
    total: int
    number: int

    @property
    def last(self) -> int:
        return max(-(-self.total // ON_A_SHEET), 1)


def round_lines(desk: Desk) -> tuple[RoundLine, ...]:
    """All rounds, the one that was begun last at the beginning."""
    lines = [_line(desk, folder) for folder in rounds_in(desk.folder)]
    return tuple(sorted(lines, key=lambda one: one.folder.stat().st_mtime, reverse=True))


def round_line(desk: Desk, slug: str) -> RoundLine:
    """A round as it was looked through last; ordered anew where something in it has changed.

    Raises NotFound.
    """
    folder = folder_of(desk.folder, slug)
    line = _line(desk, folder)
    stale = line.summary.get("stamp") != stamp_of(folder, desk.model.hash)
    failed = work.work_of(folder, "look_through")
    if line.round is None or not stale or (failed and failed.problems):
        return line
    work.order(folder, "look_through")
    return _line(desk, folder)


def contributions(desk: Desk, slug: str, *, standing: str, text: str, sheet: int) -> Sheet:
    """A sheet of the table of contributions, those in need of something first. Raises NotFound."""
    found = _kept(desk, folder_of(desk.folder, slug), LINES)
    wanted = text.casefold()
    fitting = [
        line
        for line in found
        if (not standing or line["standing"] == standing)
        and (not wanted or wanted in f"{line['source']} {line.get('name', '')}".casefold())
    ]
    return _sheet(sorted(fitting, key=lambda line: line["standing"] == "counts"), sheet)


def members(desk: Desk, slug: str, *, took_part: str, text: str, sheet: int) -> Sheet:
    """A sheet of the members with the standing of what each handed in, for the association alone.

    Raises NotFound.
    """
    found = _kept(desk, folder_of(desk.folder, slug), MEMBERS)
    wanted = text.casefold()
    counted = {"counts", "incomplete"}
    fitting = [
        line
        for line in found
        if (not took_part or (line[4] in counted) == (took_part == "yes"))
        and (not wanted or wanted in f"{line[0]} {line[1]}".casefold())
    ]
    return _sheet(fitting, sheet)


def stamp_of(folder: Path, model: str) -> list[Any]:
    """Tells whether anything was added, removed or set since the round was looked through."""
    seen = (folder / CONTRIBUTIONS, folder / ROUND, folder / RELEASES, folder / BEFORE)
    return [model, *(path.stat().st_mtime_ns if path.exists() else 0 for path in seen)]


def _line(desk: Desk, folder: Path) -> RoundLine:
    problems: tuple[Problem, ...] = ()
    round_: Round | None = None
    try:
        round_ = read_round(folder, desk.model)
    except Invalid as error:
        problems = error.problems
    return RoundLine(
        slug=folder.name,
        folder=folder,
        round=round_,
        problems=problems,
        summary=_kept(desk, folder, SUMMARY) or {},
        busy=work.waiting(folder),
        releases=tuple(_releases(sorted((folder / RELEASES).glob("*.json")))),
        before=tuple(_releases(releases_before(folder))),
    )


def _releases(paths: Iterable[Path]) -> Iterator[ReleaseFile]:
    for path in paths:
        number, _, day = path.stem.partition("-")
        try:
            yield ReleaseFile(int(number), date.fromisoformat(day), path)
        except ValueError:
            continue  # a file that somebody put there is no release


def _sheet(found: list[Any], number: int) -> Sheet:
    last = max(-(-len(found) // ON_A_SHEET), 1)
    at = min(max(number, 1), last)
    return Sheet(tuple(found[(at - 1) * ON_A_SHEET : at * ON_A_SHEET]), len(found), at)


def _kept(desk: Desk, folder: Path, name: str) -> Any:
    """What a worker wrote down last; nothing where it wrote nothing that can be read."""
    path = private(folder, name)
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return [] if name != SUMMARY else {}
    return desk.remembered.of(("round", str(path), stamp), lambda: json.loads(path.read_bytes()))
