"""Numbers as people see them: rounded once, as the decimal number a reader sees."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment.recommendation.model import Route

Json = dict[str, Any]

_TENTH, _THOUSANDTH = Decimal("0.1"), Decimal("0.001")


def points(value: float | None) -> float | None:
    """Points, gaps and margins as shown: one decimal, half away from zero, never -0.0."""
    return _rounded(value, _TENTH)


def share(value: float | None) -> float | None:
    """Shares, coverage, similarity as shown: three decimals, half away from zero, never -0.0."""
    return _rounded(value, _THOUSANDTH)


def points_by_route(values: Mapping[Route, float | None]) -> Json:
    """Rounded points by the routes' codes."""
    return {route.value: points(value) for route, value in values.items()}


def code(route: Route | None) -> str | None:
    """The route's code; None where there is no route."""
    return route.value if route else None


def _rounded(value: float | None, step: Decimal) -> float | None:
    """Rounded as the decimal number that a reader sees, not as the binary one behind it."""
    if value is None:
        return None
    return float(Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP)) + 0.0
