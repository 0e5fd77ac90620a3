"""What speaks for a route beside readiness: each factor with its weight and utilities."""

from dataclasses import dataclass

from assessment.recommendation.model import Factor, RecommendationModel, Route
from assessment.report.content.figures import number
from assessment.report.method.source import Source, source_of


@dataclass(frozen=True)
class LevelRow:
    """A level of a factor, with what it is worth on each route."""

    level: int
    text: str
    utilities: tuple[str, ...]


@dataclass(frozen=True)
class FactorRow:
    """A factor; `of_body` where it is asked once for the whole body."""

    name: str
    of_body: bool
    weight: str
    levels: tuple[LevelRow, ...]
    reason: str
    source: Source


def factor_rows(model: RecommendationModel, language: str) -> tuple[FactorRow, ...]:
    """Every factor, in the order in which they are asked."""
    return tuple(
        FactorRow(
            name=factor.name[language],
            of_body=factor.of == "body",
            weight=number(factor.weight, language),
            levels=_levels(factor, language),
            reason=factor.reason[language],
            source=source_of(factor.source, language),
        )
        for factor in model.factors
    )


def _levels(factor: Factor, language: str) -> tuple[LevelRow, ...]:
    return tuple(
        LevelRow(
            level,
            text[language],
            tuple(number(factor.utility[route][level], language) for route in Route),
        )
        for level, text in enumerate(factor.levels)
    )
