"""The lines of the tables of a package: one for each figure, each with its status."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.services.benchmark.output import COLUMNS as FIGURE_COLUMNS
from assessment.services.benchmark.output import long_rows

PUBLISHED = "published"
_LATER = frozenset({"suppressed", "interval_suppressed", "as_of", "of_release"})
COLUMNS = (
    "round",
    "release",
    "date",
    "questionnaire",
    *(name for name in FIGURE_COLUMNS if name not in _LATER),
    "status",
    "interval_status",
    "as_of",
    "of_release",
    "note",
)
NUMBERS = ("value", "low", "high")


def rows_of(releases: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The lines of all these releases; `status` says whether a figure is published, or why not.

    `interval_status` says the same of the interval of a sample; it is empty where there is none.
    """
    for release in releases:
        start = {
            "round": release["round"],
            "release": release["number"],
            "date": release["date"],
            "questionnaire": release["questionnaire"],
            "note": release.get("note", ""),
        }
        for row in long_rows(dict(release)):
            status = row.pop("suppressed", "") or PUBLISHED
            interval = row.pop("interval_suppressed", "") or (PUBLISHED if "low" in row else "")
            told = {"status": status, "interval_status": interval}
            fresh = {"as_of": release["date"], "of_release": release["number"]}
            when = {name: row.pop(name) for name in fresh if name in row} or fresh
            yield {**start, **row, **told, **(when if status == PUBLISHED else {})}
