"""What the body said in its assessment before, to be shown beside each question."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.persistence.stored import EarlierAnswers
from assessment.questionnaire.answers import Answer
from assessment.questionnaire.bridge import Kind, Said, Series, said_before
from assessment.questionnaire.model import Text


@dataclass(frozen=True)
class EarlierAnswer:
    """What was said before to that which a question asks now.

    `said` holds each earlier question, in its words of then, with its answer: none for a new
    question, several for a merged one. `carries` is the answer that could be taken over as it is,
    None where the question has to be asked again; `because` says why that is so.
    """

    date: date
    kind: Kind
    said: tuple[Said, ...]
    because: Text | None
    carries: Answer | None

    @property
    def key(self) -> tuple[object, ...]:
        """What its look depends on."""
        said = ((one.question.id, one.answer) for one in self.said)
        return (self.date.year, self.kind, self.because, *said)


def earlier_answers(
    series: Series, before: EarlierAnswers | None, questions: Iterable[Any]
) -> dict[str, EarlierAnswer]:
    """What was said then to these questions of the version in `series`.

    Empty where there was no assessment before, or one of a version that no bridge leads from.
    Questions to which nothing was said are left out, new ones are not.
    """
    bridge = series.bridge_from(before.questionnaire) if before else None
    if before is None or bridge is None:
        return {}
    answers = {id: stored.answer for id, stored in before.answers.items()}
    found = {question.id: said_before(bridge, question.id, answers) for question in questions}
    return {
        id: EarlierAnswer(before.date, one.kind, one.said, one.because, one.carries)
        for id, one in found.items()
        if one.said or one.kind is Kind.NEW
    }
