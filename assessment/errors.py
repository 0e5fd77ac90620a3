"""What can go wrong outwardly: four kinds of failure, and the problems an invalid input has.

The domain names a problem by its code and values; `wording` says it in the reader's language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Problem:
    """One fault of an input: where it is, its code in `wording.PROBLEMS`, and its details.

    `place` is the path of keys, such as `governance.roles.levels[3].en`.
    """

    code: str
    place: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    line: int | None = None

    @property
    def where(self) -> str:
        """All known of the place, as in `questions/governance.yaml:112 governance.roles`."""
        file = f"{self.file}:{self.line}" if self.line else self.file
        return f"{file} {self.place}".strip()

    def as_data(self) -> dict[str, object]:
        """The problem as values that JSON can hold; `Problem(**data)` is the same problem again."""
        values = {
            name: value if isinstance(value, int | float | str | None) else str(value)
            for name, value in self.values.items()
        }
        return {**asdict(self), "values": values}


class AssessmentError(Exception):
    """Base of every failure that a person may cause and is told about."""


class Invalid(AssessmentError):
    """The input cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.where} {p.code}".strip() for p in self.problems))


class NotFound(AssessmentError):
    """What was asked for does not exist, or no longer."""


class NotAllowed(AssessmentError):
    """The person may not do this here."""


class Conflict(AssessmentError):
    """Somebody else changed the same thing meanwhile."""


class Busy(Conflict):
    """Work on the same thing goes on: it can be changed once that is done."""


class Submitted(Conflict):
    """The assessment is submitted: until it is reopened nothing in it changes."""

    def __init__(self, id: str, at: datetime | None) -> None:
        self.id = id
        self.at = at
        super().__init__(id)


class QuestionnaireNotKept(NotFound):
    """An assessment belongs to a questionnaire version that is not in force and was never kept."""


class Damaged(AssessmentError):
    """What is kept is not what was once stored: somebody or something changed it since."""
