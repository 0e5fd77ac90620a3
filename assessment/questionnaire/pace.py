"""How long answering takes: an estimate from the length of what has to be read."""

from collections.abc import Iterable, Iterator
from typing import Any

from assessment.questionnaire.model import Questionnaire, Text


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
