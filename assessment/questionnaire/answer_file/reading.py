"""Reads an answer file; every problem is reported at once, with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assessment.questionnaire.answer_file import entries, plans
from assessment.questionnaire.answer_file.answer import answer
from assessment.questionnaire.answer_file.body import municipality
from assessment.questionnaire.answer_file.vocabulary import Vocabulary
from assessment.questionnaire.answers import UNANSWERED, Answer, Assessment
from assessment.questionnaire.documents import (
    Document,
    Faults,
    Place,
    closest,
    parse_document,
    read_document,
)

REQUIRED = ("questionnaire", "municipality", "date", "answers")
KEYS = (*REQUIRED, "note", "factors", "applications", "plan", "targets")


def read_answer_file(path: Path, vocabulary: Vocabulary) -> Assessment:
    """The assessment in a file. Raises Invalid with every problem."""
    return assessment_of(read_document(path), vocabulary)


def parse_answers(data: bytes, *, file: str, vocabulary: Vocabulary) -> Assessment:
    """The assessment in these bytes; `file` is what problems call them. Raises Invalid."""
    return assessment_of(parse_document(data, file=file), vocabulary)


def assessment_of(document: Document, vocabulary: Vocabulary) -> Assessment:
    """The assessment in a document, whatever kind of file it was. Raises Invalid."""
    faults = Faults(document)
    top = entries.mapping(faults, document.value, (), known=KEYS, required=REQUIRED) or {}
    if "questionnaire" in top:
        _note_other_questionnaire(faults, top["questionnaire"], vocabulary)
    read = {
        key: part(faults, top[key], (key,), vocabulary)
        for key, part in _PARTS.items()
        if top.get(key) is not None or (key in top and key in REQUIRED)
    }
    faults.raise_if_any()
    return Assessment(questionnaire=vocabulary.questionnaire.reference, **read)


def _note_other_questionnaire(faults: Faults, given: Any, vocabulary: Vocabulary) -> None:
    expected = vocabulary.questionnaire.reference
    place: Place = ("questionnaire",)
    if not isinstance(given, str):
        faults.add("wrong_type", place, expected="text", given=given)
    elif given.split("@")[0] != vocabulary.questionnaire.id:
        faults.add("other_questionnaire", place, given=given, allowed=expected)
    elif given != expected:
        faults.add("other_version", place, given=given, allowed=expected)


def _answers(faults: Faults, given: Any, place: Place, vocabulary: Vocabulary) -> dict[str, Answer]:
    """The answers by question; what is unanswered and without a comment is left out."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        faults.add("wrong_type", place, expected="mapping", given=given)
        return {}
    questions = vocabulary.questionnaire.by_id
    found: dict[str, Answer] = {}
    for name, value in given.items():
        inner = (*place, name)
        if name not in questions:
            hint = closest(name, questions)
            faults.add("unknown_question", inner, given=name, suggestion=hint)
        elif (read := answer(faults, questions[name], value, inner)) != UNANSWERED:
            found[name] = read
    return found


def _body_factors(
    faults: Faults, given: Any, place: Place, vocabulary: Vocabulary
) -> dict[str, int | None]:
    known = {name: whose for name, whose in vocabulary.factors.items() if whose == "body"}
    return plans.factors(faults, given, place, known)


_PARTS: dict[str, Callable[[Faults, Any, Place, Vocabulary], Any]] = {
    "municipality": lambda faults, given, place, of: municipality(faults, given, place, of.bodies),
    "date": lambda faults, given, place, _: entries.day(faults, given, place),
    "answers": _answers,
    "factors": _body_factors,
    "applications": plans.applications,
    "plan": lambda faults, given, place, _: plans.plan(faults, given, place),
    "targets": plans.targets,
    "note": lambda faults, given, place, _: entries.words(faults, given, place, most=200),
}
