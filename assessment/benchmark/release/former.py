"""Figures of the latest earlier release that showed a cell: for hidden ones, and for the same.

A cell in which few members are new or changed is hidden, because the difference would tell of them.
Its earlier figures are public already; repeated unchanged, with their date, they tell nothing that
the earlier release and the hidden cell do not. For the same reason it is not said, and cannot be
seen, why the cell is hidden: where nothing changed, the figures keep their earlier date as well,
else the date would tell that somebody changed something. They are still of those who have withdrawn
since: what was released stays released.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.benchmark.layout import Cell
from assessment.benchmark.release.cells import key_of
from assessment.benchmark.release.document import Json, Lookup

_WHEN = frozenset({"as_of", "of_release"})


class Former:
    """The earlier releases of a round that ask the same questionnaire.

    What is asked for takes `same`: of each earlier release, oldest first, whether nothing that the
    figures rest on has changed since.
    """

    def __init__(self, releases: Sequence[Mapping[str, Any]], questionnaire: str | None) -> None:
        self._latest_first = [
            (place, Lookup(one))
            for place, one in reversed(list(enumerate(releases)))
            if one.get("questionnaire") == questionnaire
        ]

    def participation(self, cell: Cell, found: Json, same: Sequence[bool]) -> Json:
        """Who took part in a cell: as found or, where hidden or the same, as it was shown last."""
        key = key_of(cell)
        for place, shown in self._shown(one.participation(key) for _, one in self._latest_first):
            return shown if "suppressed" in found or same[place] else found
        return found

    def figures(
        self, kind: str, subject: str, cell: Cell, found: Json, *, same: Sequence[bool]
    ) -> Json:
        """A subject's figures in a cell, likewise; they are the same where they look it, too."""
        key = key_of(cell)
        earlier = (one.cell(kind, subject, key) for _, one in self._latest_first)
        for place, shown in self._shown(earlier):
            alike = same[place] and found == {k: v for k, v in shown.items() if k not in _WHEN}
            return shown if "suppressed" in found or alike else found
        return found

    def _shown(self, earlier: Iterator[Json | None]) -> Iterator[tuple[int, Json]]:
        """Each release that showed the cell, latest first, by its place; and the cell, dated."""
        for (place, release), one in zip(self._latest_first, earlier, strict=True):
            if one is not None and "suppressed" not in one:
                yield place, {"key": one["key"], **_when(release.release), **one}


def _when(release: Mapping[str, Any]) -> Json:
    """Of which day and of which release of the round figures are."""
    number = {"of_release": release["number"]} if "number" in release else {}
    return {"as_of": release["date"], **number}
