"""Quartiles, merged classes and exact intervals against other ways to find them."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.benchmark.disclosure.classes.answers import Scale
from assessment.benchmark.layout import TOTAL, UnknownBreakdown, breakdowns
from assessment.benchmark.statistics.intervals import median_ranks, share_interval
from assessment.benchmark.statistics.merging import merged


@given(st.lists(st.integers(0, 30), min_size=1, max_size=7), st.booleans())
def test_merged_classes_are_all_there_once_and_each_large_enough(counts, neighbours):
    groups = merged(counts, 5, neighbours=neighbours)
    assert len(groups) != 1
    if groups:
        assert sorted(one for group in groups for one in group) == list(range(len(counts)))
        assert min(sum(counts[one] for one in group) for group in groups) >= 5
    if groups and neighbours:
        assert all(group == tuple(range(group[0], group[-1] + 1)) for group in groups)


def test_a_distribution_keeps_as_many_classes_as_it_can():
    assert merged([6, 2, 3, 9, 0], 5, neighbours=True) == ((0,), (1, 2), (3, 4))
    assert merged([4, 5], 5, neighbours=True) == ()


@pytest.mark.parametrize(("size", "rank"), [(5, 0), (6, 1), (10, 2), (17, 5), (20, 6), (100, 40)])
def test_the_interval_of_the_median_is_that_of_the_sign_test(size, rank):
    """Conover, Practical Nonparametric Statistics: binomial tails below 2.5 % on each side."""
    assert median_ranks(np.array([size]))[0] == rank
    assert sum(comb(size, k) for k in range(rank)) / 2**size <= 0.025
    assert sum(comb(size, k) for k in range(rank + 1)) / 2**size > 0.025


def test_the_interval_of_a_share_is_that_of_clopper_and_pearson():
    low, high = share_interval(np.array([0, 5, 20]), np.array([20, 20, 20]))
    assert low == pytest.approx([0, 0.0866, 0.8316], abs=5e-5)
    assert high == pytest.approx([0.1684, 0.4910, 1], abs=5e-5)


def test_breakdowns_are_separate_with_commas_and_crossed_with_stars():
    assert breakdowns("state, size_class*state") == (TOTAL, ("state",), ("size_class", "state"))
    assert breakdowns("state*size_class,size_class*state") == (TOTAL, ("state", "size_class"))
    with pytest.raises(UnknownBreakdown, match="county"):
        breakdowns("state,county")


def test_a_quartile_between_two_levels_tells_both_and_that_none_lies_between():
    levels = Scale(np.linspace(0, 100, 5), banded=False)
    # Of 40 answers the tenth is 50 and the eleventh 100: 50 / 4 + 100 * 3 / 4.
    told = [(list(classes), least) for classes, least in levels.beside(87.5, 9.75, 40)]
    assert told == [([0, 1, 2], 10), ([2, 3, 4], 31), ([0, 1, 2, 3, 4], 11), ([4], 30)]
    # A median of 50 may lie between two answers of 50, 25 and 75, or 0 and 100.
    told = [(list(classes), least) for classes, least in levels.beside(50.0, 4.5, 10)]
    assert told == [([0, 1, 2], 5), ([0, 1, 2, 3, 4], 6), ([0, 1, 2, 3, 4], 6), ([2, 3, 4], 5)]
