"""What changed since an earlier report, in words: for documents and for the page on screen."""

from assessment.report.content.changes.content import Earlier, changes_of, changes_view
from assessment.report.content.changes.view import (
    AdviceChange,
    AnswerChange,
    ChangesView,
    PointsChange,
    TopicChanges,
)

__all__ = [
    "AdviceChange",
    "AnswerChange",
    "ChangesView",
    "Earlier",
    "PointsChange",
    "TopicChanges",
    "changes_of",
    "changes_view",
]
