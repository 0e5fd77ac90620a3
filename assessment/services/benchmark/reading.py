"""Reads what members handed in: answer files, workbooks, and wide tables of survey tools."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assessment.answer_book import read_any
from assessment.benchmark.rounds.contributions import Entry
from assessment.benchmark.rounds.wide import Columns, wide_assessments
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answer_file import Vocabulary, assessment_of
from assessment.questionnaire.bridge import Bridge
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
        vocabulary, bridge = _asked_in(columns.questionnaire, model)
        if columns.questionnaire not in {None, vocabulary.questionnaire.reference}:
            values = {"given": columns.questionnaire, "allowed": model.questionnaire.reference}
            raise Invalid([Problem("other_version", "questionnaire", values, str(path))])
        for one in wide_assessments(rows, columns, vocabulary, file=str(path)):
            source = f"{path.name}: {one.municipality.ags or one.municipality.name}"
            yield Entry(source, one, bridge)
    else:
        yield _entry(path, model)


def _entry(path: Path, model: Model) -> Entry:
    """The assessment in an answer file, also of an earlier version that a bridge leads from."""
    data = read_bytes(path)
    if data.startswith(_WORKBOOK):
        return Entry(path.name, read_any(data, file=str(path), model=model))
    document = parse_document(data, file=str(path))
    given = document.value.get("questionnaire") if isinstance(document.value, dict) else None
    vocabulary, bridge = _asked_in(given if isinstance(given, str) else None, model)
    return Entry(path.name, assessment_of(document, vocabulary), bridge)


def _asked_in(reference: str | None, model: Model) -> tuple[Vocabulary, Bridge | None]:
    """What answers to a version are read with; a bridge where it is an earlier one we know."""
    bridge = model.series.bridge_from(reference) if reference else None
    if bridge is None or bridge.is_same_version:
        return model.vocabulary, None
    return replace(model.vocabulary, questionnaire=bridge.earlier), bridge


def columns_of(mapping: Path | None) -> Columns:
    """The mapping file; without one, columns are called as the questions are. Raises Invalid."""
    if mapping is None:
        return Columns()
    faults = Faults(read_document(mapping))
    columns = checked(faults, Columns)
    faults.raise_if_any()
    return columns or Columns()
