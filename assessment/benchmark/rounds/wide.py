"""Wide tables as survey tools export them: a line for each body, a column for each question."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date as calendar_day
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError

from assessment.errors import Invalid, Problem
from assessment.questionnaire.answer_file import Vocabulary, assessment_of
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.documents import Document, Place, closest
from assessment.questionnaire.model import LevelsQuestion, NumberQuestion, Part

_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")
_TIME = re.compile(r"[ T,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?")

# A word of a table that YAML reads as a number, such as 99, is a word all the same.
_Word = Annotated[str, BeforeValidator(lambda one: str(one) if type(one) is int else one)]


def _said(one: Any) -> Any:
    """What is entered for a word, nothing where it is left open; of no type it is one fault."""
    if isinstance(one, bool) or not isinstance(one, int | float | str | None):
        raise PydanticKnownError("int_type")
    return "" if one is None else one


_Meaning = Annotated[int | float | str, BeforeValidator(_said)]

ABOUT = ("ags", "name", "body", "state", "population", "date")
"""What a table says about a body besides its answers."""
_LEAST_HEADS = frozenset({"no_key_column", "no_date_column"})
_MOST_NAMED = 20
_WORD, _MAPPED = "word_without_meaning", "word_mapped_wrongly"
_FEW_CELLS = 5


class Columns(Part):
    """How the columns and values of a foreign table are to be read.

    `columns` gives our id for a foreign column; others keep their name, `ignore` lists those to be
    left out. `values` says what a word means in every column, `codings` what in one question.
    `questionnaire` names the version that was asked, where it is an earlier one.
    """

    questionnaire: str | None = None
    columns: dict[_Word, str] = Field(default_factory=dict)
    ignore: tuple[_Word, ...] = ()
    values: dict[_Word, _Meaning] = Field(default_factory=dict)
    codings: dict[str, dict[_Word, _Meaning]] = Field(default_factory=dict)
    unknown: tuple[_Word, ...] = ("unknown",)
    not_applicable: tuple[_Word, ...] = ("not_applicable",)
    missing: tuple[_Word, ...] = ("",)
    date: calendar_day | None = None


def wide_assessments(
    rows: Sequence[Sequence[str]], mapping: Columns, vocabulary: Vocabulary, *, file: str
) -> tuple[Assessment, ...]:
    """The assessments in a table. Raises Invalid with every cell that cannot be read."""
    if not rows:
        raise Invalid([Problem("file_empty", file=file)])
    heads = _named_columns(rows)
    names = [mapping.columns.get(head) or head for head in heads]
    problems = list(_column_problems(heads, names, mapping, vocabulary, file=file))
    if any(one.code in _LEAST_HEADS for one in problems):
        raise Invalid(problems)  # each line would be at fault only because the column is missing
    found = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(heads) :]):
            problems.append(Problem("too_many_cells", "", {"limit": len(heads)}, file, number))
            continue
        cells = {
            name: (head, cell.strip())
            for head, name, cell in zip(heads, names, row, strict=False)
            if head not in mapping.ignore
        }
        try:
            document = _document(cells, number, mapping, vocabulary, file=file)
            found.append(assessment_of(document, vocabulary))
        except Invalid as error:
            problems += (_about_tables(one, cells, mapping) for one in error.problems)
    if not (found or problems):
        problems.append(Problem("table_without_lines", file=file))
    if problems:
        raise Invalid(_once_each(problems))
    return tuple(found)


def _named_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The heads, without columns at the end that hold nothing in any line."""
    heads = [head.strip() for head in rows[0]]
    while (
        heads
        and not heads[-1]
        and not any("".join(row[len(heads) - 1 : len(heads)]) for row in rows)
    ):
        heads.pop()
    return heads


def _column_problems(
    heads: Sequence[str],
    names: Sequence[str],
    mapping: Columns,
    vocabulary: Vocabulary,
    *,
    file: str,
) -> Iterator[Problem]:
    """A column twice, or one that is no question; where it is wanted, `ignore` leaves it out."""
    known = (*ABOUT, *vocabulary.questionnaire.by_id)
    if foreign := list(_foreign(heads, names, mapping, known)):
        more = ["…"] if len(foreign) > _MOST_NAMED else []
        columns = ", ".join([*foreign[:_MOST_NAMED], *more])
        yield Problem("foreign_columns", "", {"columns": columns}, file, 1)
    seen: set[str] = set()
    for head, name in zip(heads, names, strict=True):
        if head in mapping.ignore or head in foreign:
            continue
        if name not in known:
            values = {"given": name, "suggestion": closest(name, known)}
            yield Problem("unknown_column", head, values, file, 1)
        elif name in seen:
            yield Problem("column_twice", head, {"given": name}, file, 1)
        seen.add(name)
    if "ags" not in names and "name" not in names:
        yield Problem("no_key_column", "", {}, file, 1)
    if "date" not in names and mapping.date is None:
        yield Problem("no_date_column", "", {}, file, 1)
    for head in mapping.columns.keys() - set(heads):
        yield Problem("column_missing", head, {"given": head}, file, 1)
    for id in mapping.codings.keys() - set(known):
        values = {"given": id, "suggestion": closest(id, known)}
        yield Problem("unknown_column", f"codings.{id}", values, file, 1)


def _foreign(
    heads: Sequence[str], names: Sequence[str], mapping: Columns, known: Sequence[str]
) -> Iterator[str]:
    """The columns called as in another tool: told in one, as one file says what they all hold."""
    for head, name in zip(heads, names, strict=True):
        is_named = head and head == name and head not in mapping.ignore
        if is_named and name not in known and not closest(name, known):
            yield head


def _about_tables(
    problem: Problem, cells: Mapping[str, tuple[str, str]], mapping: Columns
) -> Problem:
    """A word that stands for no level is made known in the mapping file, not by another number."""
    if problem.code not in {"not_a_level", "level_out_of_range"}:
        return problem
    name, word = next((name, cell) for name, (head, cell) in cells.items() if head == problem.place)
    said = _meaning(name, word, mapping)
    if said == word:
        return replace(problem, code=_WORD)
    return replace(problem, code=_MAPPED, values={**problem.values, "given": word, "level": said})


def _once_each(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A word in many cells is told once: one line of the mapping file mends them all."""
    cells = Counter(_about_word(one) for one in problems)
    told: set[tuple[str, str]] = set()
    for one in problems:
        about = _about_word(one)
        in_many = one.code == _WORD and cells[about] > _FEW_CELLS
        if not in_many and one.code != _MAPPED:
            yield one
        elif about not in told:
            told.add(about)
            values = {"given": about[1], "cells": cells[about]}
            many = replace(one, code="word_in_many_cells", place="", values=values)
            yield many if in_many else one


def _about_word(problem: Problem) -> tuple[str, str]:
    return problem.code, str(problem.values.get("given"))


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
    about = {name: cells[name][1] for name in ABOUT if name in cells and cells[name][1]}
    answers = {
        name: _value(questions[name], cell, mapping)
        for name, (_, cell) in cells.items()
        if name in questions and cell not in mapping.missing
    }
    said_on = _day(about.pop("date", "")) or (mapping.date.isoformat() if mapping.date else "")
    value: dict[str, Any] = {
        "questionnaire": vocabulary.questionnaire.reference,
        "municipality": _body(about),
        "date": said_on,
        "answers": answers,
    }
    places: dict[Place, str] = {("municipality",): "ags"}
    for name, (head, _) in cells.items():
        places[(name,)] = head
        places["answers", name] = head
        places["municipality", name] = head
    return Document(file, value, (), lambda _: number, places)


def _day(cell: str) -> str:
    """The day that a survey tool or spreadsheet noted, as answer files have it."""
    said = _TIME.sub("", cell)
    german = _GERMAN_DAY.fullmatch(said)
    if german is None:
        return said
    day, month, year = (int(part) for part in german.groups())
    return f"{year}-{month:02d}-{day:02d}"


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
    coded = _meaning(question.id, cell, mapping)
    if isinstance(coded, str) and isinstance(question, LevelsQuestion):
        whole = _WHOLE.fullmatch(coded)
        return int(whole[1]) if whole else coded
    if isinstance(coded, str) and isinstance(question, NumberQuestion):
        return _number(coded)
    return coded


def _meaning(id: str, cell: str, mapping: Columns) -> Any:
    """What the mapping file says that a word is; the word where it says nothing."""
    said = mapping.codings.get(id, {}).get(cell, mapping.values.get(cell, ""))
    return cell if said == "" else said


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
