"""The charts as drawings: what is in the SVG, and what must not be."""

from assessment.report.charts.chart import Chart
from assessment.report.charts.ranges import RangeRow, range_svg

BANDS = ("Anfang", "Erste Grundlagen", "Im Aufbau", "Gefestigt", "Fortgeschritten")
EDGES = (20, 40, 60, 80)
TOPICS = (
    RangeRow("Datenqualität", 40.0, 20.0, 70.0, "40,0"),
    RangeRow("Geodaten", None, 0.0, 100.0, "noch kein Ergebnis"),
    RangeRow("E-Akte", None, None, None, "nicht gefragt"),
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


def test_a_drawing_needs_no_style_no_script_and_no_shared_names():
    svg = range_svg(TOPICS, BANDS, EDGES)
    for forbidden in ("style=", "<style", "<script", " id=", "url(", "\N{ZERO WIDTH SPACE}"):
        assert forbidden not in svg


def test_texts_of_people_stay_texts():
    hostile = RangeRow("<script>&'\"", 1.0, 0.0, 2.0, "]]><b>")
    svg = range_svg((hostile,), BANDS, EDGES)
    assert "<script" not in svg
    assert "<b>" not in svg


def test_a_chart_is_named_by_its_alternative():
    chart = Chart(
        lambda: range_svg(TOPICS, BANDS, EDGES), "Kaufen <71,2>", ("Weg",), (("Kaufen",),)
    )
    assert 'role="img"><title>Kaufen &lt;71,2&gt;</title>' in chart.svg


def test_the_same_figures_give_the_same_drawing():
    assert range_svg(TOPICS, BANDS, EDGES) is range_svg(TOPICS, BANDS, EDGES)
