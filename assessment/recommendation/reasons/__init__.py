"""Why a route suits as it does."""

from assessment.recommendation.reasons.contributions import (
    factor_contributions,
    reasons,
    topic_contributions,
)
from assessment.recommendation.reasons.explanation import explain_suitability

__all__ = ["explain_suitability", "factor_contributions", "reasons", "topic_contributions"]
