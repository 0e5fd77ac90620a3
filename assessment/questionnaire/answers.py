"""One body's answers to a questionnaire: what an answer file holds once it has been checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assessment.municipality import Municipality


class State(StrEnum):
    """Where an answer stands; five values that are never mixed up."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


Value = int | float | str | tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A question's answer; `value` is a level, a number, an option id, option ids or free text."""

    state: State
    value: Value | None = None
    comment: str | None = None
    evidence: str | None = None
    respondent: str | None = None
    reason: str | None = None


UNANSWERED = Answer(State.UNANSWERED)


@dataclass(frozen=True)
class PlannedApplication:
    """An AI application the body plans. `factors` holds the given levels; None means unknown.

    With `archetype` None it is an own application and says title, field, technology, traits and
    AI Act class itself; else these come from the archetype (a title may still be given). `benefit`
    is the one expected, 0-4, None where nobody has said; no advice depends on it.
    """

    id: str
    archetype: str | None
    priority: int = 1
    factors: Mapping[str, int | None] = field(default_factory=dict)
    title: str | None = None
    field: str | None = None
    technology: str | None = None
    traits: tuple[str, ...] = ()
    ai_act: str | None = None
    benefit: int | None = None


@dataclass(frozen=True)
class Plan:
    """When the roadmap starts (such as "2027-Q1"), how long it runs, what a quarter may cost."""

    start: str
    quarters: int
    person_days_per_quarter: int | float


@dataclass(frozen=True)
class Assessment:
    """One body's answers to one questionnaire version at one time (Erhebung).

    `answers` may leave questions out: they are unanswered. `factors` are those of the body and the
    default for every application; None means unknown. `note` is shown wherever the result is, such
    as "example with invented answers".
    """

    questionnaire: str
    municipality: Municipality
    date: date
    answers: Mapping[str, Answer]
    factors: Mapping[str, int | None] = field(default_factory=dict)
    applications: tuple[PlannedApplication, ...] = ()
    plan: Plan | None = None
    targets: Mapping[str, int] = field(default_factory=dict)
    note: str | None = None
