"""CSV as the spreadsheet programs of a language read it.

Quoted after RFC 4180, UTF-8 with a byte order mark. German: semicolons and decimal commas, which
Excel opens as they are meant, and R with `read.csv2`; with points it would take 3.12 for a date.
English: commas and decimal points, for `read.csv`.
"""

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from io import StringIO

# What a spreadsheet program takes for the beginning of a formula, or of an address of one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A figure: what it belongs to, which one it is, and its `value` or, where it is one, `text`.

    `application` and `route` are empty where the figure belongs to none. `unit` is points, share,
    level, person-days or, with texts, empty.
    """

    date: str
    ags: str
    municipality: str
    kind: str
    id: str
    title: str
    application: str = ""
    route: str = ""
    figure: str
    value: float | None = None
    text: str = ""
    unit: str = ""


def csv_bytes(rows: Iterable[Row], language: str) -> bytes:
    """The rows below the names of their columns; a figure that could not be formed is empty."""
    decimal, separator = (",", ";") if language == "de" else (".", ",")
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(column.name for column in fields(Row))
    writer.writerows([_cell(value, decimal) for value in astuple(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: float | str | None, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    return repr(value).replace(".", decimal)


def harmless(text: str) -> str:
    """The text so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
