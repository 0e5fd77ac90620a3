"""Writes an answer book: a workbook with lists and help that can be filled in without the tool."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Literal

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from assessment.answer_book.choices import Choices
from assessment.answer_book.layout import HEAD_ROW, HIDDEN, KEY_COLUMN, MARK, Area, areas
from assessment.answer_book.xlsx import add_formats, new_workbook
from assessment.model import Model
from assessment.wording import translator

_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#14387F"},
    "note": {"text_wrap": True, "font_color": "#3B4252"},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#14387F", "text_wrap": True},
    "text": {"text_wrap": True},
    "strong": {"text_wrap": True, "bold": True},
    "input": {
        "text_wrap": True,
        "bg_color": "#FFF8DC",
        "border": 1,
        "border_color": "#B8A25A",
        "locked": False,
        "num_format": "@",
    },
    "number": {
        "bg_color": "#FFF8DC",
        "border": 1,
        "border_color": "#B8A25A",
        "align": "left",
        "locked": False,
    },
}
Kind = Literal["input", "number"]

_LINE = 15.0
_PROTECTION = {"format_columns": True, "format_rows": True, "select_locked_cells": True}


class BookWriter:
    """Puts sheets with heads, help and cells to fill in into one file."""

    def __init__(self, model: Model, language: str, day: date) -> None:
        self.model = model
        self.language = language
        self.areas = areas(model)
        self._file = BytesIO()
        title = model.questionnaire.title[language]
        self._workbook = new_workbook(self._file, title, day)
        self.formats = add_formats(self._workbook, _FORMATS)
        self._titles: dict[str, str] = {}
        self._lists: dict[Choices, str] = {}
        self._hidden: Worksheet | None = None

    @property
    def translate(self) -> Callable[[str], str]:
        return translator(self.language).gettext

    def sheet(
        self, key: str, *, title: str, note: str, columns: Sequence[tuple[str, float]]
    ) -> Worksheet:
        """A sheet under its key, with the heads of its columns; the first column is hidden."""
        sheet = self._workbook.add_worksheet(title[:31])
        self._titles[key] = sheet.get_name()
        sheet.hide_gridlines(2)
        sheet.set_column(KEY_COLUMN, KEY_COLUMN, 12, None, {"hidden": True})
        sheet.write_string(0, 1, title, self.formats["title"])
        width = sum(width for _, width in columns[:4])
        sheet.merge_range(1, 1, 1, min(4, max(2, len(columns))), note, self.formats["note"])
        sheet.set_row(1, _LINE * (1 + len(note) // max(1, int(width * 0.9))))
        for place, (head, wide) in enumerate(columns, start=1):
            sheet.set_column(place, place, wide)
            sheet.write_string(HEAD_ROW, place, head, self.formats["head"])
        sheet.freeze_panes(HEAD_ROW + 1, 2)
        sheet.protect("", _PROTECTION)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        return sheet

    def key(self, sheet: Worksheet, area: Area, row: str) -> int:
        """Write the hidden key of a row; where the row stands."""
        place = area.row(row)
        sheet.write_string(place, KEY_COLUMN, row)
        return place

    def fill(
        self,
        sheet: Worksheet,
        cell: tuple[int, int],
        value: Any,
        allowed: Choices | None = None,
        *,
        kind: Kind = "input",
    ) -> None:
        """A cell to be filled in, with what is known already and a list of what is allowed."""
        if allowed is not None:
            _ = self.translate
            value = allowed.label(value)
            rule = {
                "validate": "list",
                "source": self._list(allowed),
                "error_title": _("Not on the list"),
                "error_message": _("Please choose from the list."),
            }
            sheet.data_validation(*cell, *cell, rule)
        if value is None:
            sheet.write_blank(*cell, None, self.formats[kind])
        elif isinstance(value, int | float):
            sheet.write_number(*cell, value, self.formats["number"])
        else:
            text = str(value).replace("\r\n", "\n").replace("\r", "\n")
            sheet.write_string(*cell, text, self.formats["input"])

    def bytes(self) -> bytes:
        """The finished file."""
        hidden = self._hidden_sheet()
        for place, value in enumerate(
            (MARK, self.model.questionnaire.reference, self.language, *self._roles())
        ):
            hidden.write_string(0, place, value)
        self._workbook.close()
        return self._file.getvalue()

    def _roles(self) -> list[str]:
        return [f"{key}={title}" for key, title in self._titles.items()]

    def _hidden_sheet(self) -> Worksheet:
        if self._hidden is None:
            self._hidden = self._workbook.add_worksheet(HIDDEN)
            self._hidden.very_hidden()
            self._hidden.protect("")
        return self._hidden

    def _list(self, allowed: Choices) -> str:
        """Where the words of a list stand; each list is written once, a row below the other."""
        if allowed not in self._lists:
            row = len(self._lists) + 1
            hidden = self._hidden_sheet()
            for place, label in enumerate(allowed.labels):
                hidden.write_string(row, place, label)
            cells = xl_range_abs(row, 0, row, len(allowed.labels) - 1)
            self._lists[allowed] = f"='{HIDDEN}'!{cells}"
        return self._lists[allowed]


def row_height(*texts: tuple[str, float]) -> float:
    """How high a row must be for its texts in columns of these widths."""
    lines = (
        sum(1 + int(len(part) / max(1, width * 1.05)) for part in text.split("\n"))
        for text, width in texts
    )
    return _LINE * max(1, *lines)
