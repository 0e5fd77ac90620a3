"""Numbers and dates as people read them."""

from datetime import date

import pytest

from assessment.report.content.figures import day, percent, points, signed_points, source_day, span


@pytest.mark.parametrize(
    ("value", "german"), [(61.45, "61,5"), (0.0, "0,0"), (100.0, "100,0"), (None, "–")]
)
def test_points_have_one_decimal_and_a_dash_for_none(value, german):
    assert points(value, "de") == german


def test_a_range_without_room_is_a_dash():
    assert span(50.0, 50.0, "de") == "–"
    assert span(20.0, 70.0, "en") == "20.0–70.0"


def test_points_against_carry_a_true_minus():
    assert signed_points(-1.24, "de") == "−1,2"
    assert signed_points(1.24, "en") == "+1.2"


def test_a_share_is_whole_percent():
    assert percent(0.5, "de") == "50\N{NO-BREAK SPACE}%"
    assert percent(None, "de") == "–"


def test_a_date_is_written_out():
    assert day(date(2026, 11, 22), "de") == "22. November 2026"


@pytest.mark.parametrize(
    ("value", "german"),
    [("2025-11-13", "13.11.2025"), ("2024-08", "August 2024"), ("2023", "2023"), (None, None)],
)
def test_a_source_may_know_only_its_month_or_year(value, german):
    assert source_day(value, "de") == german
