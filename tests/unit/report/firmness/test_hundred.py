"""Shares of the trials as people say them."""

import pytest

from assessment.report.content.firmness.hundred import of_hundred, percent_of_trials


@pytest.mark.parametrize(
    ("share", "german", "english"),
    [
        (0.0, "0", "0"),
        (0.0002, "weniger als 1", "fewer than 1"),
        (0.005, "1", "1"),
        (0.545, "55", "55"),
        (0.874, "87", "87"),
        (0.9998, "mehr als 99", "more than 99"),
        (1.0, "100", "100"),
    ],
)
def test_a_share_is_so_many_of_a_hundred_and_100_only_if_it_is_all(share, german, english):
    assert (of_hundred(share, "de"), of_hundred(share, "en")) == (german, english)


@pytest.mark.parametrize(
    ("share", "german", "english"),
    [
        (0.0, "0\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}%"),
        (0.001, "unter 1\N{NO-BREAK SPACE}%", "under 1\N{NO-BREAK SPACE}%"),
        (0.383, "38\N{NO-BREAK SPACE}%", "38\N{NO-BREAK SPACE}%"),
        (0.999, "über 99\N{NO-BREAK SPACE}%", "over 99\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_share_in_percent_is_never_rounded_to_none_or_all(share, german, english):
    assert (percent_of_trials(share, "de"), percent_of_trials(share, "en")) == (german, english)
