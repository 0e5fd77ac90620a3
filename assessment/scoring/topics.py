"""Scores of the topics: weighted means of their answers, with the range that open answers leave."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assessment.questionnaire.model import Questionnaire
from assessment.scoring.points import Numbers, Points, scored_questions

# So many assessments at once stay within the processor's cache.
_ROWS_AT_ONCE = 4096


@dataclass(frozen=True)
class Scores:
    """Points 0-100 of n assessments on k topics or dimensions; NaN where nothing can be formed.

    Coverage runs from 0 to 1. Always low <= score <= high.
    """

    score: Numbers
    low: Numbers
    high: Numbers
    coverage: Numbers


@dataclass(frozen=True)
class Sums:
    """Per assessment and topic: the weighted values, and the weights answered and still open."""

    value: Numbers
    answered: Numbers
    open: Numbers


def topic_sums(questionnaire: Questionnaire, points: Points) -> Sums:
    """What the answers add up to, topic by topic.

    Columns are added one after the other, so that a single assessment and a hundred thousand at
    once give the same numbers to the last bit.
    """
    places = {topic.id: place for place, topic in enumerate(questionnaire.topics)}
    columns = [(places[q.topic], q.weight) for q in scored_questions(questionnaire)]
    shape = (len(points.values), len(places))
    value, answered, still_open = (np.zeros(shape, order="F") for _ in range(3))
    for start in range(0, len(points.values), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        known = ~np.isnan(points.values[rows])
        _add(value[rows], np.where(known, points.values[rows], 0), columns)
        _add(answered[rows], known.astype(float), columns)
        _add(still_open[rows], points.open[rows].astype(float), columns)
    return Sums(value, answered, still_open)


def _add(sums: Numbers, parts: Numbers, columns: Sequence[tuple[int, float]]) -> None:
    """Add each column to the sum of its topic, times its weight."""
    for column, (topic, weight) in enumerate(columns):
        sums[:, topic] += parts[:, column] if weight == 1 else parts[:, column] * weight


def topic_scores(sums: Sums) -> Scores:
    """The scores of the topics, with the range that open answers leave, and the coverage."""
    asked = sums.answered + sums.open
    score = score_alone(sums)
    low = at_most_100(ratio(100 * sums.value, asked))
    high = at_most_100(ratio(100 * (sums.value + sums.open), asked))
    return Scores(score, *around(score, low, high), ratio(sums.answered, asked))


def score_alone(sums: Sums) -> Numbers:
    """The topics' scores without range and coverage, where only these are needed."""
    return at_most_100(ratio(100 * sums.value, sums.answered))


def around(score: Numbers, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """The range, widened where the rounding of a last bit would leave the score outside."""
    return np.where(score < low, score, low), np.where(score > high, score, high)


def at_most_100(points: Numbers) -> Numbers:
    """The points without the last bit by which rounding may lift full ones over 100."""
    return np.minimum(points, 100)


def ratio(numerator: Numbers, denominator: Numbers) -> Numbers:
    """The quotient, and NaN where both are 0: "no result" is never a number."""
    with np.errstate(invalid="ignore"):
        quotient: Numbers = numerator / denominator
    return quotient
