"""What the body said to a question in its assessment before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.errors import QuestionnaireNotKept
from assessment.persistence.stored import EarlierAnswers
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Question
from assessment.services.desk import Desk


@dataclass(frozen=True)
class Earlier:
    """An answer of an earlier assessment, with the question as it was asked then."""

    date: date
    question: Question
    answer: Answer


def earlier_answers(
    desk: Desk, before: EarlierAnswers | None, questions: Iterable[Any]
) -> dict[str, Earlier]:
    """What was said then to these questions; questions about which nothing was said are missing."""
    if before is None:
        return {}
    try:
        then = desk.model_of(before.questionnaire).questionnaire
    except QuestionnaireNotKept:
        return {}
    return {
        question.id: Earlier(before.date, then.by_id[question.id], stored.answer)
        for question in questions
        if (stored := before.answers.get(question.id)) and question.id in then.by_id
        if stored.answer.state is not State.UNANSWERED
    }
