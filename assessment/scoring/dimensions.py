"""Scores of the dimensions: weighted means of their topics, and the levels they are cut into."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assessment.questionnaire.model import Questionnaire
from assessment.scoring.points import Numbers
from assessment.scoring.topics import Scores, Sums, around, at_most_100, ratio

NO_LEVEL = -1

# Sums of thirds and the like may fall a last bit short of an edge that they reach on paper.
_LAST_BITS = 1e-9


def dimension_scores(questionnaire: Questionnaire, topics: Scores, sums: Sums) -> Scores:
    """The scores of the dimensions: means over the topics that have one.

    Low and high are means over the topics with any asked question, so an untouched topic widens the
    range from 0 to 100; coverage is the answered part of the weights asked.
    """
    parts = [
        _dimension(columns, weights, topics, sums) for columns, weights in _members(questionnaire)
    ]
    return Scores(*(np.column_stack(column) for column in zip(*parts, strict=True)))


def levels(bands: Sequence[float], scores: Numbers) -> npt.NDArray[np.int64]:
    """The level 0, 1 ... of each unrounded score, lower edges included; NO_LEVEL without one."""
    reached = np.searchsorted(np.asarray(bands), scores + _LAST_BITS, side="right")
    return np.where(np.isnan(scores), NO_LEVEL, reached)


def _members(questionnaire: Questionnaire) -> list[tuple[slice, list[float]]]:
    """Where each dimension's topics stand in the columns, with their weights."""
    members, start = [], 0
    for dimension in questionnaire.dimensions:
        end = start + len(dimension.topics)
        members.append((slice(start, end), [topic.weight for topic in dimension.topics]))
        start = end
    return members


def _dimension(
    columns: slice, weights: list[float], topics: Scores, sums: Sums
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    score = _mean(topics.score[:, columns], weights)
    low = _mean(topics.low[:, columns], weights)
    high = _mean(topics.high[:, columns], weights)
    answered = _total(sums.answered[:, columns])
    asked = answered + _total(sums.open[:, columns])
    return score, *around(score, low, high), ratio(answered, asked)


def _mean(values: Numbers, weights: list[float]) -> Numbers:
    """The weighted mean of each row over what is there, added column by column."""
    total, weight = np.zeros(len(values)), np.zeros(len(values))
    for column, share in enumerate(weights):
        there = ~np.isnan(values[:, column])
        total += np.where(there, values[:, column], 0) * share
        weight += there * share
    return at_most_100(ratio(total, weight))


def _total(values: Numbers) -> Numbers:
    """The sum of each row, added column by column: the same bits for any number of rows."""
    total = np.zeros(len(values))
    for column in range(values.shape[1]):
        total += values[:, column]
    return total
