"""The result as people and programs see it: rounded once, here, and ready for JSON."""

from assessment.presentation.cases import case_json
from assessment.presentation.explanation import explanation_json
from assessment.presentation.result_json import to_json
from assessment.presentation.rounding import points, share

__all__ = ["case_json", "explanation_json", "points", "share", "to_json"]
