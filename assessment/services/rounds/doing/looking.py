"""Looks through what was handed in: what counts, who took part, and what changed since."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.rounds.contributions import (
    Line,
    Received,
    fingerprint,
    identity,
    table_of,
)
from assessment.benchmark.rounds.wide import Columns
from assessment.errors import Invalid
from assessment.model import Model
from assessment.municipality import Body
from assessment.municipality.register import county_rows, municipality_rows
from assessment.services.benchmark.contributions.checked import checked_before
from assessment.services.benchmark.contributions.reading import (
    Progress,
    contributions_in,
    received_in,
)
from assessment.services.benchmark.following import answered_before
from assessment.services.benchmark.marks import members_marked
from assessment.services.benchmark.opening import RoundFolder
from assessment.services.files import write_atomically
from assessment.services.rounds.places import private
from assessment.services.rounds.seen import LINES, MEMBERS, SUMMARY, stamp_of

Json = dict[str, Any]
GROUPS = ("size_class", "state")


def look_through(
    folder: RoundFolder, model: Model, _asked: dict[str, Any], progress: Progress
) -> Json:
    """Write down what was handed in, line by line, and in figures for the association alone.

    A file that cannot be read is a line too. How many members take part is given back. Raises
    Invalid where what releases rest on cannot be read.
    """
    stamp = stamp_of(folder.path, model.hash)
    entries, unreadable = _entries(folder, model, progress)
    given = [entry for _, entry in entries]
    before = answered_before(folder.path)
    lines = table_of(given, folder.members, folder.round.withdrawn, before)
    standing = {
        line.place: line.standing.value
        for line in sorted(lines, key=lambda one: one.standing.is_counted)
        if line.place is not None
    }
    taking = {line.place for line in lines if line.standing.is_counted}
    files = [path for path, _ in entries]
    _keep(folder.path, LINES, [*unreadable, *map(_line, files, lines)])
    _keep(folder.path, MEMBERS, [
        [body.ags, body.name, body.state, body.size_class, standing.get(at, "")]
        for at, body in enumerate(folder.members)
    ])  # fmt: skip
    summary = {
        "stamp": stamp,
        "members": len(folder.members),
        "taking": len(taking),
        "registered": _registered(folder),
        "standings": Counter(line.standing.value for line in lines),
        "unreadable": len(unreadable),
        "bridged": sum(line.entry.is_bridged for line in lines),
        "groups": {name: _groups(folder, taking, name) for name in GROUPS},
        "days": _days(files, lines),
        "changed": _changed(folder, lines),
    }
    _keep(folder.path, SUMMARY, summary)
    return {"taking": len(taking)}


def _entries(
    folder: RoundFolder, model: Model, progress: Progress
) -> tuple[list[tuple[Path, Received]], list[Json]]:
    """What can be read, with its file, and what cannot, with the reasons."""
    paths = contributions_in(folder.path)
    read: list[tuple[Path, Received]] = []
    unreadable: list[Json] = []
    reading = folder.with_members(model)
    with checked_before(folder.path, model) as known:
        for number, path in enumerate(paths, start=1):
            try:
                read += [(path, one) for one in received_in(path, reading, Columns(), known)]
            except Invalid as error:
                problems = [one.as_data() for one in error.problems]
                unreadable.append(
                    {"file": path.name, "source": path.name, "standing": "unreadable",
                     "problems": problems}
                )  # fmt: skip
            progress(number, len(paths))
        known.remove_others()
    return read, unreadable


def _line(path: Path, line: Line) -> Json:
    entry = line.entry
    return {
        "file": path.name,
        "source": entry.source,
        "name": entry.body.name,
        "ags": entry.body.ags,
        "date": entry.date.isoformat(),
        "standing": line.standing.value,
        "answered": entry.answered,
        "asked": entry.asked,
        "later": line.replaced_by,
        "version": entry.version,
    }


def _registered(folder: RoundFolder) -> int:
    """How many bodies of the members' kinds the register has, as releases count them."""
    kinds = {one.body for one in folder.members}
    municipalities = len(municipality_rows()) if Body.MUNICIPALITY in kinds else 0
    return municipalities + (len(county_rows()) if Body.COUNTY in kinds else 0)


def _groups(folder: RoundFolder, taking: set[int | None], name: str) -> list[list[Any]]:
    """Members and those who took part, by a value of an attribute."""
    of = [attributes_of(body)[name] for body in folder.members]
    members = Counter(of)
    took = Counter(value for at, value in enumerate(of) if at in taking)
    return [[value, members[value], took[value]] for value in sorted(members)]


def _days(files: Sequence[Path], lines: Sequence[Line]) -> list[list[Any]]:
    """How many members had taken part by each day on which something came in."""
    came = Counter(
        datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date().isoformat()
        for path, line in zip(files, lines, strict=True)
        if line.standing.is_counted
    )
    total, found = 0, []
    for day in sorted(came):
        total += came[day]
        found.append([day, total])
    return found


def _changed(folder: RoundFolder, lines: Sequence[Line]) -> int | None:
    """How many members are new, gone or changed since the release with the fewest; None for none.

    Every earlier release counts: figures could be subtracted from each of them.
    """
    kept = [members_marked(folder.path, path.name[:3]) for path in folder.releases]
    if not kept:
        return None
    marks = {
        identity(folder.members[line.place]): fingerprint(line.entry.given)
        for line in lines
        if line.standing.is_counted and line.place is not None
    }
    keys = [identity(body) for body in folder.members]
    return min(_differing(keys, marks, before) for before in kept)


def _differing(keys: Iterable[str], now: Mapping[str, str], before: Mapping[str, str]) -> int:
    return sum(now.get(key) != before.get(key) for key in keys)


def _keep(folder: Path, name: str, what: object) -> None:
    text = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
    write_atomically(private(folder, name), text.encode())
