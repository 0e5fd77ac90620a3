"""XLSX files that are made in memory, and the same bytes for the same content."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_BASE = {"font_name": "Calibri", "font_size": 11, "valign": "top"}


def new_workbook(file: BytesIO, title: str, day: date) -> Workbook:
    """A workbook to be written to the file: texts stay texts, whatever they look like."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = Workbook(file, options)
    created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the file knows no zones
    workbook.set_properties({"title": title, "created": created})
    return workbook


def add_formats(workbook: Workbook, looks: Mapping[str, Mapping[str, Any]]) -> dict[str, Format]:
    """The looks of cells by name, each on top of what all cells have in common."""
    return {name: workbook.add_format({**_BASE, **look}) for name, look in looks.items()}
