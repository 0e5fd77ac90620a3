"""Which questions apply: show-if rules turned into answers that every later step can rely on."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.conditions import QuestionIs, Statement, holds
from assessment.questionnaire.model import Questionnaire

NOT_ASKED = Answer(State.NOT_ASKED)


def effective_answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> dict[str, Answer]:
    """An answer for every question: hidden ones are not asked, whatever was said to them before."""
    return answers_along(questionnaire.questions, answers)


def answers_along(questions: Iterable[Any], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The same for questions in the order they are asked; a rule may look back only."""
    effective: dict[str, Answer] = {}
    for question in questions:
        shown = holds(question.show_if, lambda statement: is_said(statement, effective))
        effective[question.id] = answers.get(question.id, UNANSWERED) if shown else NOT_ASKED
    return effective


def is_said(statement: Statement, answers: Mapping[str, Answer]) -> bool:
    """Whether the answers bear out a statement about a question.

    A question that is open, hidden or does not apply bears out nothing but its `state`; statements
    about applications are for the recommendation to judge and false here.
    """
    if not isinstance(statement, QuestionIs):
        return False
    answer = answers.get(statement.question, NOT_ASKED)
    if statement.state is not None and answer.state != statement.state:
        return False
    return _speaks_of_state_only(statement) or (
        answer.state is State.ANSWERED and _fits(statement, answer.value)
    )


def _speaks_of_state_only(statement: QuestionIs) -> bool:
    about_value = (statement.at_least, statement.at_most, statement.is_, statement.includes)
    return statement.state is not None and not any(part is not None for part in about_value)


def _fits(statement: QuestionIs, value: Any) -> bool:
    is_number = isinstance(value, int | float)
    return (
        (statement.at_least is None or (is_number and value >= statement.at_least))
        and (statement.at_most is None or (is_number and value <= statement.at_most))
        and (statement.is_ is None or value == statement.is_)
        and (statement.includes is None or _includes(value, statement.includes))
    )


def _includes(value: Any, option: str) -> bool:
    return isinstance(value, tuple) and option in value
