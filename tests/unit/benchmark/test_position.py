"""Where a body stands, from the release alone."""

import pytest

from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.position import (
    Quarter,
    TooSmall,
    ahead_of,
    peers_routes,
    position,
    series,
)

TOPIC = ("topic", "data_access")
ME = {"size_class": "30", "state": "NW", "kind": "Stadt"}


def cell(n=20, median=40.0, quartiles=(30.0, 60.0), **key):
    return {"key": key, "n": n, "median": median, "quartiles": list(quartiles)}


def released(*cells, subject=TOPIC, date="2026-11-22"):
    tables = [
        {"kind": subject[0], "subject": subject[1], "by": list(one["key"]), "cells": [one]}
        for one in cells
    ]
    return Lookup({"date": date, "tables": tables, "participation": []})


@pytest.mark.parametrize(
    ("own", "quarter"),
    [
        (29.9, Quarter.LOWER),
        (30, Quarter.BELOW_MEDIAN),
        (39.9, Quarter.BELOW_MEDIAN),
        (40, Quarter.ABOVE_MEDIAN),
        (60, Quarter.ABOVE_MEDIAN),
        (60.1, Quarter.UPPER),
    ],
)
def test_a_value_lies_in_a_quarter_of_its_peers(own, quarter):
    assert position(released(cell()), TOPIC, own, ME).quarter is quarter


def test_the_closest_group_with_quartiles_is_taken_and_says_what_was_passed_over():
    release = released(
        {"key": {"size_class": "30", "state": "NW"}, "suppressed": "protected"},
        {**cell(size_class="30", n=7), "quartiles": {"suppressed": "too_few"}},
        cell(state="NW", median=50.0),
        cell(n=90),
    )
    found = position(release, TOPIC, 45, ME)
    assert (found.group, found.members, found.quarter) == ({"state": "NW"}, 20, "below_median")
    assert [(one.key, one.because) for one in found.widened] == [
        ({"size_class": "30", "state": "NW"}, TooSmall.HIDDEN),
        ({"size_class": "30"}, TooSmall.NO_QUARTILES),
    ]


def test_without_any_released_group_there_is_no_position():
    found = position(released({"key": {}, "suppressed": "protected"}), TOPIC, 45, ME)
    assert (found.quarter, found.group, len(found.widened)) == (None, None, 1)


def test_what_a_quarter_of_the_peers_have_in_place_comes_by_its_gap():
    question = ("question", "data.inventory")
    release = released(cell(quartiles=(25.0, 75.0)), subject=question)
    (found,) = ahead_of(release, {"data.inventory": 25.0, "data.metadata": 0.0}, ME)
    assert (found.subject, found.quartiles) == ("data.inventory", (25.0, 75.0))
    assert ahead_of(release, {"data.inventory": 75.0}, ME) == ()


def test_routes_of_peers_come_from_the_closest_group_that_shows_them():
    shown = {"key": {}, "n": 30, "distribution": [{"classes": ["turnkey"], "share": 0.6}]}
    hidden = {"key": {"size_class": "30"}, "n": 6, "distribution": {"suppressed": "too_few"}}
    release = released(hidden, shown, subject=("route", "overall"))
    assert peers_routes(release, "overall", ME) == ({}, shown)
    assert peers_routes(release, "chatbot", ME) is None


def test_a_series_keeps_the_releases_in_which_the_cell_is_hidden():
    hidden = {"key": {}, "suppressed": "protected"}
    found = series([released(cell()), released(hidden, date="2027-11-22")], TOPIC, {})
    assert [(date, "median" in one) for date, one in found] == [
        ("2026-11-22", True),
        ("2027-11-22", False),
    ]
