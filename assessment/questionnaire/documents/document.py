"""A file of plain values, read safely: bounded in size and depth, UTF-8 only, nothing executed."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents.form import Form, FormFault, Place, UnreadableError
from assessment.questionnaire.documents.json_text import read_json
from assessment.questionnaire.documents.yaml_text import read_yaml

MAX_BYTES = 5_000_000


@dataclass(frozen=True)
class Document:
    """A file's value, its faults of form, and the line, or cell, in which each place stands."""

    file: str
    value: Any
    faults: tuple[FormFault, ...]
    line_at: Callable[[Place], int | None]
    cells: Mapping[Place, str] = field(default_factory=dict)

    def problem(self, code: str, place: Place = (), **values: object) -> Problem:
        """A problem at a place of this file."""
        return Problem(code, self.shown(place), values, self.file, self.line_at(place))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The faults of form, in the order of the file."""
        return tuple(
            Problem(
                fault.code,
                self.shown(fault.place),
                fault.values,
                self.file,
                fault.line or self.line_at(fault.place),
            )
            for fault in self.faults
        )

    def shown(self, place: Place) -> str:
        """The place as people read it: `governance.roles.levels[3].en`, in a workbook the cell."""
        if cell := self._cell(place):
            return cell
        text = ""
        for part in self._named(place):
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
        return text

    def _cell(self, place: Place) -> str | None:
        outward = (place[:end] for end in range(len(place), 0, -1))
        return next((self.cells[part] for part in outward if part in self.cells), None)

    def _named(self, place: Place) -> Place:
        """The place with an item of an outermost list called by its id."""
        if place and isinstance(place[0], int) and isinstance(self.value, list):
            item = self.value[place[0]] if place[0] < len(self.value) else None
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str):
                return (name, *place[1:])
        return place


def read_document(path: Path, *, shown_as: str | None = None) -> Document:
    """The file as a document. Raises Invalid if it cannot be read at all."""
    file = shown_as or str(path)
    return parse_document(read_bytes(path, shown_as=file), file=file)


def read_bytes(path: Path, *, shown_as: str | None = None, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file of reasonable size. Raises Invalid, also for a file that is too large."""
    file = shown_as or str(path)
    try:
        if path.is_file() and path.stat().st_size > most:
            limit = most // 1_000_000
            raise Invalid([Problem("file_too_large", values={"limit": limit}, file=file)])
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError as error:
        raise Invalid([Problem("file_not_found", file=file)]) from error
    except IsADirectoryError as error:
        raise Invalid([Problem("file_is_folder", file=file)]) from error
    except (OSError, ValueError) as error:
        raise Invalid([Problem("file_not_readable", file=file)]) from error


def parse_document(data: bytes, *, file: str) -> Document:
    """The document in these bytes. Raises Invalid if it cannot be read to its end.

    Faults of form that do not hinder reading on stay with the document as `faults`.
    """
    text = _text(data, file)
    form = Form()
    read = read_json if _is_json(text, file) else read_yaml
    try:
        value = read(text, form)
    except UnreadableError:
        raise Invalid(_document(text, file, None, form).problems) from None
    return _document(text, file, value, form)


def _document(text: str, file: str, value: Any, form: Form) -> Document:
    lines = cache(lambda: form.lines or _json_lines(text))

    def line_at(place: Place) -> int | None:
        outward = (place[:end] for end in range(len(place), 0, -1))
        return next((lines()[part] for part in outward if part in lines()), None)

    return Document(file, value, tuple(form.faults), line_at)


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise Invalid([Problem("file_too_large", values={"limit": 5}, file=file)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Invalid([Problem("not_utf8", file=file, line=line)]) from error
    if not text.strip():
        raise Invalid([Problem("file_empty", file=file)])
    return text


def _is_json(text: str, file: str) -> bool:
    if file.lower().endswith((".yaml", ".yml")):
        return False
    return file.lower().endswith(".json") or text.lstrip()[0] in "{["


def _json_lines(text: str) -> dict[Place, int]:
    """The lines of a JSON text, found by reading it as the YAML that nearly every JSON also is."""
    form = Form()
    with contextlib.suppress(UnreadableError):
        read_yaml(text, form)
    return form.lines
