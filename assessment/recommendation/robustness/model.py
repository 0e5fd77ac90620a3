"""What is said about the firmness of a piece of advice; codes and unrounded numbers, not words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator

from assessment.questionnaire.answers import Value
from assessment.recommendation.outcome import Outcome

Kind = Literal["question", "factor"]


class Firmness(StrEnum):
    """How often the draws come to what is recommended (Festigkeit)."""

    FIRM = "firm"
    LIKELY = "likely"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Change:
    """Another answer to a question, or another level of a factor.

    `from_` None is an answer that nobody has given or knows. `lowers` says that a known answer
    would get worse; more or less of a factor is neither better nor worse.
    """

    kind: Kind
    id: str
    from_: Value | None
    to: Value
    lowers: bool


@dataclass(frozen=True)
class Flip:
    """A change of one or two answers or factors after which the advice is another (Kipppunkt)."""

    changes: tuple[Change, ...]
    route: Outcome

    @property
    def rests_on(self) -> bool:
        """Whether an answer would have to get worse: then it tells what the advice rests on."""
        return any(change.lowers for change in self.changes)


@dataclass(frozen=True)
class FindOut:
    """Something nobody knows yet, and the rise in firmness expected from finding it out."""

    kind: Kind
    id: str
    gain: float
    answerable_by: tuple[str, ...]


@dataclass(frozen=True)
class Deciding:
    """A factor or topic that tells two routes apart, in points for the first one of them.

    A gate that stops one of them has no points: None.
    """

    kind: Literal["topic", "factor", "gate"]
    id: str
    points: float | None


@dataclass(frozen=True)
class CloseCall:
    """Two results between which the draws do not decide, the recommended one first."""

    between: tuple[Outcome, Outcome]
    deciding: tuple[Deciding, ...]


def _outcome(key: object) -> object:
    """Keys of a stored result are texts: there "None" is no route."""
    return None if key == "None" else key


@dataclass(frozen=True)
class Standing:
    """How firm a recommended result is.

    `shares` are parts of the draws and sum to 1; firmness follows the share of what is recommended.
    `ask_first` are factors of the body that nobody has given: before they are, nothing is firm.
    """

    firmness: Firmness
    shares: Mapping[Annotated[Outcome, BeforeValidator(_outcome)], float]
    ask_first: tuple[str, ...]


@dataclass(frozen=True)
class Robustness(Standing):
    """How firm the advice for an application is, and what would change it or make it firmer."""

    too_close: CloseCall | None
    flips: tuple[Flip, ...]
    find_out_first: tuple[FindOut, ...]
