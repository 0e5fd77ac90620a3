"""A workbook of tables whose cells know where they stand, so that formulas can point at them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any, Literal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from assessment.answer_book.xlsx import add_formats, new_workbook
from assessment.report.brand.contrast import Palette

Kind = Literal["text", "code", "points", "share", "number", "whole", "input"]

_HEAD_ROW = 3
_LINE = 15.0
_MOST_LINES = 26
_WIDE = 200
_PAPER_A4, _PAPER_A3 = 9, 8
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_LONGEST_LIST = 255
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
# "_)": a little room between a number and the text in the next column.
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "code": {"font_color": "#5A6170"},
    "points": {"num_format": "0.0_)"},
    "share": {"num_format": "0.0%_)"},
    "number": {"num_format": "0.###_)"},
    "whole": {"num_format": "0_)"},
    "input": {
        "bg_color": "#FFF8DC",
        "border": 1,
        "border_color": "#B8A25A",
        "align": "center",
        "locked": False,
    },
    "title": {"bold": True, "font_size": 16, "font_color": "#14387F"},
    "note": {"font_color": "#5A6170"},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#14387F", "text_wrap": True},
}


@dataclass(frozen=True)
class Formula:
    """A formula without its equals sign, and what it comes to, shown until it is recalculated."""

    text: str
    value: float | str | bool | None


Cell = str | float | bool | Formula | None


@dataclass(frozen=True)
class Column:
    """A column of a table; a `helper` holds steps on the way and is folded away."""

    key: str
    title: str
    kind: Kind = "text"
    width: float = 12
    helper: bool = False


class Book:
    """An XLSX file in the making; the same content on the same date gives the same bytes."""

    def __init__(self, title: str, day: date, palette: Palette | None = None) -> None:
        self._file = BytesIO()
        self._workbook = new_workbook(self._file, title, day)
        self._formats = add_formats(self._workbook, _FORMATS | _heads(palette))

    def sheet(self, name: str) -> Worksheet:
        """A new sheet that prints on landscape pages as wide as it is."""
        sheet = self._workbook.add_worksheet(name.translate(_FORBIDDEN)[:_LONGEST_NAME])
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def format(self, name: str) -> Format:
        return self._formats[name]

    def bytes(self) -> bytes:
        """The finished file; nothing can be added any more."""
        self._workbook.close()
        return self._file.getvalue()


def _heads(palette: Palette | None) -> dict[str, dict[str, Any]]:
    """Titles and heads in the colours of an office."""
    if palette is None:
        return {}
    head = {"font_color": palette.on_accent, "bg_color": palette.accent}
    return {
        "title": _FORMATS["title"] | {"font_color": palette.deep},
        "head": _FORMATS["head"] | head,
    }


class Table:
    """A table on a sheet of its own: a row for each key, and columns known by theirs."""

    def __init__(
        self,
        book: Book,
        name: str,
        *,
        title: str,
        note: str,
        columns: Sequence[Column],
        keys: Iterable[Hashable],
    ) -> None:
        self._book = book
        self.sheet = book.sheet(name)
        self.keys = tuple(keys)
        self._columns = {column.key: (place, column) for place, column in enumerate(columns)}
        self._rows = {key: _HEAD_ROW + 1 + place for place, key in enumerate(self.keys)}
        self._lines = dict.fromkeys((_HEAD_ROW, *self._rows.values()), 1)
        self._lay_out(title, note, columns)

    def put(self, key: Hashable, column: str, value: Cell) -> None:
        """Write a cell; an empty one where there is no value."""
        place, described = self._columns[column]
        cell = (self._rows[key], place)
        format_ = self._book.format(described.kind)
        match value:
            case Formula(text=text, value=known):
                shown = "" if known is None else known
                self.sheet.write_formula(*cell, "=" + text, format_, shown)
                self._make_room(cell[0], str(shown), described)
            case None | "":
                self.sheet.write_blank(*cell, None, format_)
            case bool():
                self.sheet.write_boolean(*cell, value, format_)
            case str():
                self.sheet.write_string(*cell, value[:_LONGEST_TEXT], format_)
                self._make_room(cell[0], value, described)
            case _:
                self.sheet.write_number(*cell, value, format_)

    def put_row(self, key: Hashable, cells: Mapping[str, Cell]) -> None:
        """Write the cells of a row by their columns."""
        for column, value in cells.items():
            self.put(key, column, value)

    def cell(self, key: Hashable, column: str) -> str:
        """Where a cell stands, from any sheet."""
        place = self._columns[column][0]
        return self._on_sheet(_fixed(self._rows[key], place))

    def all(self, column: str) -> str:
        """The cells of a column; without any row the one below the head, which is empty."""
        place = self._columns[column][0]
        first = _HEAD_ROW + 1
        last = _HEAD_ROW + max(1, len(self.keys))
        return self.block((first, place), (last, place))

    def row(self, key: Hashable, first: str, last: str) -> str:
        """The cells of a row from one column to another."""
        row = self._rows[key]
        return self.block((row, self._columns[first][0]), (row, self._columns[last][0]))

    def block(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The cells between two corners."""
        corners = (_fixed(*corner) for corner in (start, end))
        return self._on_sheet(":".join(corners))

    def choices(self, key: Hashable, column: str, allowed: Sequence[str], why: str) -> None:
        """Offer what may be entered in a cell as a list; `why` is said to what else is entered."""
        if not allowed or len(",".join(allowed)) > _LONGEST_LIST:
            return
        cell = (self._rows[key], self._columns[column][0])
        rule = {"validate": "list", "source": list(allowed), "error_message": why[:255]}
        self.sheet.data_validation(*cell, *cell, rule)

    def _make_room(self, row: int, text: str, column: Column) -> None:
        """Let the row be as high as its longest text needs: not every program sees to that."""
        if column.helper or column.kind not in ("text", "input"):
            return
        lines = sum(ceil(max(1, len(part)) / (column.width - 1)) for part in text.split("\n"))
        if lines > self._lines[row]:
            self._lines[row] = min(lines, _MOST_LINES)
            self.sheet.set_row(row, _LINE * self._lines[row])

    def _on_sheet(self, place: str) -> str:
        return f"'{self.sheet.get_name()}'!{place}"

    def _lay_out(self, title: str, note: str, columns: Sequence[Column]) -> None:
        self.sheet.write_string(0, 0, title, self._book.format("title"))
        self.sheet.write_string(1, 0, note, self._book.format("note"))
        head = self._book.format("head")
        for place, column in enumerate(columns):
            folded = {"level": 1, "hidden": True} if column.helper else {}
            self.sheet.set_column(place, place, column.width, None, folded)
            self.sheet.write_string(_HEAD_ROW, place, column.title, head)
            self._make_room(_HEAD_ROW, column.title, replace(column, kind="text"))
        wide = sum(column.width for column in columns if not column.helper) > _WIDE
        self.sheet.set_paper(_PAPER_A3 if wide else _PAPER_A4)
        self.sheet.freeze_panes(_HEAD_ROW + 1, 1)
        self.sheet.repeat_rows(_HEAD_ROW)
        if self.keys:
            self.sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(self.keys), len(columns) - 1)


def _fixed(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def number(value: float) -> str:
    """A number inside a formula, to the last digit."""
    return repr(float(value)) if value != int(value) else str(int(value))
