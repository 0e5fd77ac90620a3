"""Reads JSON strictly: repeated keys and numbers that are none are faults."""

import json
import math
from typing import Any

from assessment.questionnaire.documents.form import MAX_DEPTH, Form, Place


def read_json(text: str, form: Form) -> Any:
    """The value the text stands for; what is wrong with its form is noted in `form`."""
    try:
        raw = json.loads(text, object_pairs_hook=_Pairs, parse_int=_integer)
    except json.JSONDecodeError as error:
        form.stop("json_syntax", (), error.lineno, column=error.colno)
    except RecursionError:
        form.stop("too_deep", (), None, limit=MAX_DEPTH)
    return _value(raw, (), form)


class _Pairs(tuple[Any, ...]):
    """The entries of an object as they stand, repeated keys included."""

    __slots__ = ()


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= 18 else float("inf")


def _value(raw: Any, place: Place, form: Form) -> Any:
    form.enter(place)
    match raw:
        case _Pairs():
            return _object(raw, place, form)
        case list():
            return [_value(item, (*place, index), form) for index, item in enumerate(raw)]
        case str():
            return form.text(raw, place)
        case float() if not math.isfinite(raw):
            form.add("unusable_number", place, given=str(raw))
    return raw


def _object(pairs: _Pairs, place: Place, form: Form) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for key, raw in pairs:
        inner = (*place, form.text(key, place))
        if key in entries:
            form.add("repeated_key", inner, given=key)
        else:
            entries[key] = _value(raw, inner, form)
    return entries
