"""Rounds that are released twice and three times: what changed between them stays untold."""

from dataclasses import replace
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.benchmark.disclosure.audit import weaknesses
from assessment.benchmark.disclosure.pattern import pattern
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.views import Before, views_of
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.gathering import Earlier, gather
from assessment.benchmark.layout import breakdowns, layout_of
from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.making import make_release
from assessment.model import load_model
from tests.unit.benchmark.isolation import isolated
from tests.unit.benchmark.small_rounds import invented, some_of

RULES = Rules()
TABLES = (
    [(), ("state",)],
    [(), ("state",), ("size_class",)],
    [(), ("state",), ("size_class",), ("state", "size_class")],
    [(), ("state",), ("state", "size_class")],
)
MEMBER = st.tuples(st.sampled_from("AABC"), st.sampled_from("1112223"))
SOME = settings(max_examples=8, deadline=None)


@st.composite
def rounds(draw, releases, leave=0.0):
    """A layout, and what its members have standing at each release: few change in some places.

    Of those that change so large a part leave; else members join or change what they say.
    """
    members = draw(st.lists(MEMBER, min_size=24, max_size=70))
    attributes = {"state": [a for a, _ in members], "size_class": [b for _, b in members]}
    layout = layout_of(attributes, draw(st.sampled_from(TABLES)), len(members))
    lots = draw(st.randoms(use_true_random=False))
    standing = [np.array([int(lots.random() < 0.8) for _ in members])]
    for release in range(1, releases):
        restless = {atom: lots.choice([0.0, 0.1, 0.5]) for atom in range(layout.atoms)}
        now = standing[-1].copy()
        certain = set(lots.sample(range(len(members)), RULES.group))
        for at, atom in enumerate(layout.atom_of.tolist()):
            if at in certain or lots.random() < restless[atom]:
                gone = lots.random() < leave and (now[at] or leave == 1)
                now[at] = 0 if gone else 1000 * release + at
        standing.append(now)
    return layout, standing


def groups(by, **counts):
    """A layout by these attributes, and who stands: so many of each place before and now.

    Of a place such as SH11A the state is SH, the size class 11 and the district A.
    """
    places = [place for place, (before, _) in counts.items() for _ in range(before)]
    attributes = {"state": [one[:2] for one in places], "size_class": [one[2:4] for one in places],
                  "district": [one[4:] for one in places]}  # fmt: skip
    layout = layout_of(attributes, by, len(places))
    before = np.arange(1, len(places) + 1)
    stay = np.concatenate([np.arange(one) < left for one, left in counts.values()])
    return layout, [before, np.where(stay, before, 0)]


def test_a_group_that_no_figure_of_now_can_hide_any_more_does_not_keep_a_release_back():
    """All five of HB 21 leave, the nine of HB 11 are shown already: HB is nine, shown or not."""
    layout, standing = groups(TABLES[3], BY11=(5, 1), BY30=(16, 1), HB11=(9, 9), HB21=(5, 0),
                              NW11=(5, 0), NW21=(1, 1))  # fmt: skip
    first, second = released(layout, standing)
    of = {(cell.by, cell.key): at for at, cell in enumerate(layout.cells)}
    assert first[of[("state", "size_class"), ("HB", "11")]]
    assert not second[of[("state",), ("BY",)]]


def test_what_follows_from_empty_cells_beside_old_figures_does_not_keep_a_release_back():
    """Of ten of SH one is left, and all have left district B: if that was published, there could be
    no more than three of SH, if size class 11, NW and its district H, where one to four left, held
    still. So B keeps its old figures.
    """
    by = [(), ("district",), ("size_class",), ("state",)]
    layout, standing = groups(by, NW11C=(4, 4), NW11D=(24, 24), NW11E=(2, 2), NW11F=(2, 2),
                              NW11G=(4, 3), NW11H=(2, 2), NW21H=(23, 21), SH11A=(2, 1),
                              SH11B=(2, 0), SH21B=(6, 0))  # fmt: skip
    first, second = released(layout, standing)
    of = {cell.key: at for at, cell in enumerate(layout.cells)}
    assert first[of["SH",]]
    assert not second[[of["SH",], of["B",]]].any()


def test_what_is_shown_of_all_is_shown_of_the_only_state_that_anybody_is_left_of():
    """Of NW two changed and 58 are left, of SH 40 left: now all are those of NW, so the number of
    all less the old one of NW would be that of the two. Of SH nothing was shown before.
    """
    layout, (_, now) = groups(TABLES[0], NW11=(60, 58), SH11=(40, 0))
    alike = layout.alike(layout.count_atoms(now > 0) > 0)
    of = {cell.key: at for at, cell in enumerate(layout.cells)}
    assert alike == {of[()]: (of["NW",],), of["NW",]: (of[()],)}
    seen = np.arange(3) != of["SH",]
    changed = View(np.array([2, 40]), seen, is_now=False)
    assert pattern(layout, [changed], RULES).hidden.tolist() == [False, True, False]
    found = pattern(layout, [replace(changed, alike=alike)], RULES)
    assert found.hidden.tolist() == [True, True, False]
    assert weaknesses(layout, [replace(changed, alike=alike)], found.hidden, RULES) == ()


def released(layout, standing):
    """The cells that each release shows, each made with all before it in sight."""
    shown, earlier = [], []
    for now in standing:
        views = views_of(layout, now, earlier, RULES)
        hidden = pattern(layout, views, RULES).hidden
        assert weaknesses(layout, views, hidden, RULES) == ()
        shown.append(~hidden)
        earlier.append(Before(now, ~hidden))
    return shown


@SOME
@given(rounds(1))
def test_no_cells_of_a_release_add_up_to_a_group_that_is_too_small(drawn):
    layout, standing = drawn
    assert isolated(layout, standing, released(layout, standing), RULES.group) is None


@SOME
@given(rounds(2))
def test_no_cells_of_two_releases_single_out_few_who_came_left_or_changed(drawn):
    layout, standing = drawn
    assert isolated(layout, standing, released(layout, standing), RULES.group, 3) is None


@SOME
@given(rounds(3))
def test_no_cells_of_three_releases_in_a_row_single_out_few(drawn):
    layout, standing = drawn
    assert isolated(layout, standing, released(layout, standing), RULES.group, 3) is None


@SOME
@given(rounds(3, leave=0.4))
def test_no_cells_of_three_releases_single_out_few_where_members_come_and_go(drawn):
    layout, standing = drawn
    shown = released(layout, standing)
    assert isolated(layout, standing, shown, RULES.group, 3, still=False) is None


@settings(SOME, max_examples=25)
@given(rounds(2, leave=1.0))
def test_no_cells_of_two_releases_between_which_members_only_leave_single_out_few(drawn):
    layout, standing = drawn
    shown = released(layout, standing)
    assert isolated(layout, standing, shown, RULES.group, 3, still=False) is None


def two_releases(a, b, stays):
    """State A of these two sizes beside a large state B; the second size of A may change by one."""
    labels = {
        "state": ["A"] * (a + b) + ["B"] * 30,
        "size_class": ["1"] * a + ["2"] * b + ["2"] * 30,
    }
    by = [(), ("state",), ("size_class",), ("state", "size_class")]
    layout = layout_of(labels, by, a + b + 30)
    first = np.ones(a + b + 30, dtype=np.int64)
    second = first.copy()
    second[-12:] = 2
    second[: 0 if stays else 1] = 2
    return layout, [first, second]


def test_the_attacker_finds_what_each_release_by_itself_would_not_tell():
    """Three of size 1 in A: hidden then with one way round, now with the other."""
    layout, standing = two_releases(3, 20, stays=True)
    place = {cell.key: at for cell, at in layout.place.items()}
    shown = [np.zeros(len(layout.cells), dtype=bool) for _ in standing]
    shown[0][place["A",]] = True
    assert isolated(layout, standing, shown, RULES.group) is None
    shown[1][[at for key, at in place.items() if set(key) == {"A", "2"}]] = True
    assert isolated(layout, standing, shown, RULES.group) == [(0, (0, 1))]
    earlier = [Before(standing[0], shown[0])]
    views = views_of(layout, standing[1], earlier, RULES)
    assert weaknesses(layout, views, ~shown[1], RULES)
    assert isolated(layout, standing, released(layout, standing), RULES.group) is None


def test_two_groups_of_two_are_not_told_together():
    labels = {"state": ["A"] * 2 + ["B"] * 2 + ["C"] * 20}
    layout = layout_of(labels, [(), ("state",)], 24)
    (shown,) = released(layout, [np.ones(24, dtype=np.int64)])
    assert not shown[[layout.place[cell] for cell in layout.cells if cell.key]].any()


def release_of(year_of, earlier=()):
    """A release of 90 members who each say what they are made to say in a year of their own."""
    given, archetypes = invented(90, response=1.0)
    later, _ = invented(90, year=1, response=1.0)
    said = (given.contributions, later.contributions)
    whole = gather(
        given.members,
        {at: said[year][at] for at, year in enumerate(year_of) if year is not None},
        breakdowns("size_class,state"),
        questionnaire=load_model().questionnaire,
        archetypes=archetypes,
        earlier=earlier,
        marks=year_of,
    )
    about = {"date": f"2026-1{len(earlier)}-01", "questionnaire": "one"}
    return make_release(replace(whole, panel=some_of(whole.panel)), about, RULES)


@cache
def three_releases():
    """In the second release all of NW are new; in the third all of BB, and one of NW is gone."""
    states = [one.state for one in invented(90, response=1.0)[0].members]
    first = [0] * 90
    second = [1 if state == "NW" else 0 for state in states]
    third = [1 if state == "BB" else year for state, year in zip(states, second, strict=True)]
    third[states.index("NW")] = None
    made, earlier = [], []
    for year_of in (first, second, third):
        made.append(release_of(year_of, tuple(earlier)))
        earlier.append(Earlier(made[-1], year_of))
    return made


def test_a_cell_that_hardly_changed_keeps_its_earlier_figures_with_their_date():
    first, second, third = (Lookup(one) for one in three_releases())
    assert "as_of" not in second.participation({"state": "NW"})
    # So does one in which nothing changed: else the date would tell that in the other one did.
    assert second.participation({"state": "BB"})["as_of"] == first.release["date"]
    old = third.participation({"state": "NW"})
    assert old["as_of"] == "2026-11-01"
    assert {**second.participation({"state": "NW"}), "as_of": "2026-11-01"} == old
    assert "as_of" not in third.participation({})


def test_figures_of_an_earlier_date_are_those_of_its_release_to_the_letter():
    made = [Lookup(one) for one in three_releases()]
    by_date = {one.release["date"]: one for one in made}
    seen = 0
    for release in made:
        for kind, subject in release.subjects:
            for key in ({"state": "NW"}, {"state": "BB"}, {"state": "SL"}, {}):
                cell = release.cell(kind, subject, key)
                if "as_of" in cell:
                    seen += 1
                    earlier = by_date[cell["as_of"]].cell(kind, subject, key)
                    assert cell == {**earlier, "as_of": cell["as_of"]}
    assert seen
