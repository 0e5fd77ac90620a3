"""Attacks on random tiny rounds: every table that agrees with what is shown is tried."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.benchmark.disclosure.audit import hidden_bounds, weaknesses
from assessment.benchmark.disclosure.bounds import Among
from assessment.benchmark.disclosure.pattern import Why, pattern
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import layout_of
from tests.unit.benchmark.tiny import agreeing_tables, rounds

RULES = Rules()
MOST = 9
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def everything(layout):
    return np.ones(len(layout.cells), dtype=bool)


def now(layout, taking):
    return View(layout.count_atoms(taking), everything(layout))


def widths(layout, view, hidden, at_least=None):
    """How far apart the values of hidden cells and small groups lie, over all tables that agree."""
    counts = layout.count_cells(view.atoms)
    shown = view.seen & ~hidden
    positive = hidden & (counts > 0) & view.is_now
    atoms, cells = agreeing_tables(layout, counts, shown, positive, MOST)
    if at_least is not None:
        own = atoms[at_least] >= 1
        atoms, cells = atoms[:, own], cells[:, own]
    small = (view.atoms > 0) & (view.atoms < RULES.group)
    small_cells = hidden & (counts > 0) if view.is_now else (counts > 0) & (counts < RULES.group)
    return [np.ptp(cells[cell]) for cell in np.flatnonzero(small_cells)] + [
        np.ptp(atoms[atom]) for atom in np.flatnonzero(small)
    ]


@FEW
@given(rounds())
def test_by_subtraction_no_hidden_count_can_be_told_within_the_protection_interval(drawn):
    layout, taking = drawn
    view = now(layout, taking)
    hidden = pattern(layout, [view], RULES).hidden
    assert all(width >= RULES.protection for width in widths(layout, view, hidden))


@FEW
@given(rounds(), st.data())
def test_a_member_gains_at_most_its_own_part_by_knowing_that_it_took_part(drawn, data):
    layout, taking = drawn
    view = now(layout, taking)
    hidden = pattern(layout, [view], RULES).hidden
    if not taking.any():
        return
    own = layout.atom_of[data.draw(st.sampled_from(np.flatnonzero(taking).tolist()))]
    for width in widths(layout, view, hidden, at_least=own):
        assert width >= RULES.protection - 1


@FEW
@given(rounds(), st.data())
def test_a_second_release_tells_nothing_of_the_few_who_came_between(drawn, data):
    layout, taking = drawn
    came = np.array(data.draw(st.lists(st.booleans(), min_size=18, max_size=18)))[: len(taking)]
    before = now(layout, taking)
    first = pattern(layout, [before], RULES)
    changed = View(layout.count_atoms(came & ~taking), ~first.hidden, is_now=False)
    after = now(layout, taking | came)
    second = pattern(layout, [after, changed], RULES)
    assert all(width >= RULES.protection for width in widths(layout, changed, second.hidden))
    assert all(width >= RULES.protection for width in widths(layout, after, second.hidden))


@FEW
@given(rounds())
def test_the_audit_finds_the_bounds_that_trying_all_tables_finds(drawn):
    layout, taking = drawn
    view = now(layout, taking)
    counts = layout.count_cells(view.atoms)
    hidden = (counts > 0) & (counts < RULES.group)  # primary suppression alone
    _, cells = agreeing_tables(layout, counts, view.seen & ~hidden, hidden, MOST)
    for cell, (low, high) in hidden_bounds(layout, view, hidden).items():
        values = cells[layout.place[cell]]
        assert low == values.min()
        assert high == values.max() or high > MOST


@FEW
@given(rounds())
def test_the_audit_passes_what_the_pattern_made_and_refuses_what_subtraction_breaks(drawn):
    layout, taking = drawn
    view = now(layout, taking)
    counts = layout.count_cells(view.atoms)
    made = pattern(layout, [view], RULES).hidden
    assert weaknesses(layout, [view], made, RULES) == ()
    primary = (counts > 0) & (counts < RULES.group)
    broken = any(width < RULES.protection for width in widths(layout, view, primary))
    assert bool(weaknesses(layout, [view], primary, RULES)) == broken


def states(**members):
    labels = [state for state, count in members.items() for _ in range(count)]
    return layout_of({"state": labels}, [(), ("state",)], len(labels))


def test_a_state_with_three_members_hides_the_smallest_other_one_too():
    layout = states(BY=20, HB=3, NW=9)
    found = pattern(layout, [now(layout, np.ones(32, dtype=bool))], RULES)
    hidden = {layout.cells[cell].key: why for cell, why in found.why.items()}
    assert hidden == {("HB",): Why.THRESHOLD, ("NW",): Why.SECONDARY}


def test_two_small_states_that_are_enough_together_need_no_third():
    layout = states(BY=20, HB=3, HH=4)
    found = pattern(layout, [now(layout, np.ones(27, dtype=bool))], RULES)
    assert {layout.cells[cell].key for cell in found.why} == {("HB",), ("HH",)}


def test_a_group_that_no_table_shows_cannot_be_told_from_overlapping_ones():
    """Size 11 has six members: five are all of BY, so that the sixth is the one of NW."""
    labels = {"state": ["BY"] * 5 + ["NW"] * 21, "size_class": ["11"] * 6 + ["50"] * 20}
    layout = layout_of(labels, [(), ("state",), ("size_class",)], 26)
    everyone = now(layout, np.ones(26, dtype=bool))
    (weak,) = weaknesses(layout, [everyone], np.zeros(5, dtype=bool), RULES)[:1]
    assert [cell.key for cell in weak.cells] == [(), ("NW",), ("11",)]
    assert pattern(layout, [everyone], RULES).hidden.any()


def test_what_an_earlier_release_showed_cannot_be_taken_back_to_hide_something_new():
    """The states were shown before; now the kinds would tell of the one in B that is of kind x."""
    labels = {"state": ["A"] * 9 + ["B"] * 20, "kind": ["x"] * 10 + ["y"] * 19}
    layout = layout_of(labels, [(), ("state",), ("kind",)], 29)
    shown_before = np.array([cell.by != ("kind",) for cell in layout.cells])
    atoms = layout.count_atoms(np.ones(29, dtype=bool))
    view = View(atoms, everything(layout), fixed=shown_before)
    hidden = pattern(layout, [view], RULES).hidden
    assert {layout.cells[cell].by for cell in np.flatnonzero(hidden)} == {("kind",)}
    assert weaknesses(layout, [view], hidden, RULES) == ()
    only_the_smallest_state = np.array([cell.key == ("A",) for cell in layout.cells])
    assert weaknesses(layout, [view], only_the_smallest_state, RULES)


def test_an_empty_cell_is_shown_as_such():
    layout = states(BY=20, HB=3)
    taking = np.array([True] * 20 + [False] * 3)
    assert not pattern(layout, [now(layout, taking)], RULES).hidden.any()


def test_the_minimum_may_only_be_raised():
    with pytest.raises(ValueError, match="raised"):
        Rules(group=4)
    assert Rules(group=8, shares=15).protection == 8


def test_where_being_counted_is_an_answer_few_in_several_hidden_cells_together_stay_untold():
    """Of 60 of size 21, in three states, thirty are counted; of five of size 11 none, of two of
    size 30 both. Each count of so few may be anything, but 32 less 30 would be two of seven.
    """
    places = [*product("ABC", ["21"] * 20), ("A", "11"), *[("B", "11")] * 2, *[("C", "11")] * 2,
              *[("B", "30")] * 2]  # fmt: skip
    attributes = {"state": [a for a, _ in places], "size_class": [b for _, b in places]}
    layout = layout_of(attributes, [(), ("state",), ("size_class",)], len(places))
    counted = np.array([at % 2 == 0 for at in range(60)] + [False] * 5 + [True] * 2)
    among = Among(layout.count_atoms(np.ones(len(places), dtype=bool)), np.full(7, -1))
    view = View(layout.count_atoms(counted), everything(layout), is_now=False, among=among)
    found = pattern(layout, [view], RULES, layout.count_cells(view.atoms) < RULES.group).hidden
    of = {cell.key: at for at, cell in enumerate(layout.cells)}
    assert found[of[()]] != found[of["21",]]
    assert weaknesses(layout, [view], found, RULES) == ()
    found[of["21",]] = found[of[()]] = False
    assert [one.low for one in weaknesses(layout, [view], found, RULES)] == [2.0]
