"""Figures of a release as they are published: points to a tenth, shares to a thousandth."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_TENTH, _THOUSANDTH = Decimal("0.1"), Decimal("0.001")


def points(value: float) -> float:
    """Points with one decimal, half away from zero."""
    return _rounded(float(value), _TENTH)


def share(value: float) -> float:
    """Shares with three decimals, half away from zero."""
    return _rounded(float(value), _THOUSANDTH)


@lru_cache(maxsize=100_000)
def _rounded(value: float, step: Decimal) -> float:
    # Sums may miss a half by a last bit; nine decimals are what is meant.
    return float(Decimal(repr(round(value, 9))).quantize(step, ROUND_HALF_UP)) + 0.0
