"""Shares of a group: over levels, of those who do not know, of plans and of advised routes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.benchmark.overview.figure import (
    Figure,
    Hidden,
    Json,
    Key,
    from_cell,
    share_of,
    without,
)
from assessment.benchmark.release.document import Lookup

PLANNED = "planned"


@dataclass(frozen=True)
class Part:
    """One part of a distribution: levels or routes that are shown together, and their share."""

    classes: tuple[str, ...]
    share: Figure


@dataclass(frozen=True)
class Distribution:
    """How a subject's answers are spread in a group; `hidden` says why there are no parts."""

    kind: str
    id: str
    n: Figure
    parts: tuple[Part, ...]
    hidden: Hidden | None


@dataclass(frozen=True)
class Share:
    """A subject with one share of it."""

    id: str
    n: Figure
    share: Figure


def distribution(release: Lookup, subject: tuple[str, str], key: Key) -> Distribution:
    """How the answers to a subject are spread in a group."""
    cell = release.cell(*subject, key)
    parts = _parts(cell)
    hidden = None if parts else share_of(_given(cell)).hidden
    if cell is None:
        hidden = Hidden.NO_MEMBERS
    return Distribution(*subject, from_cell(cell, "n"), parts, hidden)


def nobody_knows(release: Lookup, questions: Sequence[str], key: Key) -> tuple[Share, ...]:
    """The questions by the share of those who do not know, largest first."""
    rows = []
    for id in questions:
        cell = release.cell("question", id, key)
        given = cell.get("unknown", cell) if cell else None
        share = share_of(given, cell) if cell else without(Hidden.NO_MEMBERS)
        rows.append(Share(id, from_cell(cell, "n"), share))
    return largest_first(rows)


def most_wanted(release: Lookup, archetypes: Sequence[str], key: Key) -> tuple[Share, ...]:
    """The kinds of application by the share of bodies that plan them, largest first."""
    rows = [
        Share(id, found.n, share_with(found, (PLANNED,)))
        for id in archetypes
        for found in [distribution(release, ("application", id), key)]
    ]
    return largest_first(rows)


def share_with(of: Distribution, classes: Sequence[str]) -> Figure:
    """The share of these classes together, where the release tells it."""
    if of.hidden:
        return without(of.hidden)
    wanted = set(classes)
    inside = [part for part in of.parts if set(part.classes) <= wanted]
    if any(set(part.classes) & wanted and not set(part.classes) <= wanted for part in of.parts):
        return without(Hidden.MERGED)
    if len(inside) == 1:
        return inside[0].share
    return Figure(round(sum(part.share.value or 0 for part in inside), 3))


def largest_first(rows: Sequence[Share]) -> tuple[Share, ...]:
    """The shown by their share, then the hidden in the order given, which tells nothing of them."""
    shown = [row for row in rows if row.share.is_shown]
    hidden = [row for row in rows if not row.share.is_shown]
    return (*sorted(shown, key=lambda row: -(row.share.value or 0)), *hidden)


def _parts(cell: Json | None) -> tuple[Part, ...]:
    given = cell.get("distribution") if cell else None
    if not isinstance(given, list):
        return ()
    return tuple(Part(tuple(one["classes"]), share_of(one, cell)) for one in given)


def _given(cell: Json | None) -> Json | None:
    return cell.get("distribution", cell) if cell else None
