"""Drawings of the overall report, by hand: a tile for each state, a panel for each size class.

Each is told in words beside it, and its figures stand in a table; no tone says anything that is not
written too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.benchmark.overview.groups import TILES
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

_TILE, _GAP = 62, 5
_BANDS = ((20, SHADE, INK), (40, PALE, INK), (60, SOFT, INK), (80, STRONG, "white"))
_DEEP = "#06005d"


@dataclass(frozen=True)
class Tile:
    """A state with its median; without one `note` says why."""

    state: str
    value: float | None
    note: str


@dataclass(frozen=True)
class Bar:
    """A dimension in a panel: quartiles as a bar, median as a dot; without a median the reason."""

    label: str
    median: float | None
    lower: float | None
    upper: float | None
    note: str


@dataclass(frozen=True)
class Panel:
    """A group with a bar for each dimension."""

    title: str
    bars: tuple[Bar, ...]


def tone(value: float) -> tuple[str, str]:
    """Fill and ink for points: the darker, the more."""
    for edge, fill, ink in _BANDS:
        if value < edge:
            return fill, ink
    return _DEEP, "white"


def tiles_svg(tiles: Sequence[Tile]) -> str:
    """A tile for each state where it about lies; dashed where there is no value."""
    columns = 1 + max(column for column, _ in TILES.values())
    rows = 1 + max(row for _, row in TILES.values())
    drawn = (_tile(one) for one in tiles)
    return framed(drawn, columns * (_TILE + _GAP), rows * (_TILE + _GAP))


def panels_svg(panels: Sequence[Panel]) -> str:
    """Small multiples: the same three rows from 0 to 100 for each group, two panels in a row."""
    width, height = 330, 30 + 26 * max((len(one.bars) for one in panels), default=0)
    drawn = []
    for at, panel in enumerate(panels):
        place = f"translate({at % 2 * (width + 20)} {at // 2 * (height + 14)})"
        drawn.append(f'<g transform="{place}">{_panel(panel)}</g>')
    return framed(drawn, 2 * width + 20, (len(panels) + 1) // 2 * (height + 14))


def _tile(tile: Tile) -> str:
    column, row = TILES[tile.state]
    x, y = column * (_TILE + _GAP) + 1, row * (_TILE + _GAP) + 1
    middle = x + _TILE / 2
    if tile.value is None:
        fill, ink, edge = "white", MUTED, f'stroke="{MUTED}" stroke-dasharray="3 2"'
    else:
        (fill, ink), edge = tone(tile.value), f'stroke="{STRONG}"'
    size, lines = (17, [tile.note]) if tile.value is not None else (12, tile.note.split())
    told = (
        text(
            line,
            middle,
            y + 46 - 6 * (len(lines) - 1) + 12 * at,
            size=size,
            ink=ink,
            anchor="middle",
        )
        for at, line in enumerate(lines)
    )
    return (
        f'<rect x="{x}" y="{y}" width="{_TILE}" height="{_TILE}" rx="3" fill="{fill}" {edge}/>'
        + text(tile.state, middle, y + 20, size=13, ink=ink, anchor="middle", weight=600)
        + "".join(told)
    )


def _panel(panel: Panel) -> str:
    left, wide = 108, 160
    lines = [text(panel.title, 0, 12, size=11, weight=600)]
    for at, bar in enumerate(panel.bars):
        y = 32 + 26 * at
        lines.append(text(bar.label, 0, y + 4, size=10))
        lines.append(f'<line x1="{left}" x2="{left + wide}" y1="{y}" y2="{y}" stroke="{GRID}"/>')
        if bar.lower is not None and bar.upper is not None:
            start, long = left + wide * bar.lower / 100, wide * (bar.upper - bar.lower) / 100
            lines.append(
                f'<rect x="{start:.1f}" y="{y - 5}" width="{max(long, 1):.1f}" height="10" rx="4" '
                f'fill="{SOFT}"/>'
            )
        if bar.median is not None:
            middle = left + wide * bar.median / 100
            lines.append(f'<circle cx="{middle:.1f}" cy="{y}" r="5" fill="{STRONG}"/>')
        lines.append(text(bar.note, left + wide + 6, y + 4, size=10))
    return "".join(lines)
