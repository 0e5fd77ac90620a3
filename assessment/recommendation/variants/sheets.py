"""Many variants of one body's answers at once: what is asked in each, scored, and held to gates.

A question that is answered alike in all variants keeps a single row, which stands for all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from assessment.questionnaire.answers import Answer, State, Value
from assessment.questionnaire.conditions import All, Not, QuestionIs
from assessment.questionnaire.conditions import Any as AnyOf
from assessment.questionnaire.model import (
    ChoiceQuestion,
    LevelsQuestion,
    NumberQuestion,
    Questionnaire,
    SeveralQuestion,
)
from assessment.questionnaire.path import NOT_ASKED, is_said
from assessment.scoring.points import Flags, Numbers, Points, scored_questions, worth
from assessment.scoring.topics import score_alone, topic_sums

Levels = npt.NDArray[np.int64]

OPEN = frozenset({State.UNKNOWN, State.UNANSWERED})

# A number may be anything between its ends; so many even steps stand for all of them.
_STEPS_OF_A_NUMBER = 5


@dataclass(frozen=True)
class Said:
    """The answers that a question gets, and which of them it is in each variant (n, or 1)."""

    answers: tuple[Answer, ...]
    row: Levels

    def each(self, of: Callable[[Answer], Any]) -> npt.NDArray[Any]:
        """What the function says of the answer in each variant."""
        return np.array([of(answer) for answer in self.answers])[self.row]


def alike(answer: Answer) -> Said:
    """The same answer in every variant."""
    return Said((answer,), np.zeros(1, dtype=np.int64))


def possible_answers(question: Any) -> tuple[Answer, ...]:
    """Every answer that a scored question may get, the one worth least first.

    Of several options it is none, one, two ... of them in order; of a number, even steps.
    """
    values = sorted(_possible_values(question), key=lambda value: worth(question, value))
    return tuple(Answer(State.ANSWERED, value) for value in values)


def _possible_values(question: Any) -> Sequence[Value]:
    match question:
        case LevelsQuestion(levels=levels):
            return range(len(levels))
        case ChoiceQuestion(options=options):
            return [option.id for option in options]
        case SeveralQuestion(options=options):
            names = tuple(option.id for option in options)
            return [names[:count] for count in range(len(names) + 1)]
        case NumberQuestion(points=points, minimum=minimum, maximum=maximum):
            corners = [point.at for point in points]
            low = min(corners) if minimum is None else minimum
            high = max(corners) if maximum is None else maximum
            return [float(value) for value in np.linspace(low, high, _STEPS_OF_A_NUMBER)]
    raise TypeError(f"{question.id} is not scored")


def along_path(questionnaire: Questionnaire, said: Mapping[str, Said]) -> dict[str, Said]:
    """What counts of what was said: in each variant, the questions that are hidden are not asked.

    The same as `effective_answers` for each variant by itself.
    """
    found: dict[str, Said] = {}
    for question in questionnaire.questions:
        own = said[question.id]
        if question.show_if is not None:
            shown = _holds(question.show_if, found)
            row = np.where(shown, own.row, len(own.answers))
            own = Said((*own.answers, NOT_ASKED), row)
        found[question.id] = own
    return found


def scores(questionnaire: Questionnaire, said: Mapping[str, Said]) -> Numbers:
    """The topics' scores (n, t) of variants whose hidden questions are marked; NaN without one."""
    questions = scored_questions(questionnaire)
    count = max((said[question.id].row.size for question in questions), default=1)
    values = np.empty((count, len(questions)), order="F")
    still_open = np.empty(values.shape, dtype=bool, order="F")
    for column, question in enumerate(questions):
        own = said[question.id]
        values[:, column] = own.each(partial(_worth, question))
        still_open[:, column] = own.each(is_open)
    return score_alone(topic_sums(questionnaire, Points(values, still_open)))


def is_open(answer: Answer) -> bool:
    """Whether nobody knows or has said the answer."""
    return answer.state in OPEN


def _worth(question: Any, answer: Answer) -> float:
    return worth(question, answer.value) if answer.state is State.ANSWERED else np.nan


def _holds(condition: Any, said: Mapping[str, Said]) -> Flags:
    """In which of the variants the rule is true; rules about applications are false here."""
    match condition:
        case All(all=parts):
            return reduce(np.logical_and, [_holds(part, said) for part in parts])
        case AnyOf(any=parts):
            return reduce(np.logical_or, [_holds(part, said) for part in parts])
        case Not(not_=part):
            return ~_holds(part, said)
        case QuestionIs(question=name) if name in said:
            return said[name].each(lambda answer: is_said(condition, {name: answer})).astype(bool)
    return np.zeros(1, dtype=bool)
