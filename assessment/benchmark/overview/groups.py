"""The groups of a breakdown in a fixed order, which says nothing about what is hidden."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.benchmark.overview.figure import Key
from assessment.municipality import STATES

EVERYBODY: Key = {}
SIZE_CLASS, STATE = ("size_class",), ("state",)
GERMAN_STATES = tuple(state for state in STATES if state not in {"AT", "CH"})

# Column and row of each state in a map of equal tiles.
TILES: Mapping[str, tuple[int, int]] = {
    "SH": (2, 0), "HH": (2, 1), "MV": (3, 1), "HB": (1, 1), "NI": (1, 2), "ST": (2, 2),
    "BE": (4, 2), "BB": (3, 2), "NW": (0, 3), "HE": (1, 3), "TH": (2, 3), "SN": (3, 3),
    "SL": (0, 5), "RP": (0, 4), "BW": (1, 4), "BY": (2, 4),
}  # fmt: skip


def keys_of(release: Mapping[str, Any], by: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The keys of the groups of a breakdown; none where the release is not broken down so.

    Size classes stand from the largest to the smallest, all others in the order of their keys.
    """
    return tuple(dict(cell["key"]) for cell in _cells(release, by))


def breakdowns_of(release: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The breakdowns that a release has beside the total."""
    return tuple(tuple(table["by"]) for table in release["participation"] if table["by"])


def _cells(release: Mapping[str, Any], by: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for table in release["participation"]:
        if set(table["by"]) == set(by):
            yield from table["cells"]
