"""Points with the range that open answers leave, on the bands of the levels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from assessment.report.charts.drawing import GRID, MUTED, SHADE, SOFT, STRONG, framed, text

_WIDTH, _LEFT, _RIGHT, _HEAD, _ROW, _FOOT = 640, 200, 112, 30, 24, 20
_SCALE = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True)
class RangeRow:
    """A line of the chart: points with their range, and how that is written beside it."""

    label: str
    score: float | None
    low: float | None
    high: float | None
    note: str


@cache
def range_svg(rows: tuple[RangeRow, ...], bands: tuple[str, ...], edges: tuple[float, ...]) -> str:
    """Dots with range bars from 0 to 100 on the level bands; without a score dashed ranges."""
    bottom = _HEAD + _ROW * len(rows)
    drawn = [*_bands(bands, edges, bottom), *_scale(bottom)]
    for place, row in enumerate(rows):
        drawn += _line(row, _HEAD + _ROW * (place + 0.5))
    return framed(drawn, _WIDTH, bottom + _FOOT)


def _across(points: float) -> float:
    return _LEFT + points / 100 * (_WIDTH - _LEFT - _RIGHT)


def _bands(bands: Sequence[str], edges: Sequence[float], bottom: float) -> Iterator[str]:
    """Every second band shaded, and the name of each above it in at most two lines."""
    spans = pairwise([0, *edges, 100])
    for place, (name, (low, high)) in enumerate(zip(bands, spans, strict=True)):
        left, right = _across(low), _across(high)
        if place % 2:
            size = f'width="{right - left:.1f}" height="{bottom - _HEAD:.1f}"'
            yield f'<rect x="{left:.1f}" y="{_HEAD}" {size} fill="{SHADE}"/>'
        lines = name.split(" ", 1)
        for above, words in enumerate(reversed(lines)):
            y = _HEAD - 7 - 11 * above
            yield text(words, (left + right) / 2, y, size=9.5, ink=MUTED, anchor="middle")


def _scale(bottom: float) -> Iterator[str]:
    for tick in _SCALE:
        x = _across(tick)
        yield (
            f'<path d="M{x:.1f},{_HEAD}V{bottom + 4:.1f}" stroke="{GRID}" stroke-width="0.8" '
            f'fill="none"/>'
        )
        yield text(f"{tick}", x, bottom + 15, size=10, anchor="middle")


def _line(row: RangeRow, y: float) -> Iterator[str]:
    if row.low is not None and row.high is not None:
        left, right = _across(row.low), _across(row.high)
        look = (
            f'fill="white" stroke="{MUTED}" stroke-dasharray="3 2"'
            if row.score is None
            else f'fill="{SOFT}"'
        )
        yield (
            f'<rect x="{left:.1f}" y="{y - 4:.1f}" width="{right - left:.1f}" height="8" rx="4" '
            f"{look}/>"
        )
    if row.score is not None:
        yield (
            f'<circle cx="{_across(row.score):.1f}" cy="{y:.1f}" r="5.4" fill="{STRONG}" '
            f'stroke="white"/>'
        )
    yield text(row.label, _LEFT - 10, y + 4, size=11, anchor="end")
    yield text(row.note, _WIDTH - _RIGHT + 10, y + 4, size=11)
