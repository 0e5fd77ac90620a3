"""The form of an application: what it is called and is, how much it counts, what it may bring."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from wtforms import Form, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import RecommendationModel
from assessment.services.applications import OwnKind
from assessment.web.forms.kinds import offered
from assessment.web.setup.languages import language
from assessment.wording import codes, translator

LONGEST_TITLE = 200
PRIORITIES = ("1", "2", "3", "4", "5")
BENEFITS = ("0", "1", "2", "3", "4")
NOT_SAID = "not_said"

_Choices = tuple[tuple[str, tuple[str, ...]], ...]


def application_form() -> type[Form]:
    """A form class for an application of a known kind."""
    return _application_form((), language())


def own_application_form(model: RecommendationModel) -> type[Form]:
    """A form class for an own application, which also says what it is."""
    choices: dict[str, Sequence[str]] = {
        "field": codes("field"),
        "technology": codes("technology"),
        "traits": tuple(model.traits),
        "ai_act": tuple(model.ai_act_classes),
    }
    offers = tuple((name, tuple(listed)) for name, listed in choices.items())
    return _application_form(offers, language())


@cache
def _application_form(own: _Choices, language: str) -> type[Form]:
    _ = translator(language).gettext
    too_long = Length(max=LONGEST_TITLE, message=_("This title is too long."))
    needed = [DataRequired(_("Please give the application a name."))] if own else [Optional()]
    fields: dict[str, object] = {
        "title": StringField(validators=[*needed, too_long]),
        "priority": SelectField(choices=offered(PRIORITIES), default="1"),
        "benefit": RadioField(choices=offered([*BENEFITS, NOT_SAID]), validators=[Optional()]),
    }
    for name, listed in own:
        fields[name] = (
            SelectMultipleField(choices=offered(listed))
            if name == "traits"
            else SelectField(
                choices=offered(listed),
                default="other" if "other" in listed else None,
                validators=[InputRequired()],
            )
        )
    return type("ApplicationForm", (Form,), fields)


def codes_of(application: PlannedApplication) -> dict[str, Any]:
    """What the fields of the form hold for an application."""
    benefit = application.benefit
    return {
        "title": application.title or "",
        "priority": str(application.priority),
        "benefit": NOT_SAID if benefit is None else str(benefit),
        "field": application.field,
        "technology": application.technology,
        "traits": list(application.traits),
        "ai_act": application.ai_act,
    }


def said_in(form: Form) -> Mapping[str, Any]:
    """Title, priority and benefit as they were filled in."""
    benefit = form["benefit"].data
    return {
        "title": (form["title"].data or "").strip() or None,
        "priority": int(form["priority"].data),
        "benefit": None if benefit in (None, "", NOT_SAID) else int(benefit),
    }


def kind_in(form: Form) -> OwnKind | None:
    """What an own application says about itself; None for one of a known kind."""
    if "ai_act" not in form:
        return None
    return OwnKind(
        field=form["field"].data,
        technology=form["technology"].data,
        traits=tuple(form["traits"].data or ()),
        ai_act=form["ai_act"].data,
    )


def differing(form: Form, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that somebody else filled in otherwise, with their values."""
    sent = {field.name: field.data for field in form}
    return {
        name: their
        for name, their in theirs.items()
        if name in sent and _alike(their) != _alike(sent[name])
    }


def _alike(value: Any) -> Any:
    """The value so that blanks around a text and the order of ticks make no difference."""
    if isinstance(value, list):
        return sorted(value)
    return (value or "").strip()
