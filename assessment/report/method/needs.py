"""What each route needs of each topic: points and weight, with reason and source."""

from dataclasses import dataclass

from assessment.model import Model
from assessment.questionnaire.model import Topic
from assessment.recommendation.model import Requirement, Route, RouteText
from assessment.report.content.figures import DASH, number
from assessment.report.method.source import Source, source_of


@dataclass(frozen=True)
class Need:
    """What one route needs of a topic; a dash where it needs nothing."""

    route: str
    required: str
    weight: str
    reason: str
    source: Source


@dataclass(frozen=True)
class NeedRow:
    """A topic with what every route needs of it, in the order of the routes."""

    dimension: str
    topic: str
    needs: tuple[Need, ...]


def need_rows(model: Model, language: str) -> tuple[NeedRow, ...]:
    """One row for each topic, in the questionnaire's order."""
    return tuple(
        _row(dimension.title[language], topic, model, language)
        for dimension in model.questionnaire.dimensions
        for topic in dimension.topics
    )


def _row(dimension: str, topic: Topic, model: Model, language: str) -> NeedRow:
    advice = model.recommendation
    needs = (
        _need(advice.route_by_id[route], advice.requirements[route][topic.id], language)
        for route in Route
    )
    return NeedRow(dimension, topic.title[language], tuple(needs))


def _need(route: RouteText, need: Requirement, language: str) -> Need:
    return Need(
        route=route.name[language],
        required=number(need.required, language) if need.required else DASH,
        weight=number(need.weight, language) if need.required else "",
        reason=need.reason[language],
        source=source_of(need.source, language),
    )
