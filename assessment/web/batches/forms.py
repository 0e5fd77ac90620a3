"""The form with which documents of many assessments are ordered."""

from functools import cache
from typing import get_args

from wtforms import Form, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import StopValidation

from assessment.errors import Invalid
from assessment.report.parts import PARTS, Length
from assessment.services.batches.ordering import FIELDS, FORMATS, NAMES
from assessment.services.documents.names import check_pattern
from assessment.web.forms.kinds import offered
from assessment.web.setup.languages import problem_words
from assessment.wording import LANGUAGES, translator

ALL, TICKED = "all", "ticked"
LENGTHS: tuple[str, ...] = get_args(Length)


@cache
def order_form(language: str) -> type[Form]:
    """A form class with what is made, of which assessments, and how the files are called."""
    _ = translator(language).gettext
    fields = {
        "format": SelectField(choices=offered(FORMATS), default=FORMATS[0]),
        "language": SelectField(choices=offered(LANGUAGES), default=language),
        "length": SelectField(choices=offered(LENGTHS), default=LENGTHS[0]),
        "parts": SelectMultipleField(choices=offered(part.id for part in PARTS)),
        "release": SelectField(validate_choice=False, default=""),
        "names": StringField(default=NAMES, validators=[_sound_pattern]),
        "which": RadioField(choices=offered([ALL, TICKED]), default=TICKED),
        "assessments": SelectMultipleField(
            validate_choice=False,
            validators=[_Chosen(_("Tick at least one assessment, or take all that fit."))],
        ),
    }
    return type("OrderForm", (Form,), fields)


def _sound_pattern(_form: Form, field: StringField) -> None:
    """Complains about a pattern of names as the command line does."""
    try:
        check_pattern(field.data or "", FIELDS, "names")
    except Invalid as error:
        raise StopValidation(" ".join(problem_words(error.problems[0]))) from error


class _Chosen:
    """At least one is ticked, unless all are meant."""

    def __init__(self, message: str) -> None:
        self._message = message

    def __call__(self, form: Form, field: SelectMultipleField) -> None:
        if form["which"].data == TICKED and not field.data:
            raise StopValidation(self._message)
