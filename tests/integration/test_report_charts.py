"""The charts as drawings: what is in the SVG, and what must not be."""

import re

from assessment.report.charts import BarRow, Chart, RangeRow, bar_svg, range_svg

BANDS = ("Anfang", "Erste Grundlagen", "Im Aufbau", "Gefestigt", "Fortgeschritten")
EDGES = (20, 40, 60, 80)
TOPICS = (
    RangeRow("Datenqualität", 40.0, 20.0, 70.0, "40,0"),
    RangeRow("Geodaten", None, 0.0, 100.0, "noch kein Ergebnis"),
    RangeRow("E-Akte", None, None, None, "nicht gefragt"),
)
ROUTES = (
    BarRow("Fertig kaufen", 71.2, "open", True, "71,2 · offen"),
    BarRow("Gemeinsam betreiben", 66.2, "conditional", False, "66,2 · Auflage"),
    BarRow("Selbst entwickeln", 41.2, "stopped", False, "41,2 · gesperrt"),
)


def test_lines_stand_in_the_order_given():
    svg = range_svg(TOPICS, BANDS, EDGES)
    labels = [svg.rindex(f">{row.label}<") for row in TOPICS]
    assert labels == sorted(labels)


def test_a_line_without_score_has_a_dashed_range_and_no_dot():
    scored = range_svg(TOPICS[:1], BANDS, EDGES)
    unscored = range_svg(TOPICS[1:2], BANDS, EDGES)
    assert "stroke-dasharray" not in scored
    assert "stroke-dasharray" in unscored


def test_states_differ_in_fill_and_outline_and_are_written_beside_the_bar():
    svg = bar_svg(ROUTES)
    looks = {
        tuple(re.findall(r'(?:fill|stroke-dasharray)="[^"]*"', svg_bar)) for svg_bar in bars(svg)
    }
    assert len(looks) == 3
    assert all(row.note in svg for row in ROUTES)


def bars(svg):
    return re.findall(r'<path [^>]*stroke-width="1.2"[^>]*>', svg)


def test_the_advised_route_is_bold():
    svg = bar_svg(ROUTES)
    assert re.search(r'font-weight="600"[^>]*>Fertig kaufen<', svg)
    assert re.search(r'font-weight="400"[^>]*>Selbst entwickeln<', svg)


def test_a_drawing_needs_no_style_no_script_and_no_shared_names():
    svg = range_svg(TOPICS, BANDS, EDGES) + bar_svg(ROUTES)
    for forbidden in ("style=", "<style", "<script", " id=", "url(", "\N{ZERO WIDTH SPACE}"):
        assert forbidden not in svg


def test_texts_of_people_stay_texts():
    hostile = BarRow("<script>&'\"", 1.0, "open", False, "]]><b>")
    assert "<script" not in bar_svg((hostile,))
    assert "<b>" not in bar_svg((hostile,))


def test_a_chart_is_named_by_its_alternative():
    chart = Chart(lambda: bar_svg(ROUTES), "Kaufen <71,2>", ("Weg",), (("Kaufen",),))
    assert 'role="img"><title>Kaufen &lt;71,2&gt;</title>' in chart.svg


def test_the_same_figures_give_the_same_drawing():
    assert range_svg(TOPICS, BANDS, EDGES) is range_svg(TOPICS, BANDS, EDGES)
