"""How far an assessment has got, and how long the rest takes: one definition for every page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Questionnaire, Text

_DONE = frozenset({State.ANSWERED, State.UNKNOWN, State.NOT_APPLICABLE})


class TopicState(StrEnum):
    """Where a topic stands."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"


@dataclass(frozen=True)
class Progress:
    """How many questions are asked, and of how many something has been said."""

    asked: int
    done: int

    @property
    def share(self) -> float:
        """The part that is done, 0 to 1; where nothing is asked all is done."""
        return self.done / self.asked if self.asked else 1.0

    @property
    def state(self) -> TopicState:
        if self.done == self.asked:
            return TopicState.DONE
        return TopicState.PARTLY if self.done else TopicState.OPEN


def progress(answers: Iterable[Answer]) -> Progress:
    """The progress over these effective answers; "unknown" and "not applicable" are answers too."""
    states = [answer.state for answer in answers if answer.state is not State.NOT_ASKED]
    return Progress(asked=len(states), done=sum(state in _DONE for state in states))


def progress_by_topic(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> dict[str, Progress]:
    """The progress of every topic, given the effective answers."""
    return {
        topic: progress(answers[question.id] for question in questions)
        for topic, questions in questionnaire.by_topic.items()
    }


def minutes_for(questionnaire: Questionnaire, questions: Iterable[Any], language: str) -> float:
    """The minutes that these questions take: to read them with their levels, and to agree.

    0 for a questionnaire that states no pace.
    """
    pace = questionnaire.pace
    if pace is None:
        return 0.0
    return sum(
        _words(question, language) / pace.words_per_minute + pace.minutes_to_agree
        for question in questions
    )


def _words(question: Any, language: str) -> int:
    return sum(len(text[language].split()) for text in _texts(question))


def _texts(question: Any) -> Iterator[Text]:
    """What stands on the page of a question without opening anything, its help included."""
    yield question.text
    yield question.help
    yield from getattr(question, "levels", ())
    for option in getattr(question, "options", ()):
        yield option.text
