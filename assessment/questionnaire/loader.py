"""Reads a questionnaire folder: questionnaire.yaml, questions/*.yaml and plausibility.yaml."""

from pathlib import Path
from typing import Any, TypeVar

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Faults, checked, closest, read_document
from assessment.questionnaire.draft import Draft, Placed
from assessment.questionnaire.model import (
    ChoiceQuestion,
    ContextQuestion,
    LevelsQuestion,
    NumberQuestion,
    PlausibilityRule,
    Questionnaire,
    SeveralQuestion,
)
from assessment.questionnaire.validator import note_faults

T = TypeVar("T")

KINDS: dict[str, Any] = {
    "levels": LevelsQuestion,
    "choice": ChoiceQuestion,
    "several": SeveralQuestion,
    "number": NumberQuestion,
    "context": ContextQuestion,
}


def load_questionnaire(folder: Path) -> Questionnaire:
    """The questionnaire in the folder, checked. Raises Invalid with the faults of all its files."""
    reading = _Reading(folder)
    frame = reading.frame()
    questions = reading.questions()
    rules = reading.rules()
    draft = Draft(frame, tuple(questions), tuple(rules), frozenset(reading.question_ids))
    note_faults(draft)
    if (problems := reading.problems) or frame is None:
        raise Invalid(problems)
    return Questionnaire.model_validate(
        {name: getattr(frame.part, name) for name in type(frame.part).model_fields}
        | {"questions": draft.in_order(), "plausibility": tuple(rule.part for rule in rules)},
        by_name=True,
    )


class _Reading:
    """The files of one folder and what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unread: list[Problem] = []
        self._faults: list[Faults] = []
        self.question_ids: set[str] = set()

    def frame(self) -> Placed[Questionnaire] | None:
        """Everything but the questions and the plausibility rules."""
        faults = self._read("questionnaire.yaml")
        if faults is None:
            return None
        value = faults.document.value
        for key in ("questions", "plausibility"):
            if isinstance(value, dict) and key in value:
                faults.add("unknown_key", (key,), given=key)
        if isinstance(value, dict):
            value |= {"questions": [], "plausibility": []}
        part = checked(faults, Questionnaire)
        return None if part is None else Placed(part, (), faults)

    def questions(self) -> list[Placed[Any]]:
        """The questions that can be understood, file by file."""
        found: list[Placed[Any]] = []
        files = sorted((self._folder / "questions").glob("*.yaml"))
        for path in files:
            faults = self._read(f"questions/{path.name}")
            found += [
                Placed(part, (index,), faults)
                for index, value in _items(faults)
                if faults is not None and (part := self._question(faults, index, value))
            ]
        if not files:
            self._unread.append(Problem("no_questions", file="questions"))
        return found

    def rules(self) -> list[Placed[PlausibilityRule]]:
        """The plausibility rules that can be understood; there need not be any."""
        if not (self._folder / "plausibility.yaml").exists():
            return []
        faults = self._read("plausibility.yaml")
        return [
            Placed(part, (index,), faults)
            for index, _ in _items(faults)
            if faults is not None and (part := checked(faults, PlausibilityRule, (index,)))
        ]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with all files, file by file."""
        return [*self._unread, *(p for faults in self._faults for p in faults.problems)]

    def _question(self, faults: Faults, index: int, value: Any) -> Any:
        if not isinstance(value, dict):
            return checked(faults, LevelsQuestion, (index,))
        if isinstance(value.get("id"), str):
            self.question_ids.add(value["id"])
        kind = value.get("kind")
        if kind is None:
            faults.add("missing_key", (index, "kind"), key="kind")
            return None
        if not isinstance(kind, str) or kind not in KINDS:
            hint = closest(kind, KINDS)
            values = {"given": kind, "allowed": ", ".join(KINDS), "suggestion": hint}
            faults.add("not_one_of", (index, "kind"), **values)
            return None
        return checked(faults, KINDS[kind], (index,))

    def _read(self, name: str) -> Faults | None:
        try:
            document = read_document(self._folder / name, shown_as=name)
        except Invalid as error:
            self._unread += error.problems
            return None
        faults = Faults(document)
        self._faults.append(faults)
        return faults


def _items(faults: Faults | None) -> list[tuple[int, Any]]:
    """The items of a file that holds a list."""
    if faults is None:
        return []
    if not isinstance(faults.document.value, list):
        faults.add("wrong_type", (), expected="list", given=faults.document.value)
        return []
    return list(enumerate(faults.document.value))
