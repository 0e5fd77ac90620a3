"""Measures as bars over quarters, drawn by hand.

Bars are told apart by tone and outline, the most urgent darkest; their person-days stand in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from assessment.report.charts.drawing import (
    GRID,
    INK,
    MUTED,
    PALE,
    SHADE,
    SOFT,
    STRONG,
    framed,
    text,
)

_WIDTH, _LABELS, _HEAD = 640, 236, 30
_LINE, _PADDING = 11.5, 7
_LETTERS, _MOST_LINES = 46, 2
_NARROW = 20
_SIZE = 9.5

# Fill, outline and ink of a bar, by the most urgent thing it is for.
LOOKS = {
    "minimum": (INK, INK, "white"),
    "condition": (STRONG, STRONG, "white"),
    "target": (SOFT, SOFT, INK),
    "score": (PALE, STRONG, INK),
}


@dataclass(frozen=True)
class GanttRow:
    """A bar from a quarter, counted from 0, over so many; `note` is written into it."""

    label: str
    first: int
    length: int
    kind: str
    note: str


def gantt_svg(rows: Sequence[GanttRow], quarters: Sequence[str]) -> str:
    """A bar for each row on a grid of quarters such as "2027-Q1"."""
    labels = [_lines(row.label) for row in rows]
    heights = [len(lines) * _LINE + _PADDING for lines in labels]
    height = _HEAD + sum(heights)
    drawn = [*_head(quarters, height)]
    top = float(_HEAD)
    for row, lines, room in zip(rows, labels, heights, strict=True):
        drawn += _row(row, lines, _step(quarters), top=top, room=room)
        top += room
    return framed(drawn, _WIDTH, height)


def _step(quarters: Sequence[str]) -> float:
    return (_WIDTH - _LABELS) / len(quarters)


def _head(quarters: Sequence[str], height: float) -> Iterator[str]:
    """Years and quarters above the grid; a narrow grid has years only."""
    step = _step(quarters)
    for index, name in enumerate(quarters):
        year, number = name.split("-")
        left = _LABELS + index * step
        if int(number[1]) % 2:
            size = f'width="{step:.1f}" height="{height - _HEAD:.1f}"'
            yield f'<rect x="{left:.1f}" y="{_HEAD}" {size} fill="{SHADE}"/>'
        if number == "Q1" or index == 0:
            yield _line(left, 0, height)
            if number != "Q4" or step >= _NARROW * 1.5:
                yield text(year, left + 4, 11, size=_SIZE, weight=600)
        if step >= _NARROW:
            yield text(number, left + step / 2, _HEAD - 5, size=_SIZE, ink=MUTED, anchor="middle")


def _row(
    row: GanttRow, lines: Sequence[str], step: float, *, top: float, room: float
) -> Iterator[str]:
    yield f'<path d="M0,{top:.1f}H{_WIDTH}" stroke="{GRID}" stroke-width="0.6" fill="none"/>'
    for number, words in enumerate(lines):
        yield text(words, 0, top + _PADDING / 2 + _LINE * (number + 0.8), size=_SIZE)
    left, width = _LABELS + row.first * step + 1, row.length * step - 2
    yield _box(left, top + 3, width, room - 6, kind=row.kind)
    if width >= _NARROW:
        ink = LOOKS[row.kind][2]
        middle = left + width / 2
        yield text(row.note, middle, top + room / 2 + 3.5, size=_SIZE, ink=ink, anchor="middle")


def _lines(label: str) -> list[str]:
    """The label in at most two lines."""
    lines = wrap(label, _LETTERS)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][: _LETTERS - 1]}…"]
    return lines


def _box(left: float, top: float, width: float, height: float, *, kind: str) -> str:
    fill, outline, _ = LOOKS[kind]
    place = f'x="{left + 0.6:.1f}" y="{top + 0.6:.1f}"'
    size = f'width="{max(width - 1.2, 0.4):.1f}" height="{max(height - 1.2, 0.4):.1f}"'
    return f'<rect {place} {size} rx="2" fill="{fill}" stroke="{outline}" stroke-width="1.2"/>'


def _line(x: float, top: float, bottom: float) -> str:
    return f'<path d="M{x:.1f},{top}V{bottom:.1f}" stroke="{GRID}" stroke-width="0.8" fill="none"/>'
