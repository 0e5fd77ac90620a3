"""A release as a file: JSON, or one line for each figure as CSV or workbook."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from assessment.benchmark.layout import ATTRIBUTES
from assessment.benchmark.release.document import as_bytes

Json = dict[str, Any]

COLUMNS = (
    "kind",
    "subject",
    "by",
    *(f"by_{name}" for name in ATTRIBUTES),
    "figure",
    "classes",
    "value",
    "low",
    "high",
    "suppressed",
    "interval_suppressed",
    "as_of",
    "of_release",
)
_PARTICIPATION = ("registered", "members", "n", "response", "coverage")
_QUARTILES = ("lower_quartile", "upper_quartile")
_UTF8_MARK = "\ufeff"


def release_file(release: Json, ending: str) -> bytes:
    """The release in the format of this ending: .json, .csv or .xlsx."""
    if ending == ".csv":
        return _csv(release)
    return _workbook(release) if ending == ".xlsx" else as_bytes(release)


def long_rows(release: Json) -> Iterator[dict[str, Any]]:
    """A line for each figure; a hidden one has its reason in `suppressed` and no value.

    Where only the interval of a sample is hidden, its reason is in `interval_suppressed`.
    """
    for table in release["participation"]:
        for cell in table["cells"]:
            start = _start("participation", "", table, cell)
            for name in _PARTICIPATION:
                if name in cell:
                    yield {**start, "figure": name, "value": cell[name]}
            yield from _hidden(start, "n", cell)
    for table in release["tables"]:
        for cell in table["cells"]:
            start = _start(table["kind"], table["subject"], table, cell)
            yield from _hidden(start, "n", cell)
            yield from _figures(start, cell)


def _figures(start: Json, cell: Json) -> Iterator[Json]:
    if "n" in cell:
        yield {**start, "figure": "n", "value": cell["n"]}
    if "median" in cell:
        yield from _median(start, cell)
    for part in _parts(cell.get("distribution")):
        classes = " ".join(part.get("classes", ()))
        yield from _share({**start, "figure": "share", "classes": classes}, part)
    if "unknown" in cell:
        yield from _share({**start, "figure": "unknown"}, cell["unknown"])


def _median(start: Json, cell: Json) -> Iterator[Json]:
    median = {**start, "figure": "median"}
    interval = cell.get("median_interval")
    ends: Json = {}
    if isinstance(interval, list):
        ends = dict(zip(("low", "high"), interval, strict=True))
    elif interval:
        ends = {"interval_suppressed": interval["suppressed"]}
    if isinstance(cell["median"], dict):
        yield from _hidden(median, "median", cell["median"])
    else:
        yield {**median, "value": cell["median"], **ends}
    for at, name in enumerate(_QUARTILES):
        quartiles = cell["quartiles"]
        if isinstance(quartiles, dict):
            yield from _hidden(start, name, quartiles)
        else:
            yield {**start, "figure": name, "value": quartiles[at]}


def _share(start: Json, part: Mapping[str, Any]) -> Iterator[Json]:
    if "suppressed" in part:
        yield {**start, "suppressed": part["suppressed"]}
        return
    ends = dict(zip(("low", "high"), part.get("interval", ()), strict=False))
    yield {**start, "value": part["share"], **ends}


def _parts(distribution: Any) -> list[Json]:
    return [distribution] if isinstance(distribution, dict) else list(distribution or ())


def _hidden(start: Json, figure: str, cell: Mapping[str, Any]) -> Iterator[Json]:
    if "suppressed" in cell:
        yield {**start, "figure": figure, "suppressed": cell["suppressed"]}


def _start(kind: str, subject: str, table: Json, cell: Json) -> Json:
    keys = {f"by_{name}": value for name, value in cell["key"].items()}
    start = {"kind": kind, "subject": subject, "by": "*".join(table["by"]), **keys}
    # Where it is not the day of the release, the figures are those of an earlier one.
    return start | {name: cell[name] for name in ("as_of", "of_release") if name in cell}


def _about(release: Json) -> list[tuple[str, str]]:
    left_out = {"participation", "tables"}
    return [(key, str(value)) for key, value in release.items() if key not in left_out]


def _csv(release: Json) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    note = release.get("note")
    for row in long_rows(release):
        writer.writerow(row)
    if note:
        writer.writerow({"kind": "note", "subject": note})
    return (_UTF8_MARK + stream.getvalue()).encode()


def _workbook(release: Json) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who wants a workbook pays for it

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "constant_memory": False})
    day = date.fromisoformat(release["date"])
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - written as it is
    book.set_properties({"title": str(release["round"]), "created": made})
    bold = book.add_format({"bold": True})
    about = book.add_worksheet("release")
    about.set_column(0, 1, 40)
    for at, (key, value) in enumerate(_about(release)):
        about.write_string(at, 0, key, bold)
        about.write_string(at, 1, value)
    sheet = book.add_worksheet("figures")
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(COLUMNS) - 1, 16)
    sheet.write_row(0, 0, COLUMNS, bold)
    rows = 0
    for at, row in enumerate(long_rows(release), start=1):
        sheet.write_row(at, 0, [row.get(name, "") for name in COLUMNS])
        rows = at
    sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)
    book.close()
    return stream.getvalue()
