"""The form of a round: its name, period, members, breakdowns and minimums."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from wtforms import (
    DateField,
    Form,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, StopValidation

from assessment.benchmark.disclosure.rules import LEAST_FOR_SHARES, LEAST_GROUP
from assessment.benchmark.rounds.members import all_kinds
from assessment.benchmark.rounds.model import Minimums, Period, Round, Selection
from assessment.errors import Problem
from assessment.municipality import STATES
from assessment.municipality.naming import district_key, member_key, names_in
from assessment.web.forms.kinds import offered
from assessment.wording import codes, translator

BREAKDOWNS = ("size_class", "state", "kind", "district", "size_class*state")
_MOST = 1000


class _Day(DateField):
    """A day that may be left empty, and complains in our words when it cannot be read."""

    def __init__(self, message: str, **options: Any) -> None:
        super().__init__(format=["%Y-%m-%d", "%d.%m.%Y"], **options)
        self._message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        self.data = None
        if any(typed.strip() for typed in valuelist):
            try:
                super().process_formdata(valuelist)
            except ValueError:
                raise ValueError(self._message) from None


class _Whole(IntegerField):
    """A whole number that complains in our words when it is none."""

    def __init__(self, message: str, **options: Any) -> None:
        super().__init__(**options)
        self._message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(self._message) from None


@cache
def round_form(language: str) -> type[Form]:
    """A form class in this language."""
    _ = translator(language).gettext
    no_day = _("Enter a date such as 2026-11-22.")
    group = _("A whole number, at least %(least)d.") % {"least": LEAST_GROUP}
    shares = _("A whole number, at least %(least)d.") % {"least": LEAST_FOR_SHARES}
    in_order = _InOrder(_("Enter both days, the last not before the first, or none."))
    fields = {
        "name": StringField(
            validators=[
                DataRequired(_("Give the round a name.")),
                Length(max=200, message=_("At most 200 letters.")),
            ]
        ),
        # Which rounds there are is known when one is chosen.
        "follows": SelectField(choices=[], validate_choice=False),
        "first": _Day(no_day),
        "last": _Day(no_day, validators=[in_order]),
        "states": SelectMultipleField(choices=offered(STATES)),
        "size_classes": SelectMultipleField(choices=offered(codes("size_class"))),
        "kinds": SelectMultipleField(choices=offered(all_kinds())),
        "districts": StringField(),
        "ags": TextAreaField(),
        "by": SelectMultipleField(choices=offered(BREAKDOWNS)),
        "group": _number(group, LEAST_GROUP),
        "shares": _number(shares, LEAST_FOR_SHARES),
        "note": TextAreaField(validators=[Length(max=500, message=_("At most 500 letters."))]),
    }
    return type("RoundForm", (Form,), fields)


def round_of(form: Form, questionnaire: str, file: str | None) -> Round:
    """The round that a sound form describes; `file` is the list of members that it has."""
    first, last = form["first"].data, form["last"].data
    return Round(
        name=form["name"].data.strip(),
        questionnaire=questionnaire,
        period=Period(first=first, last=last) if first and last else None,
        minimums=Minimums(group=form["group"].data, shares=form["shares"].data),
        by=",".join(form["by"].data),
        members=Selection(
            states=tuple(form["states"].data),
            size_classes=tuple(form["size_classes"].data),
            kinds=tuple(form["kinds"].data),
            districts=_each(district_key, form["districts"].data),
            ags=_each(member_key, form["ags"].data),
            file=file,
        ),
        note=(form["note"].data or "").strip() or None,
    )


def typed_of(round_: Round) -> dict[str, Any]:
    """What the form of this round would hold."""
    members, period = round_.members, round_.period
    return {
        "name": round_.name,
        "first": period.first if period else None,
        "last": period.last if period else None,
        "states": members.states,
        "size_classes": members.size_classes,
        "kinds": members.kinds,
        "districts": ", ".join(members.districts),
        "ags": "\n".join(members.ags),
        "by": [part.strip() for part in round_.by.split(",")],
        "group": round_.minimums.group,
        "shares": round_.minimums.shares,
        "note": round_.note or "",
    }


def mark_of(round_: Round) -> str:
    """Tells the settings that a form shows from any other ones."""
    shown = {**typed_of(round_), "file": round_.members.file}
    return sha256(json.dumps(shown, default=str).encode()).hexdigest()[:16]


def field_of(problem: Problem) -> str:
    """The field that a problem with the members of a round belongs to."""
    _, _, rest = problem.place.partition("members.")
    named = rest.partition("[")[0]
    if named:
        return named
    if problem.place == "follows":
        return "follows"
    return "list" if problem.file or problem.line else "states"


def _number(message: str, least: int) -> _Whole:
    checks = [InputRequired(message), NumberRange(least, _MOST, message)]
    return _Whole(message, default=least, validators=checks)


def _each(key: Callable[[str], str], typed: str | None) -> tuple[str, ...]:
    """The keys of what was typed, by key or by name."""
    return tuple(dict.fromkeys(key(one) for one in names_in(typed or "")))


class _InOrder:
    """Both days of a period or none, and the last not before the first."""

    def __init__(self, message: str) -> None:
        self._message = message

    def __call__(self, form: Form, field: DateField) -> None:
        days: Iterable[date | None] = (form["first"].data, field.data)
        first, last = days
        if (first is None) != (last is None) or (first and last and last < first):
            raise StopValidation(self._message)
