"""Members and districts as a person names them: by key or by name."""

import re
from dataclasses import replace

from assessment.errors import Problem
from assessment.municipality.register import by_ags, district_name
from assessment.municipality.search import named, search

_DIGITS = 5  # of the key of a district or county
_ALL_DIGITS = 8  # of a municipality's
_WITHOUT_ZERO = frozenset({_DIGITS - 1, _ALL_DIGITS - 1})  # as spreadsheets leave them
_KEYS = _WITHOUT_ZERO | {_DIGITS, _ALL_DIGITS}
_PARTED = re.compile("[\n,;/|]")


def member_key(said: str) -> str:
    """The key of a body, also of a name that only one has; else what was said."""
    key = "".join(said.split())
    if key.isdecimal():
        return key.zfill(len(key) + 1) if len(key) in _WITHOUT_ZERO else key
    found = named(said)
    return found.ags if found and found.ags else said


def district_key(said: str) -> str:
    """The five digits of a district, also of a name that only one has; else what was said."""
    key = member_key(said)
    if len(key) == _DIGITS:
        return key
    is_name = key != said and not said[0].isdigit()
    # A city that is its own district, or a municipality in one.
    return key[:_DIGITS] if is_name and by_ags(key).district is None else said


def names_in(text: str) -> tuple[str, ...]:
    """Keys and names in a text, one to a line or parted by commas; keys also by spaces."""
    found: list[str] = []
    for part in _PARTED.split(text):
        words = part.split()
        whole = all(word.isdecimal() and len(word) in _KEYS for word in words)
        found += words if whole else [" ".join(words)]
    return tuple(dict.fromkeys(found))


def with_similar(problem: Problem, count: int = 3) -> Problem:
    """The problem; of a district that is none with those of a similar name, each with its key."""
    if problem.code != "unknown_district":
        return problem
    given = str(problem.values["given"])
    keys = dict.fromkeys((one.ags or "")[:_DIGITS] for one in search(given))
    similar = ", ".join(f"{key} ({district_name(key)})" for key in list(keys)[:count])
    return replace(problem, values={"given": given, "suggestion": similar})
