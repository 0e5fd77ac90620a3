"""What two results have to say to each other; codes and figures, no words."""

from assessment.comparison.compare import compare
from assessment.comparison.model import (
    AnswerPair,
    ApplicationPair,
    Comparison,
    DimensionPart,
    Judged,
    Reached,
    Side,
    TopicPart,
    is_same_body,
)

__all__ = [
    "AnswerPair",
    "ApplicationPair",
    "Comparison",
    "DimensionPart",
    "Judged",
    "Reached",
    "Side",
    "TopicPart",
    "compare",
    "is_same_body",
]
