"""A questionnaire being read: its parts with the places where their faults are noted."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assessment.questionnaire.documents import Faults, Place
from assessment.questionnaire.model import PlausibilityRule, Questionnaire

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A part of the questionnaire, where it stands, and where its faults go.

    The keys in `unsure` had faults of their own and hold stand-ins, so that the others can still
    be judged; nothing is to be said about them.
    """

    part: T
    place: Place
    faults: Faults
    unsure: frozenset[str | int] = frozenset()

    def add(self, code: str, *inner: str | int, **values: object) -> None:
        """Note a fault at a place inside the part."""
        self.faults.add(code, (*self.place, *inner), **values)


@dataclass(frozen=True)
class Draft:
    """A questionnaire as far as it was understood; the ids include those of faulty parts.

    `topic_ids` and `role_ids` are None where their file cannot be read.
    """

    frame: Placed[Questionnaire] | None
    questions: tuple[Placed[Any], ...]
    rules: tuple[Placed[PlausibilityRule], ...]
    question_ids: frozenset[str]
    topic_ids: tuple[str, ...] | None
    role_ids: tuple[str, ...] | None

    def in_order(self) -> tuple[Placed[Any], ...]:
        """The questions by topic as the frame lists them, within a topic as they stand."""
        topics = self.topic_ids or ()
        position = {topic: index for index, topic in enumerate(topics)}
        return tuple(sorted(self.questions, key=lambda q: position.get(q.part.topic, len(topics))))
