"""What answers are worth: a row for each assessment, a column for each question, values 0-1."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import (
    ChoiceQuestion,
    LevelsQuestion,
    NumberQuestion,
    Questionnaire,
    SeveralQuestion,
)

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Sheet = Mapping[str, Answer]

# Bound once: reading a member of an enumeration costs more than all else done with an answer.
_ANSWERED, _UNKNOWN, _UNANSWERED = State.ANSWERED, State.UNKNOWN, State.UNANSWERED


@dataclass(frozen=True)
class Points:
    """Values of n assessments on the scored questions, and which of these are still open.

    `values` is NaN unless the question is answered. Neither answered nor open is what does not
    apply or was not asked. Columns lie together in memory, since sums run over assessments.
    """

    values: Numbers
    open: Flags


def scored_questions(questionnaire: Questionnaire) -> tuple[Any, ...]:
    """The questions that count, in order: all but those asked for context only."""
    return tuple(q for q in questionnaire.questions if q.kind != "context")


def points(questionnaire: Questionnaire, sheets: Sequence[Sheet]) -> Points:
    """The values of every assessment's answers; a question that a sheet leaves out is open."""
    questions = scored_questions(questionnaire)
    values = np.full((len(sheets), len(questions)), np.nan, order="F")
    still_open = np.zeros(values.shape, dtype=bool, order="F")
    for column, question in enumerate(questions):
        answers = [sheet.get(question.id, UNANSWERED) for sheet in sheets]
        values[:, column] = _column(question, answers)
        states = [answer.state for answer in answers]
        still_open[:, column] = [s is _UNKNOWN or s is _UNANSWERED for s in states]
    return Points(values, still_open)


def worth(question: Any, value: Any) -> float:
    """What one answer to the question is worth, from 0 to 1."""
    return _valuer(question)(value)


def _column(question: Any, answers: Sequence[Answer]) -> list[float]:
    value_of = _valuer(question)
    return [value_of(answer.value) if answer.state is _ANSWERED else np.nan for answer in answers]


def _valuer(question: Any) -> Callable[[Any], float]:
    match question:
        case LevelsQuestion(levels=levels):
            return {level: level / (len(levels) - 1) for level in range(len(levels))}.__getitem__
        case ChoiceQuestion(options=options):
            return {option.id: option.value for option in options}.__getitem__
        case SeveralQuestion():
            return lambda chosen: _several(question, chosen)
        case NumberQuestion():
            return lambda number: _number(question, number)
    raise TypeError(f"{question.id} is not scored")


def _several(question: SeveralQuestion, chosen: Sequence[str]) -> float:
    total = sum(option.value for option in question.options if option.id in chosen)
    return min(question.cap, total) / question.cap


def _number(question: NumberQuestion, number: float) -> float:
    corners = sorted(question.points, key=lambda point: point.at)
    at, value = [c.at for c in corners], [c.value for c in corners]
    return float(np.interp(number, at, value))
