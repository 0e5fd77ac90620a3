"""The form of factors: a level, "don't know", or nothing said."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from wtforms import Form, RadioField
from wtforms.validators import Optional

from assessment.recommendation.model import Factor
from assessment.web.forms.kinds import offered

UNKNOWN = "unknown"
NOT_GIVEN = "default"
LEVELS = ("0", "1", "2", "3", "4")


def factor_form(ids: Sequence[str]) -> type[Form]:
    """A form class with one choice of level per factor."""
    return _factor_form(tuple(ids))


@cache
def _factor_form(ids: tuple[str, ...]) -> type[Form]:
    codes = offered([*LEVELS, UNKNOWN, NOT_GIVEN])
    fields = {id: RadioField(choices=codes, validators=[Optional()]) for id in ids}
    return type("FactorForm", (Form,), fields)


def factor_codes(levels: Mapping[str, int | None], factors: Iterable[Factor]) -> dict[str, str]:
    """What the form's fields hold for the levels that were given; None means "don't know"."""
    return {factor.id: _code(levels, factor.id) for factor in factors}


def _code(levels: Mapping[str, int | None], factor: str) -> str:
    if factor not in levels:
        return NOT_GIVEN
    level = levels[factor]
    return UNKNOWN if level is None else str(level)


def given_levels(form: Form, factors: Sequence[Factor]) -> Mapping[str, int | None]:
    """The factors somebody said something about; None means "don't know"."""
    return {
        factor.id: None if form[factor.id].data == UNKNOWN else int(form[factor.id].data)
        for factor in factors
        if form[factor.id].data not in (None, "", NOT_GIVEN)
    }


def cleared(form: Form, factors: Sequence[Factor]) -> list[str]:
    """The factors for which "not stated" was chosen; one that was not sent stays as it is."""
    return [factor.id for factor in factors if form[factor.id].data == NOT_GIVEN]
