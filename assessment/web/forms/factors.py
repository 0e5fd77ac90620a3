"""Forms for factors and applications; a level, "don't know", or nothing said."""

from collections.abc import Mapping, Sequence
from functools import cache

from wtforms import Form, IntegerField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from assessment.recommendation.model import Factor
from assessment.web.forms.kinds import offered
from assessment.web.setup.languages import language
from assessment.wording import translator

UNKNOWN = "unknown"
NOT_GIVEN = "default"
LEVELS = ("0", "1", "2", "3", "4")
LONGEST_TITLE = 120
HIGHEST_PRIORITY = 5


def factor_form(ids: Sequence[str]) -> type[Form]:
    """A form class with one choice of level per factor."""
    return _factor_form(tuple(ids))


@cache
def _factor_form(ids: tuple[str, ...]) -> type[Form]:
    codes = offered([*LEVELS, UNKNOWN, NOT_GIVEN])
    fields = {id: RadioField(choices=codes, validators=[Optional()]) for id in ids}
    return type("FactorForm", (Form,), fields)


def given_levels(form: Form, factors: Sequence[Factor]) -> Mapping[str, int | None]:
    """The factors somebody said something about; None means "don't know"."""
    return {
        factor.id: None if form[factor.id].data == UNKNOWN else int(form[factor.id].data)
        for factor in factors
        if form[factor.id].data not in (None, "", NOT_GIVEN)
    }


def application_form(own: Sequence[tuple[str, Sequence[str]]] = ()) -> type[Form]:
    """A form class for an application's title and priority; with `own`, for an own application."""
    return _application_form(tuple((name, tuple(codes)) for name, codes in own), language())


@cache
def _application_form(own: tuple[tuple[str, tuple[str, ...]], ...], language: str) -> type[Form]:
    _ = translator(language).gettext
    too_long = Length(max=LONGEST_TITLE, message=_("This title is too long."))
    needed = [DataRequired(_("Please give the application a name."))] if own else [Optional()]
    fields: dict[str, object] = {
        "title": StringField(validators=[*needed, too_long]),
        "priority": IntegerField(
            default=1,
            validators=[
                Optional(),
                NumberRange(1, HIGHEST_PRIORITY, _("Please choose a priority.")),
            ],
        ),
    }
    for name, codes in own:
        options = offered(codes)
        fields[name] = (
            SelectMultipleField(choices=options)
            if name == "traits"
            else SelectField(choices=options)
        )
    return type("ApplicationForm", (Form,), fields)
