"""Takes single values out of a document, noting whatever is wrong with them."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from assessment.questionnaire.documents import Faults, Place, closest

Entry = dict[str, Any]

LONGEST_TEXT = 5_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


def mapping(
    faults: Faults, value: Any, place: Place, *, known: Iterable[str], required: Iterable[str] = ()
) -> Entry | None:
    """The value as a mapping of known keys; None if it is none."""
    if not isinstance(value, dict):
        faults.add("wrong_type", place, expected="mapping", given=value)
        return None
    known = tuple(known)
    for key in (key for key in value if key not in known):
        faults.add("unknown_key", (*place, key), given=key, suggestion=closest(key, known))
    for key in required:
        if key not in value:
            faults.add("missing_key", (*place, key), key=key)
    return value


def items(faults: Faults, value: Any, place: Place, *, most: int) -> list[Any]:
    """The value as a list; nothing stands for an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        faults.add("wrong_type", place, expected="list", given=value)
        return []
    if len(value) > most:
        faults.add("too_many", place, limit=most, count=len(value))
        return []
    return value


def text(
    faults: Faults, entry: Entry, key: str, place: Place, *, most: int = LONGEST_TEXT
) -> str | None:
    """The text under a key; None if it is absent or blank."""
    return words(faults, entry.get(key), (*place, key), most=most)


def words(faults: Faults, value: Any, place: Place, *, most: int = LONGEST_TEXT) -> str | None:
    """The value as a text; None for nothing, a blank text, and anything else."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        faults.add("wrong_type", place, expected="text", given=value)
        return None
    if len(value) > most:
        faults.add("text_too_long", place, limit=most, count=len(value))
        return None
    return value


def integer(
    faults: Faults, value: Any, place: Place, *, low: int, high: int, code: str = "out_of_range"
) -> int | None:
    """The value as a whole number from `low` to `high`; None, with a fault, for anything else."""
    if isinstance(value, bool) or not isinstance(value, int):
        faults.add("wrong_type", place, expected="integer", given=value)
        return None
    if not low <= value <= high:
        faults.add(code, place, given=value, minimum=low, maximum=high)
        return None
    return value


def number(faults: Faults, value: Any, place: Place) -> int | float | None:
    """The value as a number; None, with a fault, for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        faults.add("wrong_type", place, expected="number", given=value)
        return None
    return value


def day(faults: Faults, value: Any, place: Place) -> date | None:
    """The value as a date of this century."""
    found = _date(value)
    if found is None:
        faults.add("bad_date", place, given=value)
        return None
    if not 2000 <= found.year < 2100:
        faults.add("date_out_of_range", place, given=found)
        return None
    return found


def _date(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != len("2026-11-22"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def one_of(
    faults: Faults, value: Any, place: Place, known: Collection[str], *, code: str
) -> str | None:
    """The value as one of the known ids."""
    if not isinstance(value, str):
        faults.add("wrong_type", place, expected="text", given=value)
        return None
    if value not in known:
        faults.add(
            code,
            place,
            given=value,
            suggestion=closest(value, known),
            allowed=", ".join(sorted(known)),
        )
        return None
    return value


def new_id(faults: Faults, value: Any, place: Place, taken: set[str]) -> str | None:
    """The value as an id that nothing else in the file has."""
    if not isinstance(value, str):
        faults.add("wrong_type", place, expected="text", given=value)
        return None
    if not _ID.fullmatch(value):
        faults.add("bad_id", place, given=value)
        return None
    if value in taken:
        faults.add("repeated_id", place, given=value)
        return None
    taken.add(value)
    return value
