"""The form of a brand: what was typed as entries, and what is wrong beside its field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.report.brand import SLOTS
from assessment.report.brand.contrast import (
    LEAST,
    WHITE,
    contrast,
    hex_colour,
    nearest_darker,
    shown_ratio,
)
from assessment.web.setup.languages import language, problem_words
from assessment.wording import LANGUAGES, translator

CONTACT = ("name", "street", "place", "email", "phone", "web")
TEXTS = ("intro", "closing", "imprint")


@dataclass(frozen=True)
class Colour:
    """Two colours as they would look, whether they can be read, and what to take instead."""

    accent: str
    on_accent: str
    ratio: float
    readable: bool
    nearest: str


def said_from(form: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, as a brand file would say it."""

    def typed(name: str) -> str:
        return form.get(name, "").replace("\r\n", "\n").strip()

    accent = typed("colours.accent")
    said: dict[str, Any] = {
        "name": typed("name"),
        "contact": {key: typed(f"contact.{key}") for key in CONTACT},
        **{key: {code: typed(f"{key}.{code}") for code in LANGUAGES} for key in TEXTS},
        "alt": {slot: {code: typed(f"alt.{slot}.{code}") for code in LANGUAGES} for slot in SLOTS},
    }
    if accent:
        said["colours"] = {"accent": accent, "on_accent": typed("colours.on_accent") or WHITE}
    return said


def flat(said: Mapping[str, Any]) -> dict[str, str]:
    """The same by the names of the fields, such as `contact.email`."""
    fields: dict[str, str] = {}
    for key, value in said.items():
        if isinstance(value, Mapping):
            fields |= {f"{key}.{inner}": text for inner, text in flat(value).items()}
        elif value is not None:
            fields[key] = str(value)
    return fields


def errors_of(refused: Invalid) -> list[tuple[str, str]]:
    """Everything that is wrong: the field's id and what to do, in words."""
    return [(problem.place, told(problem)) for problem in refused.problems]


def told(problem: Problem) -> str:
    """A problem as one text."""
    if (problem.place, problem.code) == ("name", "empty_text"):
        return translator(language()).gettext("Please enter a name.")
    return " ".join(part for part in problem_words(problem) if part)


def colour_of(accent: str, on_accent: str) -> Colour | None:
    """How the colours go together; None as long as they are none."""
    strong, text = hex_colour(accent), hex_colour(on_accent or WHITE)
    if not strong or not text:
        return None
    ratio = min(contrast(strong, WHITE), contrast(strong, text))
    on_white = nearest_darker(strong)
    return Colour(strong, text, shown_ratio(ratio), ratio >= LEAST, on_white)
