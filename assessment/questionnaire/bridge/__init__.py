"""Bridges between questionnaire versions: what became of each question, and of its answers.

A version says in its `bridges.yaml` what became of every question of an earlier one; that version's
`questionnaire.yaml` and `questions/` lie beside it in `earlier/<reference>/`.
"""

from assessment.questionnaire.bridge.carrying import (
    Earlier,
    Said,
    carried_over,
    earlier_said,
    mapped_back,
    said_before,
)
from assessment.questionnaire.bridge.model import Bridge, Jump, Kind, Link, Series, same_version

__all__ = [
    "Bridge",
    "Earlier",
    "Jump",
    "Kind",
    "Link",
    "Said",
    "Series",
    "carried_over",
    "earlier_said",
    "mapped_back",
    "said_before",
    "same_version",
]
