"""Wide tables as survey tools export them: a line for each body, a column for each question."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as calendar_day
from typing import Any

from pydantic import Field

from assessment.errors import Invalid, Problem
from assessment.questionnaire.answer_file import Vocabulary, assessment_of
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.documents import Document, Place, closest
from assessment.questionnaire.model import LevelsQuestion, NumberQuestion, Part

_ABOUT = ("ags", "name", "body", "state", "population", "date")


class Columns(Part):
    """How the columns and values of a foreign table are to be read.

    `columns` gives our id for a foreign column; others keep their name, `ignore` lists those to be
    left out. `values` says what a word means in every column, `codings` what in one question.
    `questionnaire` names the version that was asked, where it is an earlier one.
    """

    questionnaire: str | None = None
    columns: dict[str, str] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    values: dict[str, int | float | str] = Field(default_factory=dict)
    codings: dict[str, dict[str, int | float | str]] = Field(default_factory=dict)
    unknown: tuple[str, ...] = ("unknown",)
    not_applicable: tuple[str, ...] = ("not_applicable",)
    missing: tuple[str, ...] = ("",)
    date: calendar_day | None = None


def wide_assessments(
    rows: Sequence[Sequence[str]], mapping: Columns, vocabulary: Vocabulary, *, file: str
) -> tuple[Assessment, ...]:
    """The assessments in a table. Raises Invalid with every cell that cannot be read."""
    if not rows:
        raise Invalid([Problem("file_empty", file=file)])
    names = [mapping.columns.get(name.strip(), name.strip()) for name in rows[0]]
    problems = list(_column_problems(rows[0], names, mapping, vocabulary, file=file))
    found = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {
            name: (head, cell.strip())
            for head, name, cell in zip(rows[0], names, row, strict=False)
            if head.strip() not in mapping.ignore
        }
        document = _document(cells, number, mapping, vocabulary, file=file)
        try:
            found.append(assessment_of(document, vocabulary))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return tuple(found)


def _column_problems(
    heads: Sequence[str],
    names: Sequence[str],
    mapping: Columns,
    vocabulary: Vocabulary,
    *,
    file: str,
) -> Iterator[Problem]:
    """A column twice, or one that is no question; where it is wanted, `ignore` leaves it out."""
    known = (*_ABOUT, *vocabulary.questionnaire.by_id)
    seen: set[str] = set()
    for head, name in zip(heads, names, strict=True):
        if head.strip() in mapping.ignore:
            continue
        if name not in known:
            values = {"given": head, "suggestion": closest(name, known)}
            yield Problem("unknown_column", head, values, file, 1)
        elif name in seen:
            yield Problem("column_twice", head, {"given": name}, file, 1)
        seen.add(name)
    if "ags" not in names and "name" not in names:
        yield Problem("no_key_column", "", {}, file, 1)


def _document(
    cells: Mapping[str, tuple[str, str]],
    number: int,
    mapping: Columns,
    vocabulary: Vocabulary,
    *,
    file: str,
) -> Document:
    """The line as the answer file it stands for; places are called by their column."""
    questions = vocabulary.questionnaire.by_id
    about = {name: cells[name][1] for name in _ABOUT if name in cells and cells[name][1]}
    answers = {
        name: _value(questions[name], cell, mapping)
        for name, (_, cell) in cells.items()
        if name in questions and cell not in mapping.missing
    }
    said_on = about.pop("date", None) or (mapping.date.isoformat() if mapping.date else None)
    value: dict[str, Any] = {
        "questionnaire": vocabulary.questionnaire.reference,
        "municipality": _body(about),
        "date": said_on,
        "answers": answers,
    }
    places: dict[Place, str] = {("date",): "date", ("municipality",): "ags"}
    for name, (head, _) in cells.items():
        places["answers", name] = head
        places["municipality", name] = head
    return Document(file, value, (), lambda _: number, places)


def _body(about: Mapping[str, str]) -> dict[str, Any]:
    if "ags" in about:
        return {"ags": _with_zeros(about["ags"])}
    population = about.get("population", "")
    whole = {"population": int(population)} if population.isdigit() else {}
    return {"body": "municipality", **about, **whole}


def _with_zeros(key: str) -> str:
    """The key with the zero that a spreadsheet took from it."""
    return key.zfill(len(key) + 1) if key.isdigit() and len(key) in {4, 7} else key


def _value(question: Any, cell: str, mapping: Columns) -> Any:
    """What a cell says; what cannot be understood stays as it is and is named as a fault."""
    if cell in mapping.unknown:
        return "unknown"
    if cell in mapping.not_applicable:
        return "not_applicable"
    coded: Any = mapping.codings.get(question.id, {}).get(cell, mapping.values.get(cell, cell))
    if isinstance(coded, str) and isinstance(question, LevelsQuestion):
        return int(coded) if coded.isdigit() else coded
    if isinstance(coded, str) and isinstance(question, NumberQuestion):
        return _number(coded)
    return coded


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
