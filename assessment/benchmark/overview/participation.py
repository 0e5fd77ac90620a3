"""Who was invited and took part: response among the members, coverage against the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.benchmark.overview.figure import Figure, Json, Key, from_cell


@dataclass(frozen=True)
class ParticipationRow:
    """A group of members: how many the register has, how many were invited, how many took part."""

    key: Key
    registered: int
    members: int
    taking: Figure
    response: Figure
    coverage: Figure


@dataclass(frozen=True)
class ParticipationTable:
    """Participation in every group of a breakdown; of everybody where `by` is empty."""

    by: tuple[str, ...]
    rows: tuple[ParticipationRow, ...]


def participation_of(release: Mapping[str, Any]) -> tuple[ParticipationTable, ...]:
    """Participation as it was released, the total first."""
    return tuple(
        ParticipationTable(tuple(table["by"]), tuple(_row(cell) for cell in table["cells"]))
        for table in release["participation"]
    )


def _row(cell: Json) -> ParticipationRow:
    return ParticipationRow(
        key=dict(cell["key"]),
        registered=cell["registered"],
        members=cell["members"],
        taking=from_cell(cell, "n"),
        response=from_cell(cell, "response"),
        coverage=from_cell(cell, "coverage"),
    )
