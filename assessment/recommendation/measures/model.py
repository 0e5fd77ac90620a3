"""The measures as data (`measures.yaml`): one for each step of each topic, and how to plan them."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from assessment.questionnaire.model import LevelsQuestion, Part, Questionnaire, Text


class HelpOffer(Part):
    """Help that others offer, mostly free of charge, with its address."""

    name: Text
    url: str


class PersonDays(Part):
    """Internal work, an estimate from low to high; neither fees nor salaries of new posts."""

    low: float = Field(ge=0)
    high: float = Field(ge=0)


class Measure(Part):
    """What lifts a topic by one step, to `to_level`; the step before it always comes first."""

    id: str
    topic: str
    to_level: int = Field(ge=1)
    title: Text
    description: Text
    responsible: Text
    effort: Literal["S", "M", "L"]
    person_days: PersonDays
    duration_quarters: int = Field(ge=1)
    prerequisites: tuple[str, ...] = ()
    help_offers: tuple[HelpOffer, ...] = ()
    sources: tuple[str, ...] = ()


class WithinRange(Part):
    """Which person-days count: 0 the low estimate, 1 the high one, 0.5 the middle."""

    value: float = Field(ge=0, le=1)
    reason: Text


class DefaultPlan(Part):
    """The plan for a body that states none; it starts in the quarter after the assessment."""

    quarters: int = Field(ge=1, le=40)
    person_days_per_quarter: float = Field(gt=0)
    reason: Text


class Importance(Part):
    """How strongly each kind of goal pulls its measures to the front, times the priority."""

    minimum: float = Field(gt=0)
    condition: float = Field(gt=0)
    target: float = Field(gt=0)
    score: float = Field(gt=0)
    reason: Text

    def __getitem__(self, kind: str) -> float:
        value: float = getattr(self, kind)
        return value


class Planning(Part):
    """How measures are planned: own calibration."""

    as_of: str
    note: Text
    effort_within_range: WithinRange
    default_plan: DefaultPlan
    importance: Importance


class Measures(Planning):
    """Every measure and how they are planned."""

    measures: tuple[Measure, ...]

    @cached_property
    def by_id(self) -> dict[str, Measure]:
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def by_step(self) -> dict[tuple[str, int], Measure]:
        """The measure that lifts a topic to a level."""
        return {(measure.topic, measure.to_level): measure for measure in self.measures}

    def person_days(self, measure: Measure) -> float:
        """What the measure takes altogether."""
        days, share = measure.person_days, self.effort_within_range.value
        return days.low + share * (days.high - days.low)

    def before(self, measure: Measure) -> tuple[Measure, ...]:
        """What has to be finished first: the step before it, and its prerequisites."""
        step = self.by_step.get((measure.topic, measure.to_level - 1))
        named = (self.by_id[name] for name in measure.prerequisites)
        return tuple(dict.fromkeys((*((step,) if step else ()), *named)))


def highest_level(questionnaire: Questionnaire, topic: str) -> int:
    """The highest level that any question of the topic can stand at; 0 if none has levels."""
    questions = questionnaire.by_topic[topic]
    tops = [len(q.levels) - 1 for q in questions if isinstance(q, LevelsQuestion)]
    return max(tops, default=0)
