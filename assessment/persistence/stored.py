"""What is known of stored things beside the domain's own objects: ids, versions and times."""

from dataclasses import dataclass
from datetime import date, datetime

from assessment.municipality import Municipality
from assessment.questionnaire.answers import UNANSWERED, Answer


@dataclass(frozen=True)
class Head:
    """An assessment without its answers; `updated_at` is the last change of anything in it.

    `revision` counts how often it was submitted, `submitted_at` is the last time; `submitted` is
    False again once it was reopened. `follows` is the body's earlier assessment, `client_id` the
    client it was made for. `model_key` names the model that was frozen with it, while it is
    submitted.
    """

    id: str
    questionnaire: str
    municipality: Municipality
    date: date
    created_at: datetime
    updated_at: datetime
    example: bool
    note: str | None = None
    submitted: bool = False
    revision: int = 0
    submitted_at: datetime | None = None
    follows: str | None = None
    live_score: bool = False
    model_key: str | None = None
    client_id: str | None = None

    @property
    def title(self) -> str:
        return self.municipality.name


@dataclass(frozen=True)
class Counts:
    """How much there is of an assessment beside its answers."""

    applications: int
    body_factors: int


@dataclass(frozen=True)
class StoredAnswer:
    """An answer with the number of its changes and the time of the last one."""

    answer: Answer
    version: int
    saved_at: datetime | None


@dataclass(frozen=True)
class EarlierAnswers:
    """What the body said in an earlier assessment: its questionnaire version, its date."""

    questionnaire: str
    date: date
    answers: dict[str, StoredAnswer]


NEVER_SAVED = StoredAnswer(UNANSWERED, 0, None)


@dataclass(frozen=True)
class AnswerChange:
    """One change of an answer; `version` is the one it became."""

    question: str
    before: Answer
    after: Answer
    version: int
    at: datetime
    by: str | None
