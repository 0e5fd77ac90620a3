"""The parts of what changed, as texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PointsChange:
    """The points of a dimension or topic then and now; `origin` says what a difference is from."""

    title: str
    before: str
    after: str
    difference: str
    origin: str


@dataclass(frozen=True)
class DimensionChange(PointsChange):
    """A dimension with those of its topics whose points are different now."""

    topics: tuple[PointsChange, ...]


@dataclass(frozen=True)
class AnswerChange:
    """What was said before and what is said now; `note` where the question was worded anew."""

    question: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True)
class TopicChanges:
    """A topic with its questions to which something else is said now."""

    title: str
    answers: tuple[AnswerChange, ...]


@dataclass(frozen=True)
class Advised:
    """The advice for an application at one time."""

    route: str
    detail: str


@dataclass(frozen=True)
class AdviceChange:
    """The advice for an application then and now; None where it was not planned.

    `met` and `new` are requirements of the route: met since then, and not met any more. `factors`
    are the statements about it that are different now.
    """

    title: str
    before: Advised | None
    after: Advised | None
    route_changed: bool
    requirements_of: str
    met: tuple[str, ...]
    new: tuple[str, ...]
    factors: tuple[AnswerChange, ...]


@dataclass(frozen=True)
class ChangesView:
    """What changed since an earlier report.

    `since` is the day of that report, `as_of` the day of its assessment, `standing` what it was.
    `notes` say what is to be known of the versions of the questionnaire and of questions that are
    no longer the same. `short` are at most three lines for where there is little room, `told` is
    the same as one paragraph that says since when.
    """

    since: str
    as_of: str
    standing: str
    nothing: bool
    notes: tuple[str, ...]
    dimensions: tuple[DimensionChange, ...]
    answers: tuple[TopicChanges, ...]
    factors: tuple[AnswerChange, ...]
    applications: tuple[AdviceChange, ...]
    unchanged_applications: int
    targets: tuple[str, ...]
    measures: tuple[str, ...]
    short: tuple[str, ...]
    told: str

    @property
    def answer_count(self) -> int:
        """To how many questions something else is said now."""
        return sum(len(topic.answers) for topic in self.answers)
