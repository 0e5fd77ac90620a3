"""The forms of submitting and reopening."""

from functools import cache
from typing import Any

from wtforms import BooleanField, Form, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from assessment.services.review.submitting import LONGEST_NAME, LONGEST_REASON
from assessment.wording import translator


@cache
def submit_form(language: str) -> type[Form]:
    """A form class with who submits, and that everything was looked over."""
    _ = translator(language).gettext
    confirmed = _("Please confirm that you have looked everything over.")
    fields = {"by": _by(language), "confirmed": BooleanField(validators=[InputRequired(confirmed)])}
    return type("SubmitForm", (Form,), fields)


@cache
def reopen_form(language: str) -> type[Form]:
    """A form class with the reason, and who reopens."""
    _ = translator(language).gettext
    reason = StringField(
        validators=[
            DataRequired(_("Please say why the assessment is reopened.")),
            Length(max=LONGEST_REASON, message=_("This text is too long.")),
        ]
    )
    return type("ReopenForm", (Form,), {"because": reason, "by": _by(language)})


def _by(language: str) -> Any:
    _ = translator(language).gettext
    return StringField(
        validators=[
            DataRequired(_("Please say which role or unit does this.")),
            Length(max=LONGEST_NAME, message=_("This name is too long.")),
        ]
    )
