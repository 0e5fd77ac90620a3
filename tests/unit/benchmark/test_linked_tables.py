"""How many plan an application stands in two tables: as a share, and as the number of routes."""

from itertools import product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assessment.benchmark.gathering import Earlier
from assessment.benchmark.release.by_subject import values_of
from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.making import make_release
from tests.unit.benchmark.class_isolation import told_apart
from tests.unit.benchmark.test_class_attacks import (
    ABSENT,
    RULES,
    SIZES,
    atom_of,
    gathered,
    rounds,
    shares,
    towns,
)

WAYS = ("turnkey", "shared_service")


def releases(members, *times, by="state"):
    """A release after each time, which tells of each member whether it plans a chatbot.

    None is for those that take no part; others are advised one way or the other.
    """
    made, earlier = [], []
    for number, planning in enumerate(times):
        routes = [{"chatbot": WAYS[at % 2]} if plans else {} for at, plans in enumerate(planning)]
        levels = [ABSENT if plans is None else 0 for plans in planning]
        now = gathered(members, levels, routes, tuple(earlier), by)
        about = {"date": f"2026-1{number}-01", "questionnaire": "one"}
        made.append(make_release(now, about, RULES))
        values = {(one.kind.value, one.id): values_of(now, at)
                  for at, one in enumerate(now.panel.subjects)}  # fmt: skip
        marks = [None if level == ABSENT else f"{level} {plan}"
                 for level, plan in zip(levels, routes, strict=True)]  # fmt: skip
        earlier.append(Earlier(made[-1], marks, values))
    return [Lookup(one) for one in made]


def told(release, key):
    """How many plan a chatbot in a group, from both tables; None where it is not of now."""
    share, number = (release.cell(kind, "chatbot", key) for kind in ("application", "route"))
    return (
        None if "as_of" in share else shares(share).get("planned"),
        None if "as_of" in number else number.get("n"),
    )


def test_how_many_plan_an_application_cannot_be_told_from_the_number_in_the_table_of_its_routes():
    """In BY 8 of 30 plan a chatbot, in NW 9 of 20, in HB 2 of 12: together 19.

    One table would show BY and hide NW, the other the other way round: 19 - 8 - 9 = 2.
    """
    members = towns(BY=30, NW=20, HB=12)
    (made,) = releases(members, [at < 8 or 30 <= at < 39 or 50 <= at < 52 for at in range(62)])
    found = {state: told(made, {"state": state}) for state in ("BY", "NW", "HB")}
    assert found == {"BY": (None,) * 2, "NW": (9,) * 2, "HB": (None,) * 2}


@pytest.mark.parametrize(("stop", "begin"), [(6, 2), (2, 6)])
def test_few_who_begin_or_stop_planning_do_not_show_in_the_number_of_routes(stop, begin):
    """Of 60 in BY thirty plan. Then so many stop, so many begin: who knows one knows the other."""
    first = [at % 2 == 0 for at in range(100)]
    turned = [*range(0, 2 * stop, 2), *range(1, 2 * begin, 2)]
    second = [plans != (at in turned) for at, plans in enumerate(first)]
    then, now = releases(towns(BY=60, NW=40), first, second)
    assert (told(then, {"state": "BY"}), told(then, {})) == ((30,) * 2, (50,) * 2)
    assert (told(now, {"state": "BY"}), told(now, {})) == ((None,) * 2, (None,) * 2)


def test_many_who_begin_and_stop_planning_show_in_both_tables():
    """Of 60 in BY ten stop and six begin."""
    first = [at % 2 == 0 for at in range(100)]
    turned = [*range(0, 20, 2), *range(1, 12, 2)]
    second = [plans != (at in turned) for at, plans in enumerate(first)]
    _, now = releases(towns(BY=60, NW=40), first, second)
    assert told(now, {"state": "BY"}) == (26,) * 2
    assert told(now, {}) == (46,) * 2


def over_all(release):
    """The distribution of the route over all, in counts; and how many it is of."""
    cell = release.cell("route", "overall", {})
    return cell["n"], {one: round(part["share"] * cell["n"])
                       for part in cell["distribution"] for one in part["classes"]}  # fmt: skip


def test_few_who_plan_nothing_are_shown_with_others_and_are_not_missing_from_the_number():
    """Of 60 three plan nothing, 28 are advised turnkey, which they join, and 29 shared service."""
    (made,) = releases(towns(BY=60), [at >= 3 for at in range(60)])
    whole, parts = over_all(made)
    assert (whole, parts["no_plan"], parts["turnkey"], parts["shared_service"]) == (60, 31, 31, 29)


def test_many_who_plan_nothing_are_a_part_of_their_own():
    (made,) = releases(towns(BY=60), [at >= 16 for at in range(60)])
    whole, parts = over_all(made)
    assert (whole, parts["no_plan"], parts["turnkey"], parts["shared_service"]) == (60, 16, 22, 22)


@st.composite
def twice(draw):
    """Who plans a chatbot at two times: in some places nobody changes that, in others many do."""
    members, levels = draw(rounds())
    lots = draw(st.randoms(use_true_random=False))
    first = [None if level == ABSENT else level in {0, 1, 2} for level in levels]
    restless = {place: lots.choice([0, 0, 0.05, 0.3, 0.9])
                for place in product(("NW", "BY", "HB"), SIZES)}  # fmt: skip
    moving = set(lots.sample(range(len(members)), RULES.group))
    second = [
        lots.choice([other for other in (True, False, None) if other != plans])
        if at in moving or lots.random() < restless[one.state, one.size_class]
        else plans
        for at, (one, plans) in enumerate(zip(members, first, strict=True))
    ]
    return members, (first, second)


def counts(release, keys):
    """What a document tells of who plans, from both tables; how many took part is no answer."""
    for key in keys:
        share, number = (release.cell(kind, "chatbot", key) for kind in ("application", "route"))
        if not {"suppressed", "as_of"} & share.keys():
            yield {"key": key, "unknown": {}, "distribution": share["distribution"]}
        if not {"suppressed", "as_of"} & number.keys():
            yield {"key": key, "unknown": {}, "distribution": [{"classes": ["planned"]}]}


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(twice(), st.sampled_from(["state", "size_class,state"]))
def test_from_two_documents_it_cannot_be_told_what_few_plan_or_planned(drawn, by):
    members, said = drawn
    made = releases(members, *said, by=by)
    keys = [cell["key"] for table in made[0].release["participation"] for cell in table["cells"]]
    atoms = [atom_of(one) for one in members]
    answers = [[{True: "planned", False: "not_planned"}.get(one) for one in at] for at in said]
    cells = [list(counts(one, keys)) for one in made]
    for pick in (slice(0, 1), slice(1, 2), slice(0, 2)):
        assert told_apart(atoms, answers[pick], cells[pick], RULES.group) is None
