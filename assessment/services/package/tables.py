"""The figures of releases as CSV, workbook and Parquet; a hidden value is never blank or 0."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from assessment.presentation.table.dialect import harmless
from assessment.services.package.rows import COLUMNS, NUMBERS, PUBLISHED, rows_of

HIDDEN = "NA"
"""Stands in place of a hidden value in CSV and workbook; the column `status` says why.

Likewise in place of the ends of a hidden interval, of which `interval_status` says why.
"""
_WIDTH = 16

Releases = Sequence[Mapping[str, Any]]
Row = Mapping[str, Any]


def figures_csv(releases: Releases) -> bytes:
    """All figures, RFC 4180, UTF-8 with a byte order mark, decimal points."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows_of(releases):
        texts = {name: harmless(str(row[name])) for name in ("round", "note")}
        writer.writerow({**_marked(row), **texts})
    return stream.getvalue().encode("utf-8-sig")


def figures_parquet(releases: Releases) -> bytes:
    """All figures with types; a hidden value is null there, and its status says why."""
    import polars as pl  # noqa: PLC0415 - only who wants this format pays for the library

    types: dict[str, Any] = {one: pl.Float64 if one in NUMBERS else pl.String for one in COLUMNS}
    types |= {"release": pl.Int64, "of_release": pl.Int64, "date": pl.Date}
    texts = {name for name, type_ in types.items() if type_ == pl.String}
    rows = [
        [_typed(name, row.get(name, "" if name in texts else None)) for name in COLUMNS]
        for row in rows_of(releases)
    ]
    stream = io.BytesIO()
    pl.DataFrame(rows, schema=types, orient="row").write_parquet(stream, compression="zstd")
    return stream.getvalue()


def figures_workbook(releases: Releases, about: Sequence[tuple[str, str]]) -> bytes:
    """All figures as a workbook, with a sheet that says what it is."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who wants a workbook pays for it

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    day = date.fromisoformat(releases[-1]["date"])
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - written as it is
    book.set_properties({"title": str(releases[-1]["round"]), "created": made})
    bold = book.add_format({"bold": True})
    head = book.add_worksheet("release")
    head.set_column(0, 1, 40)
    for at, (key, value) in enumerate(about):
        head.write_string(at, 0, key, bold)
        head.write_string(at, 1, value)
    sheet = book.add_worksheet("figures")
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(COLUMNS) - 1, _WIDTH)
    sheet.write_row(0, 0, COLUMNS, bold)
    last = 0
    for last, row in enumerate(rows_of(releases), start=1):
        marked = _marked(row)
        for column, name in enumerate(COLUMNS):
            _write(sheet, last, column, marked.get(name, ""))
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    book.close()
    return stream.getvalue()


def _marked(row: Row) -> Row:
    """The line with a mark wherever a number is hidden; where there is no interval, no ends."""
    hides = row["interval_status"] not in {"", PUBLISHED}
    return {**dict.fromkeys(NUMBERS if hides else NUMBERS[:1], HIDDEN), **row}


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    # Never as a formula, whatever the name of a round begins with.
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, str(value))


def _typed(name: str, value: Any) -> Any:
    if name == "date":
        return date.fromisoformat(value)
    return float(value) if name in NUMBERS and value is not None else value
