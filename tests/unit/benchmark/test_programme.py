"""Bounds are the same with the programme that is kept and with one that is asked anew."""

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from assessment.benchmark.disclosure import bounds, programme
from assessment.benchmark.disclosure.bounds import NOWHERE, Known, bound
from assessment.benchmark.disclosure.programme import (
    AskedAnew,
    KeptProgramme,
    NoTable,
    programme_of,
)

ROWS = 4
COLUMNS = 6
SOME = settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])


@st.composite
def programmes(draw):
    """Sums of a true table, some known exactly, some to be at least or at most, some not at all."""
    lots = np.random.default_rng(draw(st.integers(0, 10**6)))
    rows = lots.integers(0, 2, (ROWS, COLUMNS)).astype(float)
    sums = rows @ lots.integers(0, 9, COLUMNS)
    kinds = lots.integers(0, 3, ROWS)
    low = np.where(kinds == 2, -np.inf, sums)
    high = np.where(kinds == 1, np.inf, sums)
    return csr_array(rows), low, high, lots.choice([-1.0, 0.0, 1.0], COLUMNS)


def value(asked, weights):
    found = asked.smallest(weights)
    return None if found is None else weights @ found[0]


@SOME
@given(programmes(), st.integers(0, ROWS - 1))
def test_both_ways_find_the_same_ends_also_after_something_is_hidden(drawn, hidden):
    rows, low, high, weights = drawn
    kept, anew = programme_of(rows, low, high), AskedAnew(rows, low, high)
    assert isinstance(kept, KeptProgramme)
    assert value(kept, weights) == pytest.approx(value(anew, weights))
    kept.forget(hidden)
    anew.forget(hidden)
    assert value(kept, weights) == pytest.approx(value(anew, weights))


@pytest.mark.parametrize("way", [programme_of, AskedAnew])
def test_what_each_sum_adds_names_the_figures_that_hold_an_end(way):
    rows = csr_array(np.array([[1.0, 1.0], [0.0, 1.0]]))
    found = way(rows, np.array([7.0, 0.0]), np.array([7.0, 3.0])).smallest(np.array([1.0, 0.0]))
    assert found[0].tolist() == [4.0, 3.0]
    assert found[1].tolist() == [1.0, -1.0]


@pytest.mark.parametrize("way", [programme_of, AskedAnew])
def test_sums_that_contradict_each_other_have_no_table(way):
    rows = csr_array(np.array([[1.0], [1.0]]))
    with pytest.raises(NoTable):
        way(rows, np.array([1.0, 2.0]), np.array([1.0, 2.0])).smallest(np.array([1.0]))


def test_without_the_binding_every_question_is_asked_anew(monkeypatch):
    monkeypatch.setattr(programme, "_BINDING", "scipy.optimize._not_there")
    one = csr_array(np.ones((1, 1)))
    assert isinstance(programme_of(one, np.ones(1), np.ones(1)), AskedAnew)


def test_a_best_table_in_fractions_leads_to_one_in_whole_numbers_close_by(monkeypatch):
    """Of three counts no two are more than 1 together: each one half is best, one of them is whole.

    A fourth is 7 whatever the others are.
    """
    monkeypatch.setattr(bounds, "_LARGE", 0)
    rows = csr_array([[1.0, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, 0], [0, 0, 0, 1]])
    low, high = np.array([0.0, 0, 0, 7]), np.array([1.0, 1, 1, 7])
    what = Known(rows, low, high, np.full(4, NOWHERE))
    found = bound(what, np.array([1.0, 1, 1, 0]), upper=True)
    assert (found.value, found.table) == (1.5, None)
    assert sorted(found.near[:3].tolist()) == [0, 0, 1]
    assert found.near[3] == 7


def test_where_no_table_in_whole_numbers_is_close_by_there_is_none(monkeypatch):
    """Each two of three counts are exactly 1 together."""
    monkeypatch.setattr(bounds, "_LARGE", 0)
    rows = csr_array([[1.0, 1, 0], [0, 1, 1], [1, 0, 1]])
    what = Known(rows, np.ones(3), np.ones(3), np.full(3, NOWHERE))
    assert bound(what, np.array([1.0, 0, 0]), upper=True).near is None
