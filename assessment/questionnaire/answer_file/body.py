"""Who answers: a key of the official register, or a body described by hand."""

import re
from collections.abc import Mapping
from typing import Any

from assessment.municipality import STATES, Body, Municipality, UnknownAgs, by_ags, size_class
from assessment.questionnaire.answer_file import entries
from assessment.questionnaire.documents import Faults, Place

_BY_HAND = ("name", "body", "state", "population")
_AGS = re.compile(r"[0-9]{8}|[0-9]{5}")


def municipality(
    faults: Faults, given: Any, place: Place, bodies: Mapping[str, Municipality]
) -> Municipality | None:
    """The body that answers; None, with the problems noted, if it cannot be told.

    `bodies` are known by their keys though the register has them no more.
    """
    if not isinstance(given, dict):
        hint = "ags" if isinstance(given, int | str) else None
        faults.add("municipality_form", place, given=given, key=hint)
        return None
    if "ags" not in given:
        return _by_hand(faults, given, place)
    entries.mapping(faults, given, place, known=("ags",))
    return _registered(faults, given["ags"], (*place, "ags"), bodies)


def _registered(
    faults: Faults, ags: Any, place: Place, bodies: Mapping[str, Municipality]
) -> Municipality | None:
    if isinstance(ags, int) and not isinstance(ags, bool):
        faults.add("ags_unquoted", place, given=ags, quoted=_with_zero(ags))
        return None
    if not isinstance(ags, str) or not _AGS.fullmatch(ags):
        faults.add("bad_ags", place, given=ags)
        return None
    try:
        return by_ags(ags)
    except UnknownAgs as error:
        if ags in bodies:
            return bodies[ags]
        faults.add("unknown_ags", place, given=ags, suggestion=error.suggestion)
        return None


def _with_zero(ags: int) -> str:
    """The digits with the zero that was lost: 5774032 was 05774032."""
    digits = str(ags)
    return digits.zfill(len(digits) + 1) if len(digits) in {4, 7} else digits


def _by_hand(faults: Faults, given: dict[str, Any], place: Place) -> Municipality | None:
    entries.mapping(faults, given, place, known=(*_BY_HAND, "ags"), required=("name", "body"))
    name = entries.text(faults, given, "name", place, most=200)
    if "name" in given and not str("" if given["name"] is None else given["name"]).strip():
        faults.add("empty_text", (*place, "name"))
    codes: dict[str, Any] = {"body": [body.value for body in Body], "state": list(STATES)}
    code = {
        key: entries.one_of(faults, given[key], (*place, key), known, code="not_one_of")
        for key, known in codes.items()
        if key in given and (key == "body" or given[key] is not None)
    }
    population = given.get("population")
    if population is not None:
        inner = (*place, "population")
        population = entries.integer(faults, population, inner, low=1, high=100_000_000)
    kind = code.get("body")
    if name is None or kind is None:
        return None
    body = Body(kind)
    size = size_class(population) if body is Body.MUNICIPALITY else None
    return Municipality(name, body, code.get("state"), population, size_class=size)
