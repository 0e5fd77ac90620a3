"""The scores of one assessment, unrounded, with their ranges; None where nothing can be formed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assessment.questionnaire.answers import Answer
from assessment.questionnaire.model import Dimension, Questionnaire
from assessment.scoring.dimensions import NO_LEVEL, dimension_scores, levels
from assessment.scoring.points import points
from assessment.scoring.topics import Scores, topic_scores, topic_sums


@dataclass(frozen=True)
class TopicScore:
    """Points 0-100; `low` and `high` are what the open answers could still make of it."""

    id: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None


@dataclass(frozen=True)
class DimensionScore:
    """A dimension's points and its level 0-4 (None without a score), with its topics by id."""

    id: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    level: int | None
    topics: Mapping[str, TopicScore]


@dataclass(frozen=True)
class Scorecard:
    """All dimensions by id, and the share of asked questions (by weight) that are answered."""

    coverage: float | None
    dimensions: Mapping[str, DimensionScore]

    @property
    def topics(self) -> dict[str, TopicScore]:
        """Every topic of every dimension by id, in the questionnaire's order."""
        return {
            topic.id: topic
            for dimension in self.dimensions.values()
            for topic in dimension.topics.values()
        }


def scorecard(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Scorecard:
    """The scores of one assessment; the case n = 1 of what is computed for many at once."""
    sums = topic_sums(questionnaire, points(questionnaire, [answers]))
    of_topics = topic_scores(sums)
    of_dimensions = dimension_scores(questionnaire, of_topics, sums)
    reached = levels(questionnaire.bands, of_dimensions.score)[0]
    topics = {
        topic.id: TopicScore(topic.id, *_row(of_topics, place))
        for place, topic in enumerate(questionnaire.topics)
    }
    dimensions = {
        dimension.id: DimensionScore(
            dimension.id,
            *_row(of_dimensions, place),
            level=None if reached[place] == NO_LEVEL else int(reached[place]),
            topics=_own(dimension, topics),
        )
        for place, dimension in enumerate(questionnaire.dimensions)
    }
    answered, asked = float(sums.answered.sum()), float((sums.answered + sums.open).sum())
    return Scorecard(coverage=answered / asked if asked else None, dimensions=dimensions)


def _own(dimension: Dimension, topics: Mapping[str, TopicScore]) -> dict[str, TopicScore]:
    return {topic.id: topics[topic.id] for topic in dimension.topics}


def _row(
    scores: Scores, place: int
) -> tuple[float | None, float | None, float | None, float | None]:
    """Score, low, high and coverage of the only assessment at this place; None for NaN."""
    return (
        _number(scores.score[0, place]),
        _number(scores.low[0, place]),
        _number(scores.high[0, place]),
        _number(scores.coverage[0, place]),
    )


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
