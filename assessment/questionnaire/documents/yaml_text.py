"""Reads YAML strictly: what readers of YAML understand differently has to be put in quotes.

The events of libyaml are turned into values here, not by PyYAML's constructors: so every line
number is known, no tag can make an object, and aliases, which can grow a small file into
gigabytes, are never expanded.
"""

import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from assessment.questionnaire.documents.form import Form, Place, unusable_character

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_YES_NO = {"yes", "no", "on", "off"}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_yaml(text: str, form: Form) -> Any:
    """The value the text stands for; what is wrong with its form is noted in `form`."""
    if found := unusable_character(text):
        line = text.count("\n", 0, found.start()) + 1
        form.stop("bad_character", (), line, character=f"U+{ord(found[0]):04X}")
    try:
        return _Reader(yaml.parse(text, Loader=_LOADER), form).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        code = "yaml_tab" if _begins_with_tab(text, line) else "yaml_syntax"
        form.stop(code, (), line, column=column)
    except yaml.YAMLError:
        form.stop("yaml_syntax", (), None, column=1)


def _begins_with_tab(text: str, line: int) -> bool:
    lines = text.splitlines()[line - 1 : line]
    return any("\t" in found[: len(found) - len(found.lstrip())] for found in lines)


class _Reader:
    """Turns a stream of events into a value, place by place."""

    def __init__(self, events: Iterator[yaml.Event], form: Form) -> None:
        self._events = events
        self._form = form

    def document(self) -> Any:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._form.stop("several_documents", (), _line(following))
        return value

    def _value(self, event: yaml.Event, place: Place) -> Any:
        line = _line(event)
        self._form.enter(place, line)
        self._form.lines.setdefault(place, line)
        if tag := getattr(event, "tag", None):
            self._form.add("yaml_tag", place, line, given=tag)
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(place)
            case yaml.SequenceStartEvent():
                return self._sequence(place)
            case yaml.ScalarEvent():
                return self._scalar(event, place)
        self._form.add("yaml_alias", place, line, given=f"*{getattr(event, 'anchor', '')}")
        return None

    def _sequence(self, place: Place) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*place, len(items))))
        return items

    def _mapping(self, place: Place) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, place)
            inner = (*place, key)
            if key in entries:
                line = _line(event)
                self._form.add("repeated_key", inner, line, given=key, first=first[key])
            first.setdefault(key, _line(event))
            self._form.lines.setdefault(inner, _line(event))
            entries.setdefault(key, self._value(next(self._events), inner))
        return entries

    def _key(self, event: yaml.Event, place: Place) -> str:
        """A key is text as it stands, so `2026:` and `yes:` are what they look like."""
        if not isinstance(event, yaml.ScalarEvent):
            self._form.stop("yaml_key", place, _line(event))
        return self._form.text(event.value, place, _line(event))

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Any:
        if not event.implicit[0]:
            return self._form.text(event.value, place, _line(event))
        text = event.value
        lowered = text.lower()
        if lowered in _WORDS:
            return _WORDS[lowered]
        if lowered in _YES_NO:
            self._form.add("yaml_yes_no", place, _line(event), given=text)
        elif _LEADING_ZERO.fullmatch(text):
            self._form.add("leading_zero", place, _line(event), given=text)
        return self._number_date_or_text(text, place, _line(event))

    def _number_date_or_text(self, text: str, place: Place, line: int) -> Any:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            number = float(text)
            if not math.isfinite(number):
                self._form.add("unusable_number", place, line, given=text)
            return number
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return text
        return self._form.text(text, place, line)


def _line(event: yaml.Event) -> int:
    # PyYAML fills in the mark of every event it reads.
    return event.start_mark.line + 1 if event.start_mark else 1
