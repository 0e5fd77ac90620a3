"""What a round is: its name, version, period, rules and members, as `round.yaml` holds them."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from assessment.benchmark.disclosure.rules import LEAST_FOR_SHARES, LEAST_GROUP, Rules
from assessment.questionnaire.model import Part


class Minimums(Part):
    """How many members a figure must rest on; may be raised, never lowered."""

    group: int = Field(default=LEAST_GROUP, ge=LEAST_GROUP)
    shares: int = Field(default=LEAST_FOR_SHARES, ge=LEAST_FOR_SHARES)

    @property
    def rules(self) -> Rules:
        """The rules of disclosure control; shares never need fewer members than a group."""
        return Rules(group=self.group, shares=max(self.shares, self.group))


class Period(Part):
    """From when to when answers are collected."""

    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("ends before it begins")
        return self

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Selection(Part):
    """Who is a member: bodies of the register that fit every list given, and single ones by key.

    `file` names a list beside round.yaml, CSV or XLSX, with the keys of further members.
    """

    states: tuple[str, ...] = ()
    size_classes: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ags: tuple[str, ...] = ()
    file: str | None = None


class Round(Part):
    """An association's survey of its members (Erhebungsrunde).

    `withdrawn` are the keys of members whose contributions do not count any more, and
    `withdrawn_because` the reasons that were given, for the association's own records.
    """

    name: Annotated[str, Field(min_length=1, max_length=200)]
    questionnaire: str
    period: Period | None = None
    minimums: Minimums = Minimums()
    by: str = "size_class,state"
    members: Selection = Selection()
    withdrawn: tuple[str, ...] = ()
    withdrawn_because: dict[str, str] = Field(default_factory=dict)
    note: str | None = None
