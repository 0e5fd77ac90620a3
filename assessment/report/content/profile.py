"""The profile in words: each dimension and topic with points, range, level and what is lacking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from assessment.model import Model
from assessment.questionnaire.model import Dimension, Questionnaire
from assessment.recommendation.model import Route
from assessment.recommendation.suitability import DimensionStance
from assessment.report.charts.chart import Chart
from assessment.report.charts.ranges import RangeRow, range_svg
from assessment.report.content import sentences
from assessment.report.content.figures import DASH, percent, points, span
from assessment.result import Result
from assessment.scoring.dimensions import levels
from assessment.scoring.scorecard import DimensionScore, TopicScore

SHOWN_TOPICS = 5


@dataclass(frozen=True)
class TopicView:
    """A topic with its points and, in the order of the routes, the points missing for each.

    `at`, `low` and `high` are points and range as they were worked out, for the bar.
    """

    id: str
    title: str
    score: str
    range: str
    coverage: str
    level: str
    at: float | None
    low: float | None
    high: float | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class StanceView:
    """How many of the topics that a route needs have enough, and how far it is met in all."""

    reached: int
    needed: int
    fit: str

    @property
    def complete(self) -> bool:
        """Whether nothing is missing for the route."""
        return self.reached == self.needed


@dataclass(frozen=True)
class DimensionView:
    """A dimension with the word for its level, what it allows, its topics and their chart."""

    id: str
    title: str
    description: str
    score: str
    range: str
    coverage: str
    level: str
    level_number: int | None
    stances: tuple[StanceView, ...]
    topics: tuple[TopicView, ...]


@dataclass(frozen=True)
class Profile:
    """All dimensions, the chart that puts them side by side, and the topics at both ends."""

    dimensions: tuple[DimensionView, ...]
    chart: Chart
    route_names: tuple[str, ...]
    strongest: tuple[TopicView, ...]
    weakest: tuple[TopicView, ...]


def profile_of(result: Result, model: Model, language: str) -> Profile:
    """The profile of a result in the language."""
    asked = model.questionnaire
    dimensions = tuple(
        _dimension(dimension, result, asked, language) for dimension in asked.dimensions
    )
    scored = [
        (dimension.title[language], result.scorecard.dimensions[dimension.id])
        for dimension in asked.dimensions
    ]
    ranked = _ranked(dimensions, result)
    return Profile(
        dimensions,
        _chart(scored, asked, language),
        tuple(route.name[language] for route in model.recommendation.routes),
        strongest=ranked[:SHOWN_TOPICS],
        weakest=ranked[SHOWN_TOPICS:][::-1][:SHOWN_TOPICS],
    )


def _ranked(dimensions: Sequence[DimensionView], result: Result) -> tuple[TopicView, ...]:
    """The topics with points, the highest first and otherwise in their order."""
    scores = {
        topic.id: topic.score
        for dimension in result.scorecard.dimensions.values()
        for topic in dimension.topics.values()
        if topic.score is not None
    }
    views = (view for dimension in dimensions for view in dimension.topics if view.id in scores)
    return tuple(sorted(views, key=lambda view: -scores[view.id]))


def level_name(score: float | None, questionnaire: Questionnaire, language: str) -> str:
    """The word for the band that the points lie in; the lower edge belongs to the band."""
    if score is None:
        return sentences.no_result(language)
    (level,) = levels(questionnaire.bands, np.asarray([score]))
    return questionnaire.band_names[int(level)][language]


def _dimension(
    dimension: Dimension, result: Result, asked: Questionnaire, language: str
) -> DimensionView:
    score = result.scorecard.dimensions[dimension.id]
    topics = [score.topics[topic.id] for topic in dimension.topics]
    titles = {topic.id: topic.title[language] for topic in dimension.topics}
    return DimensionView(
        id=dimension.id,
        title=dimension.title[language],
        description=dimension.description[language],
        score=points(score.score, language),
        range=span(score.low, score.high, language),
        coverage=percent(score.coverage, language),
        level=level_name(score.score, asked, language),
        level_number=score.level,
        stances=_stances(result.stances[dimension.id], language),
        topics=tuple(
            _topic(topic, titles[topic.id], asked, language, gaps=result.gaps.get(topic.id, {}))
            for topic in topics
        ),
    )


def _stances(stances: Mapping[Route, DimensionStance], language: str) -> tuple[StanceView, ...]:
    return tuple(
        StanceView(
            stance.reached,
            stance.needed,
            percent(stance.fit, language),
        )
        for stance in stances.values()
    )


def _topic(
    score: TopicScore,
    title: str,
    asked: Questionnaire,
    language: str,
    *,
    gaps: Mapping[Route, float | None],
) -> TopicView:
    return TopicView(
        id=score.id,
        title=title,
        score=points(score.score, language),
        range=span(score.low, score.high, language),
        coverage=percent(score.coverage, language),
        level=level_name(score.score, asked, language),
        at=score.score,
        low=score.low,
        high=score.high,
        missing=tuple(_missing(gaps.get(route), language) for route in Route),
    )


def _missing(gap: float | None, language: str) -> str:
    return DASH if gap is None else points(gap, language) if gap > 0 else "0"


def _chart(
    scored: Sequence[tuple[str, DimensionScore]], asked: Questionnaire, language: str
) -> Chart:
    lines = tuple(_range_row(title, score, language) for title, score in scored)
    names = tuple(name[language] for name in asked.band_names)
    alternative = sentences.ranges(scored, language)
    return Chart(
        draw=partial(range_svg, lines, names, asked.bands),
        alternative=alternative,
        head=sentences.range_head(language),
        rows=tuple((title, *_figures(score, asked, language)) for title, score in scored),
    )


def _figures(score: DimensionScore, asked: Questionnaire, language: str) -> tuple[str, ...]:
    return (
        points(score.score, language),
        span(score.low, score.high, language),
        percent(score.coverage, language),
        level_name(score.score, asked, language),
    )


def _range_row(title: str, score: DimensionScore, language: str) -> RangeRow:
    if score.low is None:
        note = sentences.not_asked(language)
    elif score.score is None:
        note = sentences.no_result(language)
    else:
        note = points(score.score, language)
    return RangeRow(title, score.score, score.low, score.high, note)
