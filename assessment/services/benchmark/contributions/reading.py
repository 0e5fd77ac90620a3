"""Reads what members handed in: answer files, workbooks, and wide tables of survey tools."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assessment.answer_book import read_any
from assessment.benchmark.rounds.contributions import Entry, Received, received
from assessment.benchmark.rounds.wide import Columns, wide_assessments
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.bridge import Bridge
from assessment.questionnaire.documents import Faults, checked, read_bytes, read_document
from assessment.services.benchmark.contributions.checked import CheckedBefore
from assessment.services.benchmark.contributions.tables import table_rows
from assessment.services.benchmark.opening import CONTRIBUTIONS, ROUND
from assessment.services.files import SUFFIXES, answer_paths, files_in, ready

TABLE = ".csv"

Progress = Callable[[int, int], None]


def read_all(
    files: Sequence[Path],
    model: Model,
    columns: Columns,
    *,
    known: CheckedBefore,
    progress: Progress,
) -> tuple[Received, ...]:
    """Everything in these files. Raises Invalid with the problems of all of them."""
    found: list[Received] = []
    problems: list[Problem] = []
    for number, path in enumerate(files, start=1):
        try:
            found += received_in(path, model, columns, known)
        except Invalid as error:
            problems += error.problems
        progress(number, len(files))
    if problems:
        raise Invalid(problems)
    return tuple(found)


def received_in(
    path: Path, model: Model, columns: Columns, known: CheckedBefore
) -> Iterator[Received]:
    """What one file holds; an answer file that was checked before is not read. Raises Invalid."""
    if is_table(path):
        yield from (checked_entry(one, model) for one in entries_of(path, model, columns))
        return
    data = read_bytes(path)
    found = known.of(data, path.name)
    if found is None:
        found = checked_entry(entry_in(data, path, model), model)
        known.keep(data, found)
    yield found


def checked_entry(entry: Entry, model: Model) -> Received:
    """What a round needs to know of an entry under this model."""
    return received(entry, model.questionnaire, model.recommendation)


def is_table(path: Path) -> bool:
    """Whether a file is a wide table, with many bodies."""
    return path.suffix.lower() == TABLE


def contributed_paths(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files meant; a folder stands for its answer files and tables. Raises Invalid."""
    packed = [Problem("archive_to_unpack", file=str(one)) for one in paths if _is_archive(one)]
    rounds = [
        Problem("round_for_answers", file=str(one)) for one in paths if (one / ROUND).exists()
    ]
    if packed or rounds:
        raise Invalid([*packed, *rounds])
    found: list[Path] = []
    for path in paths:
        tables = files_in(path, {TABLE}) if path.is_dir() else ()
        answers = () if tables and not files_in(path, SUFFIXES) else answer_paths([path])
        found += [*answers, *tables]
    return tuple(found)


def _is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def contributions_in(folder: Path) -> tuple[Path, ...]:
    """What was taken over into the round of this folder; of one name the later one comes last."""
    place = folder / CONTRIBUTIONS
    found = ready(place) if place.is_dir() else ()
    return tuple(sorted((one for one in found if not one.name.startswith(".")), key=_in_order))


def _in_order(path: Path) -> tuple[str, int, str]:
    stem, number = re.fullmatch(r"(.+?)(?:-(\d{1,3}))?", path.stem, re.DOTALL).groups()  # type: ignore[union-attr]
    return stem, int(number or 1), path.suffix


def entries_of(path: Path, model: Model, columns: Columns) -> Iterator[Entry]:
    """What one file holds: an assessment, or of a table one for each line. Raises Invalid."""
    if is_table(path):
        rows = table_rows(path)
        asked, bridge = _asked_in(columns.questionnaire, model)
        if columns.questionnaire not in {None, asked.questionnaire.reference}:
            values = {"given": columns.questionnaire, "allowed": model.questionnaire.reference}
            raise Invalid([Problem("other_version", "questionnaire", values, str(path))])
        for one in wide_assessments(rows, columns, asked.vocabulary, file=str(path)):
            source = f"{path.name}: {one.municipality.ags or one.municipality.name}"
            yield Entry(source, one, bridge)
    else:
        yield entry_in(read_bytes(path), path, model)


def entry_in(data: bytes, path: Path, model: Model) -> Entry:
    """The assessment in an answer file, also of an earlier version that a bridge leads from."""
    try:
        return Entry(path.name, read_any(data, file=str(path), model=model))
    except Invalid as error:
        given = [one.values["given"] for one in error.problems if one.code == "other_version"]
        asked, bridge = _asked_in(str(given[0]) if given else None, model)
        if bridge is None:
            raise
    return Entry(path.name, read_any(data, file=str(path), model=asked), bridge)


def _asked_in(reference: str | None, model: Model) -> tuple[Model, Bridge | None]:
    """What answers to a version are read with; a bridge where it is an earlier one we know."""
    bridge = model.series.bridge_from(reference) if reference else None
    if bridge is None or bridge.is_same_version:
        return model, None
    return replace(model, questionnaire=bridge.earlier), bridge


def columns_of(mapping: Path | None) -> Columns:
    """The mapping file; without one, columns are called as the questions are. Raises Invalid."""
    if mapping is None:
        return Columns()
    faults = Faults(read_document(mapping))
    columns = checked(faults, Columns)
    faults.raise_if_any()
    return columns or Columns()
