"""Reads an answer file; every problem is reported at once, with its place."""

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
    return _assessment(read_document(path), vocabulary)


def parse_answers(data: bytes, *, file: str, vocabulary: Vocabulary) -> Assessment:
    """The assessment in these bytes; `file` is what problems call them. Raises Invalid."""
    return _assessment(parse_document(data, file=file), vocabulary)


def _assessment(document: Document, vocabulary: Vocabulary) -> Assessment:
    faults = Faults(document)
    top = entries.mapping(faults, document.value, (), known=KEYS, required=REQUIRED) or {}
    if "questionnaire" in top:
        _note_other_questionnaire(faults, top["questionnaire"], vocabulary)
    of_body = {name: whose for name, whose in vocabulary.factors.items() if whose == "body"}
    body = (
        municipality(faults, top["municipality"], ("municipality",))
        if "municipality" in top
        else None
    )
    date = entries.day(faults, top["date"], ("date",)) if "date" in top else None
    parts: dict[str, Any] = {
        "answers": _answers(faults, top.get("answers"), ("answers",), vocabulary),
        "factors": plans.factors(faults, top.get("factors"), ("factors",), of_body),
        "applications": plans.applications(
            faults, top.get("applications"), ("applications",), vocabulary
        ),
        "plan": plans.plan(faults, top.get("plan"), ("plan",)),
        "targets": plans.targets(faults, top.get("targets"), ("targets",), vocabulary),
        "note": entries.text(faults, top, "note", (), most=200),
    }
    faults.raise_if_any()
    return Assessment(vocabulary.questionnaire.reference, body, date, **parts)


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
