"""What an assessment under the later version is told of the answers under the earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.bridge.model import Bridge, Kind
from assessment.questionnaire.model import NumberQuestion, Question, Text
from assessment.questionnaire.path import NOT_ASKED


@dataclass(frozen=True)
class Said:
    """An earlier question, as it was worded then, and what was said to it."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Earlier:
    """What was said before to that which a question asks now; `said` is empty for a new one.

    `carries` is the answer that can be taken over as it is; None where the question has to be
    asked again.
    """

    kind: Kind
    said: tuple[Said, ...]
    because: Text | None
    carries: Answer | None


def earlier_said(bridge: Bridge, answers: Mapping[str, Answer]) -> dict[str, Earlier]:
    """For every question of the later version what was said before, as stored then."""
    return {id: said_before(bridge, id, answers) for id in bridge.by_later}


def carried_over(bridge: Bridge, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that can be taken over, by the id of the later version."""
    found = earlier_said(bridge, answers)
    return {id: earlier.carries for id, earlier in found.items() if earlier.carries}


def mapped_back(bridge: Bridge, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The later answers to the questions in common, by the id of the earlier version."""
    return {was: answers.get(id, NOT_ASKED) for id, was in bridge.anchors.items()}


def said_before(bridge: Bridge, id: str, answers: Mapping[str, Answer]) -> Earlier:
    """What was said before to that which this question of the later version asks."""
    link = bridge.by_later[id]
    said = tuple(
        Said(question, answer)
        for question in link.was
        if (answer := answers.get(question.id, UNANSWERED)).state is not State.UNANSWERED
    )
    now = bridge.later.by_id[id]
    carries = said[0].answer if link.is_anchor and said else None
    if carries is not None and not _fits(now, carries):
        carries = None
    return Earlier(link.kind, said, link.because, carries)


def _fits(question: Any, answer: Answer) -> bool:
    """Whether the question still takes the answer; scales of questions in common are alike."""
    if answer.state is State.NOT_APPLICABLE:
        return question.not_applicable is not None
    if isinstance(question, NumberQuestion) and isinstance(answer.value, int | float):
        low = question.minimum is None or answer.value >= question.minimum
        return low and (question.maximum is None or answer.value <= question.maximum)
    return answer.state is not State.NOT_ASKED
