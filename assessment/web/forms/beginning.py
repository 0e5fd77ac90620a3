"""The form of a body that is not in the register, and of the day an assessment is dated."""

from functools import cache

from wtforms import DateField, Form, IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from assessment.municipality import STATES, Body
from assessment.web.setup.clock import today
from assessment.wording import translator

MOST_PEOPLE = 100_000_000


@cache
def day_form(language: str) -> type[Form]:
    """A form class with the day alone."""
    return type("DayForm", (Form,), {"date": _day_field(language)})


@cache
def body_form(language: str) -> type[Form]:
    """A form class for a body by hand: name and kind needed, state and population if known."""
    _ = translator(language).gettext
    fields = {
        "name": StringField(
            validators=[
                DataRequired(_("Please enter a name.")),
                Length(max=200, message=_("This name is too long.")),
            ]
        ),
        "body": SelectField(
            choices=[(body.value, body.value) for body in Body],
            validators=[InputRequired(_("Please choose a kind of organisation."))],
        ),
        "state": SelectField(choices=[("", ""), *((code, code) for code in STATES)]),
        "population": IntegerField(
            validators=[
                Optional(),
                NumberRange(0, MOST_PEOPLE, _("Please enter the population as a whole number.")),
            ]
        ),
        "date": _day_field(language),
    }
    return type("BodyForm", (Form,), fields)


def _day_field(language: str) -> DateField:
    _ = translator(language).gettext
    return DateField(
        default=today,
        validators=[DataRequired(_("Please enter a date such as 22.11.2026."))],
        format=["%Y-%m-%d", "%d.%m.%Y"],
    )
