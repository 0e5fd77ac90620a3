"""Exact confidence intervals, for rounds in which only a sample of the members took part."""

from functools import lru_cache

import numpy as np
from scipy.special import bdtr, betaincinv

from assessment.benchmark.layout import Ints
from assessment.scoring.points import Numbers

CONFIDENCE = 0.95
_TAIL = (1 - CONFIDENCE) / 2


def median_ranks(count: Ints) -> Ints:
    """How far from each end, counted from 1, the interval of the median lies; 0 where none does.

    The interval between the r-th smallest and the r-th largest value holds the median with at
    least 95 % confidence whatever the distribution (sign test; binomial with one half).
    """
    sizes, place = np.unique(count, return_inverse=True)
    return np.array([_rank(int(size)) for size in sizes], dtype=np.int64)[place]


def share_interval(part: Ints, whole: Ints) -> tuple[Numbers, Numbers]:
    """The exact interval of a share (Clopper and Pearson 1934)."""
    part, whole = np.asarray(part), np.asarray(whole)
    with np.errstate(invalid="ignore"):
        low = betaincinv(np.maximum(part, 1e-300), whole - part + 1, _TAIL)
        high = betaincinv(part + 1, np.maximum(whole - part, 1e-300), 1 - _TAIL)
    return np.where(part == 0, 0.0, low), np.where(part == whole, 1.0, high)


@lru_cache(maxsize=20_000)
def _rank(size: int) -> int:
    ranks = np.arange(1, size // 2 + 1)
    fitting = ranks[bdtr(ranks - 1.0, size, 0.5) <= _TAIL]
    return int(fitting.max(initial=0))
