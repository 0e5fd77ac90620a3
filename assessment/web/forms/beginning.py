"""The form of a body that is not in the register, and of the day an assessment is dated."""

from functools import cache
from typing import Any

from wtforms import DateField, Form, IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from assessment.municipality import STATES, Body
from assessment.web.forms.kinds import offered
from assessment.web.setup.clock import today
from assessment.wording import translator

MOST_DIGITS = 9


class _Day(DateField):
    """A day that complains in our words when it cannot be read."""

    def __init__(self, message: str, **options: Any) -> None:
        super().__init__(format=["%Y-%m-%d", "%d.%m.%Y"], **options)
        self._message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; a day is always needed."""
        try:
            super().process_formdata(valuelist or [""])
        except ValueError:
            raise ValueError(self._message) from None


class _People(IntegerField):
    """A number of inhabitants, with or without dots or blanks between the thousands."""

    def __init__(self, message: str, **options: Any) -> None:
        super().__init__(**options)
        self._message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; it may be left empty."""
        typed = "".join(valuelist).translate({ord(sign): None for sign in ". ,\u00a0\u202f"})
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
            raise ValueError(self._message)
        self.data = int(typed) if typed else None


@cache
def day_form(language: str) -> type[Form]:
    """A form class with the day alone."""
    return type("DayForm", (Form,), {"date": _day_field(language)})


@cache
def body_form(language: str) -> type[Form]:
    """A form class for a body by hand: name and kind needed, state and population if known."""
    _ = translator(language).gettext
    number = _("Please enter the population as a whole number.")
    fields = {
        "name": StringField(
            validators=[
                DataRequired(_("Please enter a name.")),
                Length(max=200, message=_("This name is too long.")),
            ]
        ),
        "body": SelectField(
            choices=offered(Body),
            validators=[InputRequired(_("Please choose a kind of organisation."))],
        ),
        "state": SelectField(choices=offered(["", *STATES])),
        "population": _People(number),
        "date": _day_field(language),
    }
    return type("BodyForm", (Form,), fields)


def _day_field(language: str) -> _Day:
    message = translator(language).gettext("Please enter a date such as 22.11.2026.")
    return _Day(message, default=today)
