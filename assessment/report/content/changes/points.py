"""Points then and now, and what their difference comes from."""

from decimal import Decimal

from assessment.comparison import Comparison, DimensionPart, Side, TopicPart
from assessment.report.content.changes.view import DimensionChange, PointsChange
from assessment.report.content.figures import DASH, points, signed_points
from assessment.scoring.linking import Difference
from assessment.wording import name


def dimension_changes(found: Comparison[Side], language: str) -> tuple[DimensionChange, ...]:
    """Every dimension, with those of its topics that have other points now."""
    return tuple(_dimension(part, language) for part in found.dimensions)


def moved(part: TopicPart) -> bool:
    """Whether the points are different, or there are points on one side only."""
    pair = part.difference.published
    return pair.earlier != pair.later


def _dimension(part: DimensionPart, language: str) -> DimensionChange:
    topics = tuple(PointsChange(**_texts(topic, language)) for topic in part.topics if moved(topic))
    return DimensionChange(**_texts(part, language), topics=topics)


def _texts(part: TopicPart, language: str) -> dict[str, str]:
    difference = part.difference
    return {
        "title": part.title[language],
        "before": _points(difference.published.earlier, language),
        "after": _points(difference.published.later, language),
        "difference": signed(difference.total, language),
        "origin": _origin(difference, language),
    }


def signed(value: Decimal | None, language: str) -> str:
    """The difference with its sign; a dash where there is none to tell."""
    if value is None:
        return DASH
    return signed_points(float(value), language) if value else "±0"


def _points(value: Decimal | None, language: str) -> str:
    return points(None if value is None else float(value), language)


def _origin(difference: Difference, language: str) -> str:
    """Real change, other questions answered, method: with points where it is several."""
    parts = difference.named
    if not parts:
        return name("difference", difference.label, language)
    if len(parts) == 1:
        return name("difference", next(iter(parts)), language)
    told = (
        f"{name('difference', of, language)} {signed(part, language)}" for of, part in parts.items()
    )
    return ", ".join(told)
