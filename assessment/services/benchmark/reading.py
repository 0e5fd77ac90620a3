"""Reads what members handed in: answer files, workbooks, and wide tables of survey tools."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assessment.answer_book import read_any
from assessment.benchmark.rounds.contributions import Entry
from assessment.benchmark.rounds.wide import Columns, wide_assessments
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answer_file import assessment_of
from assessment.questionnaire.documents import (
    Faults,
    checked,
    parse_document,
    read_bytes,
    read_document,
)
from assessment.services.benchmark.tables import table_rows
from assessment.services.files import answer_paths

_WORKBOOK = b"PK\x03\x04"
_TABLE = ".csv"

Progress = Callable[[int, int], None]


def read_entries(
    paths: Sequence[Path], model: Model, mapping: Path | None, progress: Progress
) -> tuple[Entry, ...]:
    """Everything in these files and folders. Raises Invalid with the problems of all of them."""
    columns = columns_of(mapping)
    found: list[Entry] = []
    problems: list[Problem] = []
    files = contributed_paths(paths)
    for number, path in enumerate(files, start=1):
        try:
            found += entries_of(path, model, columns)
        except Invalid as error:
            problems += error.problems
        progress(number, len(files))
    if problems:
        raise Invalid(problems)
    return tuple(found)


def contributed_paths(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files meant; a folder stands for its answer files and tables. Raises Invalid."""
    found: list[Path] = []
    for path in paths:
        tables = sorted(path.glob(f"*{_TABLE}")) if path.is_dir() else []
        if path.is_dir() and tables:
            answers = [one for one in path.iterdir() if one.suffix in {".yaml", ".json", ".xlsx"}]
            found += [*(answer_paths([path]) if answers else ()), *tables]
        else:
            found += answer_paths([path])
    return tuple(found)


def entries_of(path: Path, model: Model, columns: Columns) -> Iterator[Entry]:
    """What one file holds: an assessment, or of a table one for each line. Raises Invalid."""
    if path.suffix.lower() == _TABLE:
        rows = table_rows(path)
        for one in wide_assessments(rows, columns, model.vocabulary, file=str(path)):
            yield Entry(f"{path.name}: {one.municipality.ags or one.municipality.name}", one)
    else:
        yield _entry(path, model)


def _entry(path: Path, model: Model) -> Entry:
    """The assessment in an answer file, also of an earlier version that a bridge leads from."""
    data = read_bytes(path)
    if data.startswith(_WORKBOOK):
        return Entry(path.name, read_any(data, file=str(path), model=model))
    document = parse_document(data, file=str(path))
    given = document.value.get("questionnaire") if isinstance(document.value, dict) else None
    bridge = model.series.bridge_from(given) if isinstance(given, str) else None
    if bridge is None or bridge.is_same_version:
        return Entry(path.name, assessment_of(document, model.vocabulary))
    earlier = replace(model.vocabulary, questionnaire=bridge.earlier)
    return Entry(path.name, assessment_of(document, earlier), bridge)


def columns_of(mapping: Path | None) -> Columns:
    """The mapping file; without one, columns are called as the questions are. Raises Invalid."""
    if mapping is None:
        return Columns()
    faults = Faults(read_document(mapping))
    columns = checked(faults, Columns)
    faults.raise_if_any()
    return columns or Columns()
