"""The language of rules: `all`, `any`, `not` around statements on answers and applications."""

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class All(_Rule):
    """True when every part is true."""

    all: tuple["Condition", ...] = Field(min_length=1)


class Any(_Rule):
    """True when at least one part is true."""

    any: tuple["Condition", ...] = Field(min_length=1)


class Not(_Rule):
    """True when the part is false."""

    not_: "Condition" = Field(alias="not")


class QuestionIs(_Rule):
    """A statement about an answer: level or number at least or at most, an option, or its state."""

    question: str
    at_least: float | None = None
    at_most: float | None = None
    is_: str | None = Field(default=None, alias="is")
    includes: str | None = None
    state: str | None = None


class FactorIs(_Rule):
    """A factor of the application is at least at this level."""

    factor: str
    at_least: int = Field(ge=0, le=4)


class HasTrait(_Rule):
    """The application has this trait."""

    trait: str


class AiActClass(_Rule):
    """The application falls into one of these classes of the AI Act."""

    ai_act: tuple[str, ...] = Field(min_length=1)


_KINDS = ("all", "any", "not", "question", "factor", "trait", "ai_act")


def _kind(value: object) -> str | None:
    if isinstance(value, dict):
        return next((kind for kind in _KINDS if kind in value), None)
    names = {"All": "all", "Any": "any", "Not": "not", "QuestionIs": "question"}
    names |= {"FactorIs": "factor", "HasTrait": "trait", "AiActClass": "ai_act"}
    return names.get(type(value).__name__)


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Any, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[QuestionIs, Tag("question")]
    | Annotated[FactorIs, Tag("factor")]
    | Annotated[HasTrait, Tag("trait")]
    | Annotated[AiActClass, Tag("ai_act")],
    Discriminator(_kind),
]
Statement = QuestionIs | FactorIs | HasTrait | AiActClass


def holds(condition: Condition | None, is_true: Callable[[Statement], bool]) -> bool:
    """Whether the condition is true, given what tells single statements; no condition is true."""
    match condition:
        case None:
            return True
        case All(all=parts):
            return all(holds(part, is_true) for part in parts)
        case Any(any=parts):
            return any(holds(part, is_true) for part in parts)
        case Not(not_=part):
            return not holds(part, is_true)
    return is_true(condition)


for _rule in (All, Any, Not):
    _rule.model_rebuild()
