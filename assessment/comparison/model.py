"""A comparison of two results and its parts."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from assessment.model import Model
from assessment.municipality import Municipality
from assessment.questionnaire.bridge import Bridge, Link, Said
from assessment.questionnaire.model import Text
from assessment.recommendation.model import Route
from assessment.result import ApplicationResult, Result
from assessment.scoring.linking import Difference


class Side(Protocol):
    """One side of a comparison: a result, and the model that it was judged by."""

    @property
    def result(self) -> Result: ...

    @property
    def model(self) -> Model: ...


@dataclass(frozen=True)
class Judged:
    """A result with the model that it was judged by, and nothing else."""

    result: Result
    model: Model


@dataclass(frozen=True)
class TopicPart:
    """A topic on both sides; coverage is None where it has no question."""

    id: str
    title: Text
    difference: Difference
    coverage: tuple[float | None, float | None]


@dataclass(frozen=True)
class DimensionPart(TopicPart):
    """A dimension on both sides, with its topics: none where no bridge links the versions."""

    topics: tuple[TopicPart, ...]


@dataclass(frozen=True)
class AnswerPair:
    """What was said before and what is said now to questions that belong together."""

    link: Link
    before: tuple[Said, ...]
    after: tuple[Said, ...]


@dataclass(frozen=True)
class ApplicationPair:
    """An application on both sides, None where it was not planned.

    The gates are those of `route`, the one advised later, else the one advised earlier.
    """

    id: str
    earlier: ApplicationResult | None
    later: ApplicationResult | None
    route: Route | None
    met: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def any(self) -> ApplicationResult:
        """The later one, else the earlier one: one of them there always is."""
        found = self.later or self.earlier
        assert found is not None  # noqa: S101 - a pair of nothing is never made
        return found


@dataclass(frozen=True)
class Reached:
    """A level that was set before, for a topic or a question, and where things stand.

    `id` is that of the topic, the question or the measure. `now` is the level over the questions
    in common; None where there are none. A measure has the first and last of its `quarters`, and
    is `due` once the last one is over.
    """

    id: str
    title: Text
    level: int
    before: int | None
    now: int | None
    topic: Text | None = None
    quarters: tuple[str, str] | None = None
    due: bool = True

    @property
    def done(self) -> bool | None:
        """Whether the level has been reached; None where it cannot be told."""
        return None if self.now is None else self.now >= self.level

    @property
    def since(self) -> bool:
        """Whether the level was reached only meanwhile."""
        return self.done is True and (self.before is None or self.before < self.level)


S_co = TypeVar("S_co", bound=Side, covariant=True)


@dataclass(frozen=True)
class Comparison(Generic[S_co]):
    """Two results side by side.

    Of one body the older one is the earlier one. `bridge` None means that nobody has declared how
    their questionnaires belong together: then only `dimensions` and `applications` are there.
    `emptied` are the questions in common that only the earlier one answers, `answered` those that
    only the later one answers; `untouched` counts those whose answers the later one took over and
    nobody has changed since.
    Targets and measures are those of the earlier one; of two bodies there are none.
    """

    earlier: S_co
    later: S_co
    bridge: Bridge | None
    dimensions: tuple[DimensionPart, ...]
    applications: tuple[ApplicationPair, ...]
    changed: tuple[AnswerPair, ...] = ()
    emptied: tuple[AnswerPair, ...] = ()
    answered: tuple[AnswerPair, ...] = ()
    untouched: int = 0
    asked_again: tuple[AnswerPair, ...] = ()
    targets: tuple[Reached, ...] = ()
    measures: tuple[Reached, ...] = ()

    @property
    def same_body(self) -> bool:
        """Whether it is one body over time."""
        earlier, later = self.earlier.result.assessment, self.later.result.assessment
        return is_same_body(earlier.municipality, later.municipality)

    @property
    def same_version(self) -> bool:
        """Whether both answered the same version of the questionnaire."""
        earlier, later = self.earlier.result.assessment, self.later.result.assessment
        return earlier.questionnaire == later.questionnaire


def is_same_body(one: Municipality, other: Municipality) -> bool:
    """Whether it is the same body: by its official key, else by name and kind."""
    if one.ags and other.ags:
        return one.ags == other.ags
    return (one.name.casefold(), one.body) == (other.name.casefold(), other.body)
