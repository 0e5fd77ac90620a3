"""Own points beside the middle half of the peers: a line for each dimension, drawn by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assessment.report.charts import GRID, INK, MUTED, PALE, STRONG

_WIDTH, _LEFT, _RIGHT, _ROW, _HEAD = 640, 190, 60, 44, 8
_SCALE = (0, 25, 50, 75, 100)


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
    height = bottom + 24
    box = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="app-peers" {box}>{"".join(drawn)}</svg>'


def _across(points: float) -> float:
    return _LEFT + points / 100 * (_WIDTH - _LEFT - _RIGHT)


def _scale(bottom: float) -> Iterator[str]:
    for tick in _SCALE:
        x = _across(tick)
        yield (
            f'<path class="app-peers__grid" d="M{x:.1f},{_HEAD}V{bottom}" stroke="{GRID}" '
            f'stroke-width="0.7" fill="none"/>'
        )
        yield _text(f"{tick}", x, bottom + 17, anchor="middle", ink=MUTED)


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
    yield _text(line.label, _LEFT - 12, y + 4.5, anchor="end")
    yield _text(line.note, _WIDTH - _RIGHT + 10, y + 4.5, weight=600)


def _text(
    text: str, x: float, y: float, *, anchor: str = "start", weight: int = 400, ink: str = INK
) -> str:
    place = f'class="app-peers__text" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    font = f'font-family="Fira Sans" font-size="13" font-weight="{weight}" fill="{ink}"'
    return f"<text {place} {font}>{escape(text)}</text>"
