"""What a workbook is about."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assessment.model import Model
from assessment.recommendation.applications import Application, standard_set, stated_applications
from assessment.result import Result
from assessment.wording import translator


@dataclass(frozen=True)
class Subject:
    """A result with its model and language, and the applications that the advice is about."""

    result: Result
    model: Model
    language: str
    applications: tuple[Application, ...]

    @property
    def translate(self) -> Callable[[str], str]:
        """What turns a sentence into the language."""
        return translator(self.language).gettext


def subject_of(result: Result, model: Model, language: str) -> Subject:
    """The planned applications, else those that the overall stance is formed over, with names."""
    numbers = model.recommendation
    found = stated_applications(result.assessment, numbers)
    found = found or standard_set(result.assessment, numbers)
    names = {archetype.id: archetype.name[language] for archetype in numbers.archetypes}
    named = (
        replace(one, title=one.title or names.get(one.archetype or "") or one.id) for one in found
    )
    return Subject(result, model, language, tuple(named))
