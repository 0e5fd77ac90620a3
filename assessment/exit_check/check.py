"""What a body has still to settle so that it can leave a solution again, for the route advised."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.exit_check.model import ExitCheck, ExitTopic, Tells
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import Text
from assessment.recommendation.model import Route


class Standing(StrEnum):
    """Where the body stands by its own answers."""

    SETTLED = "settled"
    OPEN = "open"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Told:
    """What one answer tells: `level` is None where there is none."""

    question: str
    level: int | None
    settled_from: int
    standing: Standing


@dataclass(frozen=True)
class ExitPoint:
    """One topic with what to ask on this route, and where the body stands.

    It is open as soon as one answer is below its level, settled if all answers reach theirs;
    not_asked where the questionnaire asks nothing about it, or nothing that applies.
    """

    topic: ExitTopic
    standing: Standing
    told: tuple[Told, ...]
    ask: tuple[Text, ...]


def exit_points(
    check: ExitCheck, route: Route, answers: Mapping[str, Answer]
) -> tuple[ExitPoint, ...]:
    """Every topic for the route, in the order of the check."""
    return tuple(_point(topic, route, answers) for topic in check.topics)


def _point(topic: ExitTopic, route: Route, answers: Mapping[str, Answer]) -> ExitPoint:
    told = tuple(
        _told(tells, answers.get(tells.question, UNANSWERED))
        for tells in topic.tells
        if route in tells.routes
    )
    ask = tuple(question.text for question in topic.ask if route in question.routes)
    return ExitPoint(topic, _together({one.standing for one in told}), told, ask)


def _told(tells: Tells, answer: Answer) -> Told:
    level = answer.value if answer.state == State.ANSWERED else None
    if not isinstance(level, int):
        applies = answer.state in {State.UNKNOWN, State.UNANSWERED}
        standing = Standing.UNKNOWN if applies else Standing.NOT_ASKED
        return Told(tells.question, None, tells.settled_from, standing)
    standing = Standing.SETTLED if level >= tells.settled_from else Standing.OPEN
    return Told(tells.question, level, tells.settled_from, standing)


def _together(standings: set[Standing]) -> Standing:
    """The one that decides: what is open weighs more than what is unknown or settled."""
    order = (Standing.OPEN, Standing.UNKNOWN, Standing.SETTLED)
    return next((one for one in order if one in standings), Standing.NOT_ASKED)
