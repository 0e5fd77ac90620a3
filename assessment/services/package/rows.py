"""The lines of the tables of a package: one for each figure, each with its status."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.services.benchmark.output import COLUMNS as FIGURE_COLUMNS
from assessment.services.benchmark.output import long_rows

PUBLISHED = "published"
COLUMNS = (
    "round",
    "release",
    "date",
    "questionnaire",
    *(name for name in FIGURE_COLUMNS if name not in {"suppressed", "as_of"}),
    "status",
    "as_of",
    "note",
)
NUMBERS = ("value", "low", "high")


def rows_of(releases: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The lines of all these releases; `status` says whether a figure is published, or why not."""
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
            as_of = row.pop("as_of", release["date"]) if status == PUBLISHED else ""
            yield {**start, **row, "status": status, "as_of": as_of}
