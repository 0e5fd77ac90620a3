"""Own points beside the middle half of the peers: a line for each dimension, drawn by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.report.charts.drawing import GRID, INK, MUTED, PALE, STRONG, framed, text

_HEAD = 8
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


@dataclass(frozen=True)
class Form:
    """The measures of a drawing; each label stands before its line, or above it on narrow ones."""

    width: float
    left: float
    right: float
    row: float
    middle: float
    is_narrow: bool = False

    def across(self, points: float) -> float:
        """How far from the left these points stand."""
        return self.left + points / 100 * (self.width - self.left - self.right)


WIDE = Form(width=640, left=190, right=60, row=44, middle=22)
NARROW = Form(width=288, left=10, right=44, row=64, middle=43, is_narrow=True)


def position_svg(lines: Sequence[Line], form: Form = WIDE) -> str:
    """A pale band from quartile to quartile, a stroke at the median, a dot at the own points."""
    bottom = _HEAD + form.row * len(lines)
    drawn = [*_scale(form, bottom)]
    for place, line in enumerate(lines):
        middle = _HEAD + form.row * place + form.middle
        drawn += [*_line(form, line, middle), *_labels(form, line, middle)]
    kind = "app-peers app-peers--narrow" if form.is_narrow else "app-peers"
    return framed(drawn, form.width, bottom + 24, kind=kind)


def _scale(form: Form, bottom: float) -> Iterator[str]:
    # The scale leaves out the labels above lines.
    gap = form.middle - 17 if form.is_narrow else 0
    strokes = f"m0,{gap:g}v{form.row - gap:g}" * round((bottom - _HEAD) / form.row)
    for tick in _SCALE:
        x = form.across(tick)
        yield (
            f'<path class="app-peers__grid" d="M{x:.1f},{_HEAD}{strokes}" stroke="{GRID}" '
            f'stroke-width="0.7" fill="none"/>'
        )
        yield text(f"{tick}", x, bottom + 17, anchor="middle", ink=MUTED, size=13, kind=_KIND)


def _line(form: Form, line: Line, y: float) -> Iterator[str]:
    low, high = (form.across(one) for one in line.quartiles)
    yield (
        f'<rect class="app-peers__half" x="{low:.1f}" y="{y - 11:.1f}" '
        f'width="{max(high - low, 1.5):.1f}" height="22" fill="{PALE}" stroke="{STRONG}" '
        f'stroke-width="0.8"/>'
    )
    middle = form.across(line.median)
    yield (
        f'<path class="app-peers__median" d="M{middle:.1f},{y - 15:.1f}v30" stroke="{INK}" '
        f'stroke-width="2" fill="none"/>'
    )
    ends = [form.across(one) for one in line.range]
    if ends[1] - ends[0] > 1:
        yield (
            f'<path class="app-peers__range" d="M{ends[0]:.1f},{y:.1f}H{ends[1]:.1f}" '
            f'stroke="{STRONG}" stroke-width="2" stroke-dasharray="3 2" fill="none"/>'
        )
    yield (
        f'<circle class="app-peers__own" cx="{form.across(line.own):.1f}" cy="{y:.1f}" r="6.5" '
        f'fill="{STRONG}" stroke="white" stroke-width="1.5"/>'
    )


def _labels(form: Form, line: Line, y: float) -> Iterator[str]:
    if form.is_narrow:
        yield text(line.label, 0, y - 22, size=14, kind=_KIND)
    else:
        yield text(line.label, form.left - 12, y + 4.5, anchor="end", size=13, kind=_KIND)
    x = form.width - form.right + 10
    yield text(line.note, x, y + 4.5, weight=600, size=13, kind=_KIND)
