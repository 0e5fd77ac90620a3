"""Checks a document's values against a pydantic type and names every fault with its place."""

import difflib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents.document import Document
from assessment.questionnaire.documents.form import Place

T = TypeVar("T")


class Faults:
    """Collects the problems of one document; what stands in a faulty place is not judged twice."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._places = {fault.place for fault in document.faults}
        self._found = list(document.problems)
        self._noted = set(self._places)

    def add(self, code: str, place: Place, **values: object) -> None:
        """Note a problem at a place, unless the place could not be read rightly anyway."""
        if not any(place[:end] in self._places for end in range(len(place) + 1)):
            self._found.append(self.document.problem(code, place, **values))
            self._noted.add(place)

    def keys_at_fault(self, place: Place) -> frozenset[str | int]:
        """The keys of the value at a place under which anything was found to be wrong."""
        depth = len(place)
        return frozenset(
            noted[depth] for noted in self._noted if len(noted) > depth and noted[:depth] == place
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, in the order of the file."""
        return tuple(sorted(self._found, key=lambda problem: problem.line or 0))

    def raise_if_any(self) -> None:
        """Raise Invalid with everything found."""
        if self._found:
            raise Invalid(self.problems)


def checked(faults: Faults, type_: type[T], place: Place = ()) -> T | None:
    """The value at a place of the document as this type; None, and problems noted, if it is not.

    Types are taken strictly: "3" is no number and 1 is no text. Dates may be texts.
    """
    value = _at(faults.document.value, place)
    try:
        adapter: TypeAdapter[T] = _adapter(cast(Hashable, type_))
        return adapter.validate_json(json.dumps(value, default=_date), strict=True)
    except ValidationError as error:
        for detail in _telling(error.errors(include_url=False)):
            _note(detail, value, place, faults)
        return None


def closest(given: object, known: Iterable[str]) -> str | None:
    """The known id that was probably meant, if one is near enough."""
    return next(iter(difflib.get_close_matches(str(given), list(known), n=1, cutoff=0.7)), None)


def _telling(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The details without "too few" where entries are there, but are faulty themselves."""
    places = [detail["loc"] for detail in details]
    for detail in details:
        place = detail["loc"]
        inner = (other for other in places if len(other) > len(place))
        if detail["type"] != "too_short" or all(other[: len(place)] != place for other in inner):
            yield detail


@cache
def _adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


def _date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a plain value: {value!r}")


def _at(value: Any, place: Place) -> Any:
    for part in place:
        value = value[part]
    return value


_MISSING = "missing"
_EXPECTED = {
    "string_type": "text",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "bool_type": "boolean",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "none_required": "nothing",
}
_LIMITS = {
    "greater_than_equal": ("too_small", "ge"),
    "greater_than": ("not_above", "gt"),
    "less_than_equal": ("too_large", "le"),
    "too_short": ("too_few", "min_length"),
    "too_long": ("too_many", "max_length"),
}

_PLAIN = {
    "extra_forbidden": "unknown_key",
    "string_too_short": "empty_text",
    "union_tag_not_found": "unknown_statement",
}


def _note(detail: ErrorDetails, value: Any, place: Place, faults: Faults) -> None:
    kind, context = detail["type"], detail.get("ctx", {})
    own = _own_place(value, detail["loc"], must_end=kind in {_MISSING, "extra_forbidden"})
    code, values = _code(kind, context, own)
    if code not in {"missing_key", "missing_translation", "too_few"}:
        values["given"] = own[-1] if code == "unknown_key" and own else detail["input"]
    faults.add(code, (*place, *own), **values)


def _code(kind: str, context: Mapping[str, Any], own: Place) -> tuple[str, dict[str, object]]:
    """The code of a problem of this kind, with its details."""
    name = str(own[-1]) if own else ""
    if kind == _MISSING:
        return ("missing_translation" if name in {"de", "en"} else "missing_key"), {"key": name}
    if kind in _EXPECTED:
        return "wrong_type", {"expected": _EXPECTED[kind]}
    if kind in _LIMITS:
        code, limit = _LIMITS[kind]
        return code, {"limit": context[limit]}
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        allowed = context.get("expected_tags") or context.get("expected", "")
        return "not_one_of", {"allowed": str(allowed).replace("'", "").replace(" or ", ", ")}
    return _PLAIN.get(kind, "not_valid"), {}


def _own_place(value: Any, location: tuple[str | int, ...], *, must_end: bool) -> Place:
    """The location without the names of alternatives that pydantic puts between the keys.

    Of all ways to walk the value along the location, the one that skips least; `must_end` keeps the
    last part, which is a key that is missing or too much.
    """
    walks = _walks(value, location, must_end=must_end)
    return min(walks, key=lambda walk: walk[0])[1] if walks else location


def _walks(
    value: Any, location: tuple[str | int, ...], *, must_end: bool
) -> list[tuple[int, Place]]:
    if not location:
        return [(0, ())]
    head, rest = location[0], location[1:]
    walks: list[tuple[int, Place]] = []
    if isinstance(value, dict) and not rest and must_end:
        return [(0, (head,))]
    if _leads_on(value, head):
        walks += [
            (skipped, (head, *walk))
            for skipped, walk in _walks(value[head], rest, must_end=must_end)
        ]
    if isinstance(head, str) and (rest or not must_end):
        walks += [(skipped + 1, walk) for skipped, walk in _walks(value, rest, must_end=must_end)]
    return walks


def _leads_on(value: Any, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and part < len(value)
