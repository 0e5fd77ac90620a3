"""Where the marks of the portfolio stand: worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.report.planned.layout import LEVELS, STRIP, Frame, lanes, plotted

# Radius 10: a mark needs 23, and stands 14 away from the edges of the plot.
FRAME = Frame(left=100, width=428, radius=10)


def test_small_gaps_have_the_left_half_and_large_ones_the_right():
    across = [FRAME.across(gap, small=10) for gap in (0, 5, 10, 55, 100)]
    assert across == [114, 214, 314, 414, 514]


@pytest.mark.parametrize("small", [0, 100])
def test_without_a_border_the_scale_is_even(small):
    assert [FRAME.across(gap, small) for gap in (0, 50, 100)] == [114, 314, 514]


def test_marks_that_would_touch_get_lanes_and_others_share_one():
    assert lanes([0, 5, 50, 10, 23], step=23) == (0, 1, 0, 2, 0)
    assert lanes([], step=23) == ()


def test_rows_stand_from_the_highest_level_down_with_strips_above_both_halves():
    plot = plotted([(4, 0), (4, 0), (2, 100)], FRAME, small=10, high=3)
    assert [row.level for row in plot.rows] == [4, 3, 2, 1, 0]
    # Two lanes of 23 and 12 more; the others have one lane.
    assert [row.height for row in plot.rows] == [58, 35, 35, 35, 35]
    assert plot.strips == (0, STRIP + 58 + 35)
    assert plot.height == 2 * STRIP + 58 + 4 * 35
    tops = [STRIP + 6 + 11.5, STRIP + 6 + 34.5, 2 * STRIP + 58 + 35 + 6 + 11.5]
    assert plot.places == ((114, tops[0]), (114, tops[1]), (514, tops[2]))


@given(st.lists(st.tuples(st.integers(0, LEVELS - 1), st.floats(0, 100)), max_size=50))
def test_no_mark_covers_another_and_each_stays_in_its_row(marks):
    plot = plotted(marks, FRAME, small=10, high=3)
    rows = {row.level: row for row in plot.rows}
    for index, ((benefit, _), (x, y)) in enumerate(zip(marks, plot.places, strict=True)):
        row = rows[benefit]
        assert row.top + FRAME.radius < y < row.top + row.height - FRAME.radius
        for other_x, other_y in plot.places[:index]:
            apart = max(abs(x - other_x), abs(y - other_y))
            assert apart >= 2 * FRAME.radius
