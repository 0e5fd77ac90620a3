"""Reads an answer book back; whatever is wrong is named with its cell."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from assessment.answer_book import choices
from assessment.answer_book.choices import OWN, Choices
from assessment.answer_book.entered import day, municipality_key, number, text
from assessment.answer_book.opening import Book, Cells, opened
from assessment.answer_book.writing import application_choices
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.answer_file import assessment_of, parse_answers
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.documents import Document, Place, read_bytes, signatures
from assessment.questionnaire.model import SeveralQuestion

# What cells with a list may have wrong; in an answer file the remedy is an id or a level.
_OF_LISTS = frozenset(
    {
        "not_a_level",
        "level_out_of_range",
        "unknown_archetype",
        "unknown_field",
        "unknown_technology",
        "unknown_ai_act_class",
    }
)


def read_any_file(path: Path, model: Model) -> Assessment:
    """The assessment in an answer file of any kind. Raises Invalid with every problem."""
    return read_any(read_bytes(path), file=str(path), model=model)


def read_any(data: bytes, *, file: str, model: Model) -> Assessment:
    """The assessment in these bytes, YAML, JSON or a workbook. Raises Invalid."""
    if data.startswith(signatures.PACKED):
        return read_book(data, file=file, model=model)
    if data.startswith(signatures.PDF):
        raise Invalid([Problem("pdf_for_answers", file=file)])
    if data.startswith(signatures.OLD_OR_LOCKED):
        raise Invalid([Problem("workbook_locked", file=file)])
    try:
        return parse_answers(data, file=file, vocabulary=model.vocabulary)
    except Invalid as error:
        if file.lower().endswith(".xlsx") and data.strip():
            raise Invalid([Problem("text_for_workbook", file=file)]) from error
        raise


def read_book(data: bytes, *, file: str, model: Model) -> Assessment:
    """The assessment in these bytes; `file` is what problems call it. Raises Invalid.

    Every problem names its sheet and cell, as `Antworten!F12`.
    """
    book = opened(data, file, model)
    cells: Cells = {}
    value = {
        "questionnaire": book.reference,
        **_body(book, cells),
        "answers": _answers(book, cells),
        "factors": _factors(book, cells),
        "applications": _applications(book, cells),
        "plan": _plan(book, cells),
        "targets": _targets(book, cells),
    }
    document = Document(file, value, (), lambda _: None, cells)
    try:
        return assessment_of(document, model.vocabulary)
    except Invalid as refused:
        raise Invalid(_of_cell(problem) for problem in refused.problems) from refused


def _of_cell(problem: Problem) -> Problem:
    """The problem as whoever fills in cells can solve it: by choosing from a list, not by ids."""
    if problem.code == "missing_key":
        return replace(problem, code="empty_cell", values={})
    if problem.code not in _OF_LISTS:
        return problem
    given = problem.values.get("given")
    code = "nothing_in_list" if given in (None, "") else "not_in_list"
    return replace(problem, code=code, values={"given": given})


def _body(book: Book, cells: Cells) -> dict[str, Any]:
    said = {row: book.entered("body", row) for row in book.areas["body"].rows}
    for row in ("ags", "name", "body", "state", "population"):
        book.note(cells, ("municipality", row), "body", (row, "value"))
    for row in ("date", "note"):
        book.note(cells, (row,), "body", (row, "value"))
    book.note(cells, ("municipality",), "body", ("ags", "value"))
    described = {
        "name": text(said["name"]),
        "body": choices.of_bodies(book.language).value(said["body"]),
        "state": choices.of_states(book.language).value(said["state"]),
        "population": number(said["population"]),
    }
    by_hand = {key: value for key, value in described.items() if value is not None}
    ags = municipality_key(said["ags"])
    return {
        "municipality": {"ags": ags} if ags is not None else by_hand,
        "date": day(said["date"]),
        "note": text(said["note"]),
    }


def _answers(book: Book, cells: Cells) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for question in book.model.questionnaire.questions:
        entered = book.entered("answers", question.id)
        value = choices.of_question(question, book.language).value(entered)
        texts = {
            column: said
            for column in book.areas["answers"].columns[1:]
            if (said := text(book.entered("answers", question.id, column))) is not None
        }
        for column in ("comment", "evidence", "respondent", "reason"):
            book.note(cells, ("answers", question.id, column), "answers", (question.id, column))
        book.note(cells, ("answers", question.id), "answers", (question.id, "value"))
        answers[question.id] = _answer(question, value, texts)
    return answers


def _answer(question: Any, value: Any, texts: dict[str, str]) -> Any:
    """An answer in the long form of the answer file, so that a text is never taken for a state."""
    if value in ("unknown", "not_applicable"):
        return {"state": value, **texts}
    if isinstance(question, SeveralQuestion) and value == choices.NONE:
        value = []
    if isinstance(question, SeveralQuestion) and isinstance(value, str):
        value = [part for part in (item.strip() for item in value.split(",")) if part]
    if value is None:
        return texts or None
    return {"value": value, **texts}


def _factors(book: Book, cells: Cells) -> dict[str, Any]:
    factors = book.model.recommendation.factor_by_id
    found = {}
    for id in book.areas["factors"].rows:
        book.note(cells, ("factors", id), "factors", (id, "value"))
        allowed = choices.of_factor(factors[id], book.language)
        found[id] = allowed.value(book.entered("factors", id))
    return found


def _applications(book: Book, cells: Cells) -> list[dict[str, Any]]:
    area, lists = book.areas["applications"], application_choices(book.model, book.language)
    planned: list[dict[str, Any]] = []
    for row in area.rows:
        said = {
            column: _chosen(lists.get(column), book.entered("applications", row, column))
            for column in area.columns
        }
        if all(value is None for value in said.values()):
            continue
        index = len(planned)
        for column in area.columns:
            key: Place = tuple(column.split(".", 1)) if "." in column else (column,)
            shown = {"factor": "factors", "trait": "traits"}.get(str(key[0]), str(key[0]))
            place = ("applications", index, shown, *key[1:])
            book.note(cells, place, "applications", (row, column))
        book.note(cells, ("applications", index), "applications", (row, "archetype"))
        planned.append(_application(said, index, {str(one["id"]) for one in planned}))
    return planned


def _chosen(allowed: Choices | None, entered: Any) -> Any:
    return allowed.value(entered) if allowed else text(entered)


def _application(said: Mapping[str, Any], index: int, taken: set[str]) -> dict[str, Any]:
    own = said["archetype"] == OWN
    factors = {
        column.removeprefix("factor."): level
        for column, level in said.items()
        if column.startswith("factor.") and level is not None
    }
    traits = [
        column.removeprefix("trait.")
        for column, marked in said.items()
        if column.startswith("trait.") and marked is not None
    ]
    plain = ("title", "priority", "benefit", "field", "technology", "ai_act")
    entry = {key: said[key] for key in plain if said[key] is not None}
    archetype = None if own else said["archetype"] or ""
    entry |= {"id": said["id"] or _new_id(archetype, index, taken), "archetype": archetype}
    if factors:
        entry["factors"] = factors
    if own or traits:
        entry["traits"] = traits
    return entry


def _new_id(archetype: Any, index: int, taken: set[str]) -> str:
    """An id for a row whose short name was left empty."""
    wanted = archetype if isinstance(archetype, str) and archetype else f"application-{index + 1}"
    return wanted if wanted not in taken else f"{wanted}-{index + 1}"


def _plan(book: Book, cells: Cells) -> dict[str, Any] | None:
    found = {}
    for row in book.areas["plan"].rows:
        book.note(cells, ("plan", row), "plan", (row, "value"))
        value = book.entered("plan", row)
        if value is not None:
            found[row] = text(value) if row == "start" else number(value)
    return found or None


def _targets(book: Book, cells: Cells) -> dict[str, Any]:
    found = {}
    for id in book.areas["targets"].rows:
        book.note(cells, ("targets", id), "targets", (id, "value"))
        value = book.entered("targets", id)
        if value is not None:
            found[id] = number(value)
    return found
