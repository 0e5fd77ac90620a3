"""Problems in words: what is wrong, and what to do about it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from assessment.errors import Problem
from assessment.wording.catalogue import N_, translator
from assessment.wording.names import name
from assessment.wording.problems.of_brands import OF_BRANDS
from assessment.wording.problems.of_files import OF_ANSWERS, OF_FILES
from assessment.wording.problems.of_models import OF_BRIDGES, OF_MEASURES, OF_MODELS
from assessment.wording.problems.of_rounds import OF_ROUNDS
from assessment.wording.problems.of_use import OF_USE, REASONS

PROBLEMS: Mapping[str, tuple[str, str]] = (
    OF_ROUNDS | OF_FILES | OF_ANSWERS | OF_MODELS | OF_BRIDGES | OF_MEASURES | OF_USE | OF_BRANDS
)
"""By code: what is wrong, and the remedy, which may be empty."""

LONGEST_SHOWN = 60
MOST_POSSIBLE = 100

_UNKNOWN_CODE = (N_("Something is wrong here ({code})."), "")
_DID_YOU_MEAN = N_("Did you mean “{suggestion}”?")
_POSSIBLE = N_("Possible are: {allowed}.")
# They would act on a terminal, or end the sentence early.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def problem_text(
    problem: Problem, language: str, remedies: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, str]:
    """What is wrong, and what to do, in whole sentences; the place is not repeated.

    `remedies` by code stand in place of the usual ones, which are those of the command line.
    """
    _ = translator(language).gettext
    what, usual = PROBLEMS.get(problem.code, _UNKNOWN_CODE)
    remedy = remedies.get(problem.code, usual)
    shown = {key: _shown(key, value, language) for key, value in problem.values.items()}
    values = _Values(shown, code=problem.code)
    to_do = [
        _(sentence).format_map(values)
        for sentence in (_hint(problem), remedy, _possible(problem))
        if sentence
    ]
    return _(what).format_map(values), " ".join(to_do)


class _Values(dict[str, str]):
    """Values by name; nothing for one that was not given, rather than a traceback."""

    def __missing__(self, key: str) -> str:
        return ""


def _hint(problem: Problem) -> str:
    return _DID_YOU_MEAN if problem.values.get("suggestion") else ""


def _possible(problem: Problem) -> str:
    """The sentence with what is possible, unless that is too much to look through."""
    allowed = problem.values.get("allowed")
    return _POSSIBLE if allowed and str(allowed).count(", ") < MOST_POSSIBLE else ""


def _shown(key: str, value: object, language: str) -> str:
    """A value from somebody's file, made harmless and short."""
    if key == "expected":
        return name("expected", str(value), language)
    if key == "reason" and value in REASONS:
        return translator(language).gettext(str(value))
    if key == "ratio":  # worked out by us; what stands in a file is shown as it stands there
        return str(value).replace(".", "," if language == "de" else ".")
    text = _CONTROL.sub("�", _plain(value))
    return (
        text
        if key in {"allowed", "columns"} or len(text) <= LONGEST_SHOWN
        else text[:LONGEST_SHOWN] + "…"
    )


def _plain(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case dict():
            return "{…}"
        case list() | tuple():
            return "[…]"
    return str(value)
