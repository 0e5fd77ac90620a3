"""Opens a workbook that somebody sent, and finds the cells that were filled in."""

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from assessment.answer_book.layout import HIDDEN, KEY_COLUMN, MARK, SHEETS, Area, areas
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.documents import Place
from assessment.wording import LANGUAGES

_MOST_UNPACKED = 60_000_000
_MOST_ROWS = 400
_MOST_COLUMNS = 40

Cells = dict[Place, str]


@dataclass(frozen=True)
class Book:
    """What stands in the cells of every sheet, by the keys of row and column."""

    model: Model
    language: str
    reference: str
    areas: Mapping[str, Area]
    titles: Mapping[str, str]
    values: Mapping[str, Mapping[tuple[str, str], Any]]
    places: Mapping[str, Mapping[tuple[str, str], str]]

    def entered(self, sheet: str, row: str, column: str = "value") -> Any:
        """What was entered; None for an empty cell."""
        value = self.values[sheet].get((row, column))
        return None if isinstance(value, str) and not value.strip() else value

    def note(self, cells: Cells, place: Place, sheet: str, key: tuple[str, str]) -> None:
        """Remember in which cell a place of the document stands."""
        cells[place] = self.places[sheet].get(key, self.titles[sheet])


def opened(data: bytes, file: str, model: Model) -> Book:
    """The workbook in these bytes. Raises Invalid for what is no answer book."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only who sends a workbook pays for it

    _refuse_bombs(data, file)
    try:
        workbook = load_workbook(BytesIO(data), read_only=True, data_only=True)
        hidden = workbook[HIDDEN]
        first = next(hidden.iter_rows(max_row=1, max_col=3 + len(SHEETS), values_only=True))
        mark, reference, language, *roles = (str(value) for value in first)
        titles = dict(role.split("=", 1) for role in roles)
        if mark != MARK or language not in LANGUAGES or set(titles) != set(SHEETS):
            raise ValueError(mark)
        there = {key: title for key, title in titles.items() if title in workbook.sheetnames}
        rows = {key: _rows(workbook[title]) for key, title in there.items()}
    except Exception as error:  # openpyxl raises whatever its parsers do on files made to break it
        raise Invalid([Problem("no_answer_book", file=file)]) from error
    given = areas(model)
    if faults := [*_faults(rows, titles, given, asked=reference == model.questionnaire.reference)]:
        raise Invalid(replace(fault, file=file) for fault in faults)
    values: dict[str, dict[tuple[str, str], Any]] = {}
    places: dict[str, dict[tuple[str, str], str]] = {}
    for key, area in given.items():
        found = dict(_cells(rows[key], area))
        values[key] = {where: value for where, (value, _) in found.items()}
        places[key] = {where: f"{titles[key]}!{cell}" for where, (_, cell) in found.items()}
    return Book(model, language, reference, given, titles, values, places)


def _refuse_bombs(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(item.file_size for item in packed.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise Invalid([Problem("no_answer_book", file=file)]) from error
    if size > _MOST_UNPACKED:
        raise Invalid([Problem("file_too_large", values={"limit": 5}, file=file)])


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True))


def _faults(
    rows: Mapping[str, list[tuple[Any, ...]]],
    titles: Mapping[str, str],
    given: Mapping[str, Area],
    *,
    asked: bool,
) -> Iterator[Problem]:
    """Sheets that are not there, rows that stand twice, and questions without a row.

    What was deleted must not look like what was left open; `asked` says that the workbook has the
    questions of this model.
    """
    for key, area in given.items():
        if key not in rows:
            yield Problem("sheet_missing", values={"sheet": titles[key]})
            continue
        found = Counter(str(row[KEY_COLUMN]) for row in rows[key] if row)
        for twice in [row for row in area.rows if found[row] > 1]:
            yield Problem("row_twice", titles[key], {"row": twice})
        if key == "answers" and asked:
            for lost in [row for row in area.rows if not found[row]]:
                yield Problem("row_missing", titles[key], {"row": lost})


def _cells(
    rows: list[tuple[Any, ...]], area: Area
) -> Iterator[tuple[tuple[str, str], tuple[Any, str]]]:
    """Value and name of each cell of an area: rows are known by their hidden key, wherever."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    known = set(area.rows)
    for number, row in enumerate(rows, start=1):
        key = str(row[KEY_COLUMN]) if row and row[KEY_COLUMN] is not None else ""
        if key not in known:
            continue
        for column in area.columns:
            place = area.column(column)
            value = row[place] if place < len(row) else None
            yield (key, column), (value, f"{get_column_letter(place + 1)}{number}")
