"""The form for the frame of the roadmap and the levels wanted."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import Field, Form, SelectField

from assessment.questionnaire.answers import Plan
from assessment.questionnaire.model import Text
from assessment.services.frame.planning import Planning
from assessment.web.forms.kinds import offered
from assessment.wording import translator

MOST_QUARTERS = 40
NO_TARGET = ""


class _Number(Field):
    """A number above 0, with the decimal sign of either language; complains in our words."""

    def __init__(self, message: str, **options: Any) -> None:
        super().__init__(**options)
        self._message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; something is always needed."""
        try:
            number = float("".join(valuelist).strip().replace(",", "."))
        except ValueError:
            raise ValueError(self._message) from None
        # Written so that "nan" is refused too.
        if not 0 < number < float("inf"):
            raise ValueError(self._message)
        self.data = int(number) if number.is_integer() else number


class _Quarters(_Number):
    """A whole number of quarters."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; a plan has its limit."""
        super().process_formdata(valuelist)
        if not (isinstance(self.data, int) and self.data <= MOST_QUARTERS):
            raise ValueError(self._message)


def planning_form(page: Planning, language: str) -> type[Form]:
    """A form class for this assessment: start, quarters, person-days, and a level per topic."""
    _ = translator(language).gettext
    fields: dict[str, object] = {
        "start": SelectField(choices=offered(page.starts)),
        "quarters": _Quarters(_("Please enter a whole number of quarters from 1 to 40.")),
        "days": _Number(_("Please enter the person-days as a number above 0.")),
    }
    for target in page.targets:
        levels = (NO_TARGET, *(str(level) for level in range(1, target.highest + 1)))
        fields[target.id] = SelectField(choices=offered(levels), default=NO_TARGET)
    return type("PlanningForm", (Form,), fields)


def level_choices(names: Sequence[Text], language: str) -> list[tuple[str, str]]:
    """Each level from 1 with its name, after "no target", for a drop-down list."""
    nothing = translator(language).gettext("no target of our own")
    named = list(enumerate(names))[1:]
    return [(NO_TARGET, nothing), *((str(at), f"{at} – {name[language]}") for at, name in named)]


def plan_from(form: Form) -> Plan:
    """The frame that was filled in."""
    return Plan(form["start"].data, form["quarters"].data, form["days"].data)


def targets_from(form: Form, page: Planning) -> Mapping[str, int]:
    """The levels that were chosen."""
    chosen = {target.id: form[target.id].data for target in page.targets}
    return {id: int(level) for id, level in chosen.items() if level}
