"""Puts stand-ins where a question is faulty, so that the rest of it can be judged all the same."""

from typing import Any

from pydantic import ValidationError

from assessment.questionnaire.documents import Faults
from assessment.questionnaire.draft.parts import Placed
from assessment.questionnaire.model import (
    ChoiceQuestion,
    ContextQuestion,
    LevelsQuestion,
    NumberPoint,
    NumberQuestion,
    Option,
    SeveralQuestion,
    Text,
)

KINDS: dict[str, Any] = {
    "levels": LevelsQuestion,
    "choice": ChoiceQuestion,
    "several": SeveralQuestion,
    "number": NumberQuestion,
    "context": ContextQuestion,
}

_WORDS = Text(de="-", en="-")
_STAND_INS: dict[str, Any] = {
    "id": "-",
    "topic": "-",
    "text": _WORDS,
    "help": _WORDS,
    "levels": (_WORDS, _WORDS),
    "options": (Option(id="-", text=_WORDS, value=0), Option(id="-", text=_WORDS, value=1)),
    "points": (NumberPoint(at=0, value=0), NumberPoint(at=1, value=1)),
}


def mended(faults: Faults, kind: str, index: int) -> Placed[Any] | None:
    """The question with stand-ins under its faulty keys; None if nothing can be made of it."""
    value = faults.document.value[index]
    fields = KINDS[kind].model_fields
    unsure = faults.keys_at_fault((index,))
    sound = {key: value[key] for key in fields if key in value and key not in unsure}
    needed = {key: _STAND_INS[key] for key in _STAND_INS if key in fields and key not in sound}
    if kind == "context":
        needed.pop("options", None)
    try:
        part = KINDS[kind].model_validate(needed | sound)
    except ValidationError:
        return None
    return Placed(part, (index,), faults, frozenset(unsure | needed.keys()))
