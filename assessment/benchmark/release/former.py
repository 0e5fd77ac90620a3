"""Figures that stand for hidden ones: those of the latest earlier release that showed the cell.

A cell in which few members are new or changed is hidden, because the difference would tell of them.
Its earlier figures are public already; repeated unchanged, with their date, they tell nothing that
the earlier release and the hidden cell do not. For the same reason it is not said, and cannot be
seen, why the cell is hidden. They are still of those who have withdrawn since: what was released
stays released.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.benchmark.layout import Cell
from assessment.benchmark.release.cells import key_of
from assessment.benchmark.release.document import Json, Lookup


class Former:
    """The earlier releases of a round that ask the same questionnaire."""

    def __init__(self, releases: Sequence[Mapping[str, Any]], questionnaire: str | None) -> None:
        same = [one for one in releases if one.get("questionnaire") == questionnaire]
        self._latest_first = [Lookup(one) for one in reversed(same)]

    def participation(self, cell: Cell, found: Json) -> Json:
        """Who took part in a cell: as found or, where that is hidden, as it was shown last."""
        return self._shown(found, [one.participation(key_of(cell)) for one in self._latest_first])

    def figures(self, kind: str, subject: str, cell: Cell, found: Json) -> Json:
        """A subject's figures in a cell, likewise."""
        cells = [one.cell(kind, subject, key_of(cell)) for one in self._latest_first]
        return self._shown(found, cells)

    def _shown(self, found: Json, earlier: Sequence[Json | None]) -> Json:
        if "suppressed" not in found:
            return found
        for one, release in zip(earlier, self._latest_first, strict=True):
            if one is not None and "suppressed" not in one:
                return {"key": found["key"], "as_of": release.release["date"], **one}
        return found
