"""Own points beside the middle half of the peers: a line for each dimension, drawn by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.report.charts.drawing import GRID, INK, MUTED, PALE, STRONG, framed, text

_WIDTH, _LEFT, _RIGHT, _ROW, _HEAD = 640, 190, 60, 44, 8
_SCALE = (0, 25, 50, 75, 100)
_KIND = "app-peers__text"


@dataclass(frozen=True)
class Line:
    """A dimension: its own points, its own range, and median and quartiles of the peers."""

    label: str
    own: float
    range: tuple[float, float]
    median: float
    quartiles: tuple[float, float]
    note: str


def position_svg(lines: Sequence[Line]) -> str:
    """A pale band from quartile to quartile, a stroke at the median, a dot at the own points."""
    bottom = _HEAD + _ROW * len(lines)
    drawn = [*_scale(bottom)]
    for place, line in enumerate(lines):
        drawn += _line(line, _HEAD + _ROW * place + _ROW / 2)
    return framed(drawn, _WIDTH, bottom + 24, kind="app-peers")


def _across(points: float) -> float:
    return _LEFT + points / 100 * (_WIDTH - _LEFT - _RIGHT)


def _scale(bottom: float) -> Iterator[str]:
    for tick in _SCALE:
        x = _across(tick)
        yield (
            f'<path class="app-peers__grid" d="M{x:.1f},{_HEAD}V{bottom}" stroke="{GRID}" '
            f'stroke-width="0.7" fill="none"/>'
        )
        yield text(f"{tick}", x, bottom + 17, anchor="middle", ink=MUTED, size=13, kind=_KIND)


def _line(line: Line, y: float) -> Iterator[str]:
    low, high = (_across(one) for one in line.quartiles)
    yield (
        f'<rect class="app-peers__half" x="{low:.1f}" y="{y - 11:.1f}" '
        f'width="{max(high - low, 1.5):.1f}" height="22" fill="{PALE}" stroke="{STRONG}" '
        f'stroke-width="0.8"/>'
    )
    middle = _across(line.median)
    yield (
        f'<path class="app-peers__median" d="M{middle:.1f},{y - 15:.1f}v30" stroke="{INK}" '
        f'stroke-width="2" fill="none"/>'
    )
    ends = [_across(one) for one in line.range]
    if ends[1] - ends[0] > 1:
        yield (
            f'<path class="app-peers__range" d="M{ends[0]:.1f},{y:.1f}H{ends[1]:.1f}" '
            f'stroke="{STRONG}" stroke-width="2" stroke-dasharray="3 2" fill="none"/>'
        )
    yield (
        f'<circle class="app-peers__own" cx="{_across(line.own):.1f}" cy="{y:.1f}" r="6.5" '
        f'fill="{STRONG}" stroke="white" stroke-width="1.5"/>'
    )
    yield text(line.label, _LEFT - 12, y + 4.5, anchor="end", size=13, kind=_KIND)
    yield text(line.note, _WIDTH - _RIGHT + 10, y + 4.5, weight=600, size=13, kind=_KIND)
