"""The questionnaire as data: dimensions, topics, questions, scales, texts in every language."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assessment.questionnaire.conditions import Condition


class Part(BaseModel):
    """Base of everything read from `questionnaires/`: immutable, and unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Part):
    """One text in every language of the tool; `text["en"]` gives the English one."""

    de: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.de


class Topic(Part):
    """A group of questions in a dimension (Themenfeld)."""

    id: str
    weight: float = Field(default=1, ge=0)
    title: Text


class Dimension(Part):
    """One of the parts that get a score of their own, with its topics in order."""

    id: str
    weight: float = Field(default=1, ge=0)
    title: Text
    description: Text
    topics: tuple[Topic, ...]


class Role(Part):
    """Somebody in the house who can answer a question, such as the data protection officer."""

    id: str
    title: Text


class Relevance(Part):
    """How much a question matters on the two ends of make or buy; shown, not scored."""

    turnkey: Literal["none", "some", "critical"]
    in_house: Literal["none", "some", "critical"]


class Asked(Part):
    """What every kind of question has."""

    id: str
    topic: str
    weight: float = Field(default=1, ge=0)
    text: Text
    help: Text
    evidence: Text | None = None
    answerable_by: tuple[str, ...] = ()
    not_applicable: Text | None = Field(
        default=None, description="When it may be chosen; absent where it may not."
    )
    show_if: Condition | None = None
    relevance: Relevance | None = None
    sources: tuple[str, ...] = ()


class LevelsQuestion(Asked):
    """Anchored levels, lowest first; level i of n is worth i / (n - 1)."""

    kind: Literal["levels"]
    levels: tuple[Text, ...] = Field(min_length=2)


class Option(Part):
    """One choice with its own value between 0 and 1."""

    id: str
    text: Text
    value: float = Field(ge=0, le=1)


class ChoiceQuestion(Asked):
    """Exactly one of several options, each with its own value."""

    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2)


class SeveralQuestion(Asked):
    """Any number of options; their values are added up and capped: min(cap, sum) / cap."""

    kind: Literal["several"]
    options: tuple[Option, ...] = Field(min_length=1)
    cap: float = Field(default=1, gt=0)


class NumberPoint(Part):
    """A corner of the piecewise linear course from a number to a value."""

    at: float
    value: float = Field(ge=0, le=1)


class NumberQuestion(Asked):
    """A number, mapped to a value piecewise linearly and flat beyond the outer points."""

    kind: Literal["number"]
    unit: Text | None = None
    minimum: float | None = None
    maximum: float | None = None
    points: tuple[NumberPoint, ...] = Field(min_length=2)


class ContextOption(Part):
    """A choice that is recorded but never scored."""

    id: str
    text: Text


class ContextQuestion(Asked):
    """Asked for context only: a choice when it has options, else free text; never scored."""

    kind: Literal["context"]
    options: tuple[ContextOption, ...] = ()


Question = Annotated[
    LevelsQuestion | ChoiceQuestion | SeveralQuestion | NumberQuestion | ContextQuestion,
    Field(discriminator="kind"),
]


class Pace(Part):
    """How quickly people get on, to estimate the time that is left."""

    words_per_minute: float = Field(gt=0)
    minutes_to_agree: float = Field(ge=0)
    reason: Text


class Claim(Part):
    """One side of a plausibility rule: a question answered at least, or at most, at a level."""

    question: str
    at_least: int | None = None
    at_most: int | None = None


class PlausibilityRule(Part):
    """Two answers that hardly go together; a hint to check both, never a block."""

    if_: Claim = Field(alias="if")
    and_: Claim = Field(alias="and")
    text: Text


class Questionnaire(Part):
    """A whole questionnaire of one version."""

    id: str
    version: str
    title: Text
    description: Text
    answer_rule: Text
    bands: tuple[float, ...] = Field(
        default=(20, 40, 60, 80), description="Lower edges of levels 1, 2 ... on the 0-100 score."
    )
    band_names: tuple[Text, ...]
    roles: tuple[Role, ...] = ()
    dimensions: tuple[Dimension, ...]
    questions: tuple[Question, ...]
    plausibility: tuple[PlausibilityRule, ...] = ()
    pace: Pace | None = Field(
        default=None, description="Without it no time is estimated; it changes no result."
    )

    @property
    def reference(self) -> str:
        """The name answer files use, such as `ki-readiness@2026.1`."""
        return f"{self.id}@{self.version}"

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(topic for dimension in self.dimensions for topic in dimension.topics)

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Every question by its id, in the questionnaire's order."""
        return {question.id: question for question in self.questions}

    @cached_property
    def by_topic(self) -> dict[str, tuple[Any, ...]]:
        """The questions of each topic, in order."""
        return {
            topic.id: tuple(q for q in self.questions if q.topic == topic.id)
            for topic in self.topics
        }

    @cached_property
    def titles(self) -> dict[str, Text]:
        """What questions, topics and dimensions are called; where ids are alike the larger one."""
        titles = {question.id: question.text for question in self.questions}
        titles |= {topic.id: topic.title for topic in self.topics}
        return titles | {dimension.id: dimension.title for dimension in self.dimensions}
