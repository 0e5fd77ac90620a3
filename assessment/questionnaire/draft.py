"""A questionnaire being read: its parts with the places where their faults are noted."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assessment.questionnaire.documents import Faults, Place
from assessment.questionnaire.model import PlausibilityRule, Questionnaire

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A part of the questionnaire, where it stands, and where its faults go."""

    part: T
    place: Place
    faults: Faults

    def add(self, code: str, *inner: str | int, **values: object) -> None:
        """Note a fault at a place inside the part."""
        self.faults.add(code, (*self.place, *inner), **values)


@dataclass(frozen=True)
class Draft:
    """A questionnaire as far as it was understood; `question_ids` has those of faulty ones too."""

    frame: Placed[Questionnaire] | None
    questions: tuple[Placed[Any], ...]
    rules: tuple[Placed[PlausibilityRule], ...]
    question_ids: frozenset[str]

    def placed_in_order(self) -> tuple[Placed[Any], ...]:
        """The questions by topic as the frame lists them, within a topic as they stand."""
        topics = [topic.id for topic in self.frame.part.topics] if self.frame else []
        position = {topic: index for index, topic in enumerate(topics)}
        return tuple(sorted(self.questions, key=lambda q: position.get(q.part.topic, len(topics))))

    def in_order(self) -> tuple[Any, ...]:
        return tuple(question.part for question in self.placed_in_order())
