"""One answer as it stands in a file: short (`3`, `unknown`) or long (`{level: 3, ...}`)."""

from datetime import date
from typing import Any

from assessment.questionnaire.answer_file import entries
from assessment.questionnaire.answers import UNANSWERED, Answer, State, Value
from assessment.questionnaire.documents import Faults, Place, closest
from assessment.questionnaire.model import (
    ChoiceQuestion,
    LevelsQuestion,
    NumberQuestion,
    SeveralQuestion,
)

STATES = {"unknown": State.UNKNOWN, "not_applicable": State.NOT_APPLICABLE}
_TEXTS = ("comment", "evidence", "respondent", "reason")


def answer(faults: Faults, question: Any, given: Any, place: Place) -> Answer:
    """The answer that was given; unanswered, with the problems noted, where it cannot be used."""
    if given is None:
        return UNANSWERED
    if isinstance(given, dict):
        return _long(faults, question, given, place)
    state = STATES.get(given) if isinstance(given, str) else None
    if state:
        return _with_state(faults, question, state, place)
    value = _value(faults, question, given, place)
    return UNANSWERED if value is None else Answer(State.ANSWERED, value)


def value_key(question: Any) -> str:
    """The key under which the long form holds this kind of answer."""
    return "level" if isinstance(question, LevelsQuestion) else "value"


def _long(faults: Faults, question: Any, given: dict[str, Any], place: Place) -> Answer:
    key = _value_key_used(question, given)
    entries.mapping(faults, given, place, known=(key, "state", *_TEXTS))
    texts = {name: entries.text(faults, given, name, place) for name in _TEXTS}
    if given.get("state") is not None:
        if given.get(key) is not None:
            faults.add("value_and_state", (*place, key), key=key)
        bare = _state(faults, question, given["state"], (*place, "state"))
    else:
        if texts["reason"] is not None:
            faults.add("reason_without_state", (*place, "reason"))
        raw = given.get(key)
        value = None if raw is None else _value(faults, question, raw, (*place, key))
        bare = UNANSWERED if value is None else Answer(State.ANSWERED, value)
    return Answer(bare.state, bare.value, **texts)


def _value_key_used(question: Any, given: dict[str, Any]) -> str:
    """Levels may be written as `value` as well, but only once."""
    key = value_key(question)
    return "value" if key not in given and "value" in given else key


def _state(faults: Faults, question: Any, given: Any, place: Place) -> Answer:
    state = STATES.get(given) if isinstance(given, str) else None
    if state:
        return _with_state(faults, question, state, place)
    hint = closest(given, STATES)
    faults.add("unknown_state", place, given=given, suggestion=hint, allowed=", ".join(STATES))
    return UNANSWERED


def _with_state(faults: Faults, question: Any, state: State, place: Place) -> Answer:
    if state is State.NOT_APPLICABLE and question.not_applicable is None:
        faults.add("not_applicable_not_allowed", place, question=question.id)
    return Answer(state)


def _value(faults: Faults, question: Any, given: Any, place: Place) -> Value | None:
    """The value, checked against the question's scale."""
    match question:
        case LevelsQuestion():
            return _level(faults, question, given, place)
        case ChoiceQuestion():
            return _option(faults, question, given, place)
        case SeveralQuestion():
            return _options(faults, question, given, place)
        case NumberQuestion():
            return _number(faults, question, given, place)
    if question.options:
        return _option(faults, question, given, place)
    return _words(faults, given, place)


def _level(faults: Faults, question: LevelsQuestion, given: Any, place: Place) -> int | None:
    highest = len(question.levels) - 1
    if isinstance(given, bool) or not isinstance(given, int):
        faults.add("not_a_level", place, given=given, minimum=0, maximum=highest)
        return None
    return entries.integer(faults, given, place, low=0, high=highest, code="level_out_of_range")


def _option(faults: Faults, question: Any, given: Any, place: Place) -> str | None:
    known = [option.id for option in question.options]
    return entries.one_of(faults, given, place, known, code="unknown_option")


def _options(
    faults: Faults, question: SeveralQuestion, given: Any, place: Place
) -> tuple[str, ...] | None:
    if not isinstance(given, list):
        faults.add("wrong_type", place, expected="list", given=given)
        return None
    chosen: list[str] = []
    for index, item in enumerate(given):
        option = _option(faults, question, item, (*place, index))
        if option in chosen:
            faults.add("repeated_item", (*place, index), given=option)
        elif option is not None:
            chosen.append(option)
    return tuple(chosen)


def _number(faults: Faults, question: NumberQuestion, given: Any, place: Place) -> float | None:
    """The number as a float always: so a whole number among values can only be a level."""
    value = entries.number(faults, given, place)
    if value is None:
        return None
    if question.minimum is not None and value < question.minimum:
        faults.add("too_small", place, given=value, limit=question.minimum)
        return None
    if question.maximum is not None and value > question.maximum:
        faults.add("too_large", place, given=value, limit=question.maximum)
        return None
    return float(value)


def _words(faults: Faults, given: Any, place: Place) -> str | None:
    return entries.words(faults, given.isoformat() if isinstance(given, date) else given, place)
