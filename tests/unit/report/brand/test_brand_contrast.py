"""Contrast of colours, and the nearest one that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.report.brand.contrast import (
    LEAST,
    WHITE,
    contrast,
    hex_colour,
    luminance,
    nearest_darker,
    palette_of,
    shown_ratio,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that WCAG allows on white
        ("#777777", "#ffffff", 4.47),
        ("#ff0000", "#ffffff", 3.99),
        ("#0000ff", "#ffff00", 8.0),
    ],
)
def test_contrast_is_that_of_known_pairs(one, other, ratio):
    assert shown_ratio(contrast(one, other)) == ratio
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
def test_the_nearest_colour_can_be_read_and_is_no_darker_than_needed(colour):
    nearest = nearest_darker(colour)

    assert contrast(nearest, WHITE) >= LEAST
    if contrast(colour, WHITE) >= LEAST:
        assert nearest == colour
    else:
        assert luminance(nearest) < luminance(colour)
        # A hundredth of the way back to what was asked for is too light again.
        back = "#" + "".join(
            f"{min(255, int(nearest[at : at + 2], 16) + 3):02x}" for at in (1, 3, 5)
        )
        assert contrast(back, WHITE) < LEAST


@given(COLOURS)
def test_every_allowed_accent_gives_colours_in_which_text_can_be_read(colour):
    accent = nearest_darker(colour)
    palette = palette_of(accent, WHITE)

    assert contrast(palette.ink, palette.tint) >= LEAST
    assert contrast(palette.deep, WHITE) >= 7
    assert contrast(palette.on_accent, palette.accent) >= LEAST


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#ABC", "#aabbcc"), (" #004B76 ", "#004b76"), ("004b76", None), ("red", None), ("#12", None)],
)
def test_a_colour_is_written_with_a_hash_sign_and_three_or_six_digits(written, colour):
    assert hex_colour(written) == colour
