"""Makes a release of what was handed in, and says what counted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from assessment import __version__
from assessment.benchmark.gathering import Earlier, breakdowns_of, gather
from assessment.benchmark.layout import Cell, Ints, UnknownBreakdown, breakdowns
from assessment.benchmark.release.gathered import Gathered, Key
from assessment.benchmark.release.making import Refused, TooFewChanges, make_release
from assessment.benchmark.rounds.contributions import (
    Line,
    Received,
    fingerprint,
    identity,
    table_of,
)
from assessment.benchmark.rounds.model import Round
from assessment.benchmark.statistics.marks import NO_VALUE
from assessment.benchmark.statistics.panel import Contribution
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.municipality import Municipality

Json = dict[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Kept:
    """A release of the round, and a fingerprint of each contribution it rests on, by member.

    `values` has by subject a mark of each member's value; None where they cannot be compared.
    """

    release: Json
    marks: Mapping[str, str]
    values: Mapping[Key, Mapping[str, int]] | None = None


@dataclass(frozen=True)
class Counted:
    """What counts for a release: the table of contributions and what each member gave."""

    round: Round
    members: tuple[Municipality, ...]
    lines: tuple[Line, ...]
    given: Mapping[int, Contribution]

    @property
    def marks(self) -> dict[str, str]:
        """A fingerprint of each contribution, by member."""
        return {identity(self.members[at]): fingerprint(one) for at, one in self.given.items()}


def count_entries(
    round_: Round,
    members: Sequence[Municipality],
    entries: Iterable[Received],
    before: date | None = None,
) -> Counted:
    """Which contributions count: those answered since the day `before` that the last round had."""
    lines = table_of(entries, members, round_.withdrawn, before)
    given = {
        line.place: line.entry.given
        for line in lines
        if line.standing.is_counted and line.place is not None
    }
    return Counted(round_, tuple(members), lines, given)


def release_of(
    counted: Counted,
    model: Model,
    *,
    day: date,
    earlier: Sequence[Kept] = (),
    progress: Progress | None = None,
) -> Json:
    """The release, audited. Raises Invalid where there is too little, too little new, or a leak."""
    gathered = gathered_for(counted, model, earlier)
    return release_from(gathered, counted.round, model, day=day, progress=progress)


def release_from(
    gathered: Gathered,
    round_: Round,
    model: Model,
    *,
    day: date,
    progress: Progress | None = None,
) -> Json:
    """The release of what was gathered, audited. Raises Invalid likewise."""
    about = {
        "round": round_.name,
        "date": day.isoformat(),
        "number": len(gathered.earlier) + 1,
        "questionnaire": model.questionnaire.reference,
        "model_hash": model.hash,
        "tool_version": __version__,
        **({"note": round_.note} if round_.note else {}),
    }
    try:
        return make_release(gathered, about, round_.minimums.rules, progress)
    except TooFewChanges as error:
        values = {"given": error.changed, "limit": error.least}
        raise Invalid([Problem("too_few_changes", values=values)]) from error
    except Refused as error:
        raise Invalid(_told(one) for one in error.found) from error


def gathered_for(
    counted: Counted, model: Model, earlier: Sequence[Kept] = (), key: bytes = b""
) -> Gathered:
    """All that a release, or a dry run, is made from; `key` marks values. Raises Invalid.

    What an earlier release was broken down by, later ones are too: its cells are known for good.
    """
    least = counted.round.minimums.group
    if len(counted.given) < least:
        values = {"given": len(counted.given), "limit": least}
        raise Invalid([Problem("too_few_contributions", values=values)])
    try:
        by = breakdowns(counted.round.by)
    except UnknownBreakdown as error:
        raise Invalid([Problem("unknown_breakdown", "by", {"given": error.given})]) from error
    for kept in earlier:
        has = {frozenset(one) for one in by}
        by += tuple(one for one in breakdowns_of(kept.release) if frozenset(one) not in has)
    return gather(
        counted.members,
        counted.given,
        by,
        questionnaire=model.questionnaire,
        archetypes=[one.id for one in model.recommendation.archetypes],
        earlier=[
            Earlier(one.release, _marks(counted, one.marks), _values(counted, one.values))
            for one in earlier
        ],
        marks=_marks(counted, counted.marks) if earlier else (),
        key=key,
    )


def _values(
    counted: Counted, values: Mapping[Key, Mapping[str, int]] | None
) -> dict[Key, Ints] | None:
    """By subject the mark of each member's value, in order of the members."""
    if values is None:
        return None
    keys = [identity(body) for body in counted.members]
    return {
        subject: np.array([of_member.get(key, NO_VALUE) for key in keys], dtype=np.int64)
        for subject, of_member in values.items()
    }


def _marks(counted: Counted, marks: Mapping[str, str]) -> list[str | None]:
    """The mark of each member, None of those that had none. Raises Invalid where members left."""
    keys = [identity(body) for body in counted.members]
    if gone := sorted(marks.keys() - set(keys)):
        raise Invalid(Problem("member_gone", "members", {"given": key}) for key in gone)
    return [marks.get(key) for key in keys]


def _told(weakness: Any) -> Problem:
    place = " + ".join(map(_place, weakness.cells))
    values = {"low": int(weakness.low), "high": int(weakness.high)}
    return Problem("release_refused", place, values)


def _place(cell: Cell) -> str:
    """The group as `--by` names it, such as size_class=30/state=NW; * for all members."""
    return "/".join(map("=".join, zip(cell.by, cell.key, strict=True))) or "*"
