"""The exit check in words: what to settle before signing, and what one's own answers tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.exit_check import ExitPoint, Standing
from assessment.exit_check.check import Told
from assessment.model import Model
from assessment.report.content.figures import source_day
from assessment.wording import name


@dataclass(frozen=True)
class ToldView:
    """An answer that tells where the body stands; `level` None where there is none."""

    question: str
    level: int | None
    settled_from: int
    standing: Standing
    standing_name: str


@dataclass(frozen=True)
class ExitPointView:
    """A topic of the check with what to ask on the advised route."""

    id: str
    title: str
    reason: str
    standing: Standing
    standing_name: str
    told: tuple[ToldView, ...]
    ask: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ExitCheckView:
    """The check for one application; without a route there are no points."""

    points: tuple[ExitPointView, ...]
    note: str
    settled_reason: str
    as_of: str

    @property
    def open_points(self) -> tuple[str, ...]:
        """The titles of the points that are not known to be settled."""
        return tuple(point.title for point in self.points if point.standing != Standing.SETTLED)

    @property
    def unsettled(self) -> int:
        """How many points are not known to be settled."""
        return len(self.open_points)


def exit_check_of(points: Sequence[ExitPoint], model: Model, language: str) -> ExitCheckView:
    """The check in the language."""
    check = model.exit_check
    return ExitCheckView(
        points=tuple(_point(point, model, language) for point in points),
        note=check.note[language],
        settled_reason=check.settled_reason[language],
        as_of=source_day(check.as_of, language) or "",
    )


def _point(point: ExitPoint, model: Model, language: str) -> ExitPointView:
    topic = point.topic
    return ExitPointView(
        id=topic.id,
        title=topic.title[language],
        reason=topic.reason[language],
        standing=point.standing,
        standing_name=name("exit_standing", point.standing, language),
        told=tuple(_told(told, model, language) for told in point.told),
        ask=tuple(text[language] for text in point.ask),
        sources=topic.sources,
    )


def _told(told: Told, model: Model, language: str) -> ToldView:
    return ToldView(
        question=model.questionnaire.by_id[told.question].text[language],
        level=told.level,
        settled_from=told.settled_from,
        standing=told.standing,
        standing_name=name("exit_standing", told.standing, language),
    )
