"""What sums of shown classes tell, in one release and in several: by hand, then at random."""

from itertools import product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assessment.benchmark.disclosure.rules import Rules
from assessment.municipality import Body, Municipality
from tests.unit.benchmark.class_attacker import UNKNOWN
from tests.unit.benchmark.class_isolation import told_apart
from tests.unit.benchmark.test_class_attacks import (
    ABSENT,
    HIDDEN,
    QUESTION,
    atom_of,
    releases,
    rounds,
    shares,
    towns,
)

RULES = Rules()
MIXED = [0, 1, 2, 3]
RANDOM = settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate])
BREAKDOWNS = st.sampled_from(["size_class,state", "state,size_class*state"])
PICKS = ((0,), (0, 1), (1, 2), (0, 2), (0, 1, 2))


def of_states(*documents):
    """The shares of all, of BY and of HB in each document, where they are of its own."""
    cells = ([one.cell("question", QUESTION, key)
              for key in ({}, {"state": "BY"}, {"state": "HB"})] for one in documents)  # fmt: skip
    return [[shares(cell) if "as_of" not in cell else {} for cell in of] for of in cells]


def test_a_hidden_cell_of_which_each_state_has_one_member_is_not_told_as_a_whole():
    """Of ten states each has twelve towns of size 21 and one of size 11; of these three say 1.

    Of each one it is open whether it does, but with all and size 21 it would be told that three do.
    """
    states = ("NW", "BY", "HB", "HE", "SN", "SH", "NI", "BW", "SL", "BB")
    sizes = [(state, size) for state in states for size in ["21"] * 12 + ["11"]]
    members = [Municipality(f"{state} {at}", Body.MUNICIPALITY, state=state, size_class=size)
               for at, (state, size) in enumerate(sizes)]  # fmt: skip
    of_cities = iter([0] * 5 + [1] * 3 + [4] * 2)
    levels = [next(of_cities) if size == "11" else at % 5 for at, (_, size) in enumerate(sizes)]
    (made,) = releases(members, levels, by="size_class,state")
    told = [shares(made.cell("question", QUESTION, key)) for key in ({}, {"size_class": "21"})]
    assert any(told)
    assert [{"1"} <= of.keys() for of in told] != [True, True]


def test_few_in_several_hidden_cells_together_are_not_what_all_and_the_shown_ones_leave():
    """Of 60 of size 21, twelve say each level. Five of size 11 in three states say 0, two of
    size 30 in one state say 1; both are hidden.

    Of two members none, one or both may say 1. But 14 of all less 12 of size 21 would be two of the
    seven others.
    """
    places = [*product(("NW", "BY", "HB"), ["21"] * 20), ("BY", "11"), *[("HB", "11")] * 2,
              *[("NW", "11")] * 2, *[("HB", "30")] * 2]  # fmt: skip
    members = [Municipality(f"{at}", Body.MUNICIPALITY, state=state, size_class=size)
               for at, (state, size) in enumerate(places)]  # fmt: skip
    levels = [*[0, 1, 2, 3, 4] * 12, *[0] * 5, *[1] * 2]
    (made,) = releases(members, levels, by="size_class,state")
    told = [shares(made.cell("question", QUESTION, key)) for key in ({}, {"size_class": "21"})]
    assert any(told)
    assert [{"1"} <= of.keys() for of in told] != [True, True]


def test_what_was_hidden_and_did_not_change_is_not_shown_beside_new_totals():
    """All 20 of NW say 3, of BY 10 each 0, 1, 2 and 3, so BY is hidden. Then twelve of HB join.

    Now HB is the smallest state and could be hidden instead of BY; but all together 30 said 3 or 4
    before, and in BY 10 do and did: the other 20 were all of NW.
    """
    before = [3] * 20 + MIXED * 10
    first, second = releases(
        towns(NW=20, BY=40, HB=12), before + [ABSENT] * 12, before + [0] * 6 + [3] * 6
    )
    told = of_states(first, second)
    assert told[0][0] == {"0": 10, "1": 10, "2": 10, "34": 30}
    assert told[1][0] == {"012": 36, "34": 36}
    assert (told[0][1], told[1][1]) == ({}, {})


def test_what_was_shown_and_did_not_change_is_not_hidden_in_vain():
    """All 20 of NW say 3, of BY six each 0, 1, 2 and 3; HB is smaller and hidden. Then HB grows.

    Now BY is the smallest state, but known: of the 41 that say 3 or 4 six are of BY and fifteen
    would be of HB, the other 20 are all of NW. So HB is hidden again.
    """
    before = [3] * 20 + MIXED * 6
    first, second = releases(
        towns(NW=20, BY=24, HB=60), before + MIXED * 5 + [ABSENT] * 40, before + MIXED * 15
    )
    everybody, by, hb = of_states(first, second)[1]
    assert everybody == {"0": 21, "1": 21, "2": 21, "34": 41}
    assert of_states(first)[0][1] == {"0": 6, "1": 6, "2": 6, "34": 6}
    assert (by, hb) == ({}, {})
    assert second.cell("question", QUESTION, {"state": "HB"})["distribution"] == HIDDEN


@pytest.mark.parametrize("gone", [[0, 0, 1, 2, 2, 3], [4] * 6])
def test_who_left_is_not_told_beside_a_state_that_all_have_left(gone):
    """All 40 of HB leave, and six of BY: what HB said then is what those of HB said who went.

    That of HB nobody is left is published. Of all, less HB then, the six would be what is missing.
    """
    old = [0, 1, 2, 3, 4] * 8
    first, second = releases(
        towns(BY=46, NW=40, HB=40),
        old + gone + old + old,
        old + [ABSENT] * 6 + old + [ABSENT] * 40,
    )
    assert second.participation({"state": "HB"})["n"] == 0
    assert shares(first.cell("question", QUESTION, {}))
    assert shares(first.cell("question", QUESTION, {"state": "HB"}))
    assert second.cell("question", QUESTION, {})["distribution"] == HIDDEN


@st.composite
def three_times(draw, *, leave=False):
    """What members say three times: in some places nobody changes, in others many or a few.

    Of those that change again, some say what they said at first; or all that change leave.
    """
    members, first = draw(rounds())
    lots = draw(st.randoms(use_true_random=False))
    said = [first]
    for back in (None, first):
        restless = {place: lots.choice([0, 0, 0.05, 0.3, 0.9])
                    for place in product(("NW", "BY", "HB"), ("11", "21", "30"))}  # fmt: skip
        moving = set(lots.sample(range(len(members)), RULES.group))
        now = list(said[-1])
        for at, one in enumerate(members):
            if at in moving or lots.random() < restless[one.state, one.size_class]:
                others = [one for one in (0, 1, 2, 3, 4, UNKNOWN, ABSENT) if one != now[at]]
                returns = back and back[at] != now[at] and lots.random() < 0.5
                now[at] = ABSENT if leave else back[at] if returns else lots.choice(others)
        said.append(now)
    return members, said


@RANDOM
@given(three_times(), BREAKDOWNS)
def test_from_three_documents_no_class_tells_what_few_said_in_any_of_them(drawn, by):
    assert told_of_some(*drawn, by) is None


@RANDOM
@given(three_times(leave=True), BREAKDOWNS)
def test_from_three_documents_no_class_tells_what_few_said_where_members_only_leave(drawn, by):
    assert told_of_some(*drawn, by, still=False) is None


def told_of_some(members, said, by, **attacker):
    """The records of few that the classes of two or three documents tell; None if none."""
    if any(sum(a != b for a, b in zip(said[one], said[other], strict=True)) < RULES.group
           for one, other in ((0, 1), (1, 2), (0, 2))):  # fmt: skip
        return None
    made = releases(members, *said, by=by)
    keys = [cell["key"] for table in made[0].release["participation"] for cell in table["cells"]]
    atoms = [atom_of(one) for one in members]
    answers = [[None if one == ABSENT else one for one in of] for of in said]
    cells = [[one.cell("question", QUESTION, key) for key in keys] for one in made]
    told = (
        told_apart(atoms, [answers[at] for at in pick], [cells[at] for at in pick], 5, **attacker)
        for pick in PICKS
    )
    return next((one for one in told if one), None)
