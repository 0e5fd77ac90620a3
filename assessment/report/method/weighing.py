"""The numbers that make advice of points: the share of readiness, margins, and the draws."""

from dataclasses import dataclass

from assessment.recommendation.model import RecommendationModel
from assessment.report.content.figures import number, percent, whole
from assessment.report.method.source import Source, source_of


@dataclass(frozen=True)
class WeighingView:
    """Single numbers of the advice, each as it is shown, with reasons."""

    readiness: str
    readiness_percent: str
    context: str
    readiness_reason: str
    readiness_source: Source
    nearly_equal: str
    draws: str
    utility_low: str
    utility_high: str
    share_low: str
    share_high: str
    concentration: str
    default_share: str
    firm: str
    likely: str
    firmness_reason: str
    firmness_source: Source


def weighing_of(model: RecommendationModel, language: str) -> WeighingView:
    """These numbers in the language."""
    share, drawn = model.lambda_, model.firmness
    utility_low, utility_high = drawn.utility_factor
    share_low, share_high = drawn.readiness_share
    return WeighingView(
        readiness=number(share.value, language),
        readiness_percent=percent(share.value, language),
        context=number(1 - share.value, language),
        readiness_reason=share.reason[language],
        readiness_source=source_of(share.source, language),
        nearly_equal=number(model.nearly_equal, language),
        draws=whole(drawn.draws, language),
        utility_low=number(utility_low, language),
        utility_high=number(utility_high, language),
        share_low=number(share_low, language),
        share_high=number(share_high, language),
        concentration=number(drawn.weight_concentration, language),
        default_share=percent(drawn.default_share, language),
        firm=percent(drawn.firm, language),
        likely=percent(drawn.likely, language),
        firmness_reason=drawn.reason[language],
        firmness_source=source_of(drawn.source, language),
    )
