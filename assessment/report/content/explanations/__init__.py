"""How a figure arose, in words: a table of terms that add up to it."""

from assessment.report.content.explanations.tables import (
    ExplanationPage,
    ExplanationView,
    TermView,
    explanation_page,
)

__all__ = ["ExplanationPage", "ExplanationView", "TermView", "explanation_page"]
