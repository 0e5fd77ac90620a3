"""Reads a questionnaire folder: questionnaire.yaml, questions/*.yaml and plausibility.yaml."""

from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Faults, checked, closest, read_document
from assessment.questionnaire.draft import Draft, Placed
from assessment.questionnaire.draft.mending import KINDS, mended
from assessment.questionnaire.model import PlausibilityRule, Questionnaire
from assessment.questionnaire.validator import note_faults, note_weightless


def load_questionnaire(folder: Path) -> Questionnaire:
    """The questionnaire in the folder, checked. Raises Invalid with the faults of all its files."""
    reading = _Reading(folder)
    draft = reading.draft()
    note_faults(draft)
    if draft.frame and not reading.problems:
        note_weightless(draft.frame, draft.questions)
    if (problems := reading.problems) or draft.frame is None:
        raise Invalid(problems)
    frame = draft.frame.part
    return Questionnaire.model_validate(
        {name: getattr(frame, name) for name in Questionnaire.model_fields}
        | {
            "questions": tuple(question.part for question in draft.in_order()),
            "plausibility": tuple(rule.part for rule in draft.rules),
        },
        by_name=True,
    )


class _Reading:
    """The files of one folder and what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unread: list[Problem] = []
        self._faults: list[Faults] = []
        self._question_ids: set[str] = set()

    def draft(self) -> Draft:
        """Everything in the folder, as far as it can be understood."""
        faults = self._read("questionnaire.yaml")
        value = faults.document.value if faults else None
        dimensions = _entries(value, "dimensions")
        topics = [topic for dimension in dimensions for topic in _entries(dimension, "topics")]
        return Draft(
            frame=self._frame(faults) if faults else None,
            questions=tuple(self._questions()),
            rules=tuple(self._rules()),
            question_ids=frozenset(self._question_ids),
            topic_ids=_ids(topics) if faults else None,
            role_ids=_ids(_entries(value, "roles")) if faults else None,
        )

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with all files, file by file."""
        return [*self._unread, *(p for faults in self._faults for p in faults.problems)]

    def _frame(self, faults: Faults) -> Placed[Questionnaire] | None:
        """Everything but the questions and the plausibility rules, which have their own files."""
        value = faults.document.value
        for key in ("questions", "plausibility"):
            if isinstance(value, dict) and key in value:
                faults.add("unknown_key", (key,), given=key)
        if isinstance(value, dict):
            value |= {"questions": [], "plausibility": []}
        part = checked(faults, Questionnaire)
        return None if part is None else Placed(part, (), faults)

    def _questions(self) -> list[Placed[Any]]:
        found: list[Placed[Any]] = []
        files = sorted((self._folder / "questions").glob("*.yaml"))
        for path in files:
            if (faults := self._read(f"questions/{path.name}")) is not None:
                placed = [self._question(faults, *item) for item in _items(faults)]
                found += [question for question in placed if question is not None]
        if not files:
            self._unread.append(Problem("no_questions", file="questions"))
        return found

    def _rules(self) -> list[Placed[PlausibilityRule]]:
        """The plausibility rules that can be understood; there need not be any."""
        if not (self._folder / "plausibility.yaml").exists():
            return []
        if (faults := self._read("plausibility.yaml")) is None:
            return []
        return [
            Placed(part, (index,), faults)
            for index, _ in _items(faults)
            if (part := checked(faults, PlausibilityRule, (index,)))
        ]

    def _question(self, faults: Faults, index: int, value: Any) -> Placed[Any] | None:
        if not isinstance(value, dict):
            faults.add("wrong_type", (index,), expected="mapping", given=value)
            return None
        if isinstance(value.get("id"), str):
            self._question_ids.add(value["id"])
        kind = value.get("kind")
        if isinstance(kind, str) and kind in KINDS:
            part = checked(faults, KINDS[kind], (index,))
            return Placed(part, (index,), faults) if part else mended(faults, kind, index)
        if kind is None:
            faults.add("missing_key", (index, "kind"), key="kind")
            return None
        values = {"given": kind, "allowed": ", ".join(KINDS), "suggestion": closest(kind, KINDS)}
        faults.add("not_one_of", (index, "kind"), **values)
        return None

    def _read(self, name: str) -> Faults | None:
        try:
            document = read_document(self._folder / name, shown_as=name)
        except Invalid as error:
            self._unread += error.problems
            return None
        self._faults.append(Faults(document))
        return self._faults[-1]


def _items(faults: Faults) -> list[tuple[int, Any]]:
    """The items of a file that holds a list."""
    if not isinstance(faults.document.value, list):
        faults.add("wrong_type", (), expected="list", given=faults.document.value)
        return []
    return list(enumerate(faults.document.value))


def _entries(value: Any, key: str) -> list[Any]:
    """The list under a key, whatever else may be wrong with the value."""
    entries = value.get(key) if isinstance(value, dict) else None
    return entries if isinstance(entries, list) else []


def _ids(entries: list[Any]) -> tuple[str, ...]:
    ids = (entry.get("id") for entry in entries if isinstance(entry, dict))
    return tuple(id_ for id_ in ids if isinstance(id_, str))
