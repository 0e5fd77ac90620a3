"""Charts as SVG for page and PDF alike, each with a text alternative and its figures as a table.

What a chart looks like is stated once per process with Altair; a drawing then only brings its own
figures, and the same figures are drawn once. Altair and vl-convert are heavy and load on first use.
Colours are those of KERN; a state is told by fill, outline and words, never by colour alone.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from html import escape
from itertools import pairwise
from typing import Any

from assessment.resources import vendor_folder

INK = "#131525"
MUTED = "#454b6b"
GRID = "#c0c3d5"
SHADE = "#f3f4f7"
STRONG = "#092797"
SOFT = "#97afe1"
PALE = "#d8e1f4"

_WIDTH = 340
_ROW = 24
_LABELS = 215

Values = Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class Chart:
    """A drawing, what it shows in a sentence or two, and its figures as a table with a head.

    It is drawn when first asked for: a page that shows the figures in its own way must not load
    the libraries for charts.
    """

    draw: Callable[[], str]
    alternative: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @cached_property
    def svg(self) -> str:
        """The drawing, named by its alternative for those who do not see it."""
        head, rest = self.draw().split(">", 1)
        return f'{head} role="img"><title>{escape(self.alternative)}</title>{rest}'

    @cached_property
    def key(self) -> str:
        """A name for the drawing that is the same for the same drawing."""
        return hashlib.sha256(self.svg.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class RangeRow:
    """A line of a range chart: points with the range open answers leave, and how it is written."""

    label: str
    score: float | None
    low: float | None
    high: float | None
    note: str


def range_svg(rows: Sequence[RangeRow], bands: Sequence[str], edges: Sequence[float]) -> str:
    """Dots with range bars from 0 to 100 on the level bands; without a score dashed ranges."""
    marks = [0, *edges, 100]
    spans = [{"from": low, "to": high} for low, high in pairwise(marks)]
    names = [
        {"at": (span["from"] + span["to"]) / 2, **_in_two_lines(name)}
        for span, name in zip(spans, bands, strict=True)
    ]
    lines = [
        {
            "label": row.label,
            "score": row.score,
            "low": row.low,
            "high": row.high,
            "note": row.note,
        }
        for row in rows
    ]
    return _drawn(_range_look(), {"lines": lines, "shades": spans[1::2], "bands": names})


def _in_two_lines(name: str) -> dict[str, str]:
    """The name broken at its first blank, or set on the lower of the two lines."""
    first, _, second = name.partition(" ")
    return {"upper": first if second else "", "lower": second or first}


@cache
def _range_look() -> str:
    """Level bands, their names, ranges, dots and notes, as a specification without figures."""
    import altair as alt

    spans: dict[str, Any] = {"x": _x("low"), "x2": "high:Q", "y": _y()}
    lines = alt.Chart(alt.NamedData("lines"))
    ranges = lines.transform_filter("isValid(datum.low)")
    scored = lines.transform_filter("isValid(datum.score)")
    return _look(
        alt.Chart(alt.NamedData("shades")).mark_rect(fill=SHADE).encode(x=_x("from"), x2="to:Q"),
        _band_names("upper", -17),
        _band_names("lower", -6),
        ranges.transform_filter("isValid(datum.score)")
        .mark_bar(height=8, cornerRadius=4, fill=SOFT)
        .encode(**spans),
        ranges.transform_filter("!isValid(datum.score)")
        .mark_bar(height=8, cornerRadius=4, fill="white", stroke=MUTED, strokeDash=[3, 2])
        .encode(**spans),
        scored.mark_point(
            filled=True, shape="circle", size=90, fill=STRONG, stroke="white", opacity=1
        ).encode(x=_x("score"), y=_y()),
    )


def _band_names(line: str, y: int) -> Any:
    import altair as alt

    names = alt.Chart(alt.NamedData("bands"))
    text = names.mark_text(baseline="bottom", fontSize=9.5, fill=MUTED)
    return text.encode(x=_x("at"), y=alt.value(y), text=f"{line}:N")


def _look(*layers: Any) -> str:
    """The layers with the notes beside them in the common style, as JSON."""
    import altair as alt

    notes = (
        alt.Chart(alt.NamedData("lines"))
        .mark_text(align="left", fontSize=11, fill=INK)
        .encode(x=alt.value(_WIDTH + 10), y=_y(), text="note:N")
    )
    # The notes come first: their lines are complete and so set the order of the others.
    chart = alt.layer(notes, *layers).properties(width=_WIDTH, height=alt.Step(_ROW), padding=4)
    chart = chart.configure(font="Fira Sans", aria=False, background="white")
    chart = chart.configure_view(stroke=None).configure_axis(
        labelFontSize=11, labelColor=INK, gridColor=GRID, tickColor=GRID, labelPadding=4
    )
    chart = chart.configure_axisY(labelLimit=_LABELS, minExtent=_LABELS, maxExtent=_LABELS)
    return json.dumps(chart.to_dict())


def _x(name: str) -> Any:
    import altair as alt

    axis = alt.Axis(
        values=[0, 20, 40, 60, 80, 100], title=None, domain=False, tickSize=4, labelFlush=False
    )
    return alt.X(f"{name}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _y() -> Any:
    import altair as alt

    axis = alt.Axis(
        title=None,
        labelPadding=8,
        ticks=False,
        domain=False,
        grid=False,
    )
    return alt.Y("label:N", sort=None, axis=axis)


def _drawn(look: str, data: Mapping[str, Values]) -> str:
    specification = {**json.loads(look), "datasets": data}
    return _svg(json.dumps(specification, sort_keys=True))


@lru_cache(maxsize=512)
def _svg(specification: str) -> str:
    """The drawing of a Vega-Lite specification, drawn once per process for the same one."""
    import vl_convert

    _register_fonts()
    return _plain(vl_convert.vegalite_to_svg(specification))


def _plain(svg: str) -> str:
    """The drawing without roles for single marks and empty shapes."""
    return _EMPTY.sub("", _ROLES.sub("", svg))


_ROLES = re.compile(r' (role|aria-roledescription|aria-hidden|pointer-events|class)="[^"]*"')
_EMPTY = re.compile(r'<path d="(M0,0h0v0h0Z)?"[^>]*/>')


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(vendor_folder() / "chart-fonts"))
