"""Attacks on the answers themselves, class by class: worked by hand, then on random rounds.

The numbers of the examples are small enough to follow with a pencil; what the attacker would see
without the rule stands beside each.
"""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.gathering import Earlier, gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.release.by_subject import values_of
from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.making import make_release
from assessment.benchmark.statistics.panel import NO_PLAN, Contribution, Panel
from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, State
from tests.unit.benchmark.class_attacker import LEVELS, UNKNOWN, Attacker, left_by_median, listed

RULES = Rules()
QUESTION = "data.inventory"
ABSENT = "absent"
HIDDEN = {"suppressed": "protected"}
SIZES = ("11", "21", "30")
FEW = settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.generate])


def towns(**counts):
    """So many towns of each state."""
    return [Municipality(f"{state} {at}", Body.MUNICIPALITY, state=state, population=3_000)
            for state, count in counts.items() for at in range(count)]  # fmt: skip


def said(level):
    if level is None:
        return {}
    return {QUESTION: Answer(State.UNKNOWN) if level == UNKNOWN else Answer(State.ANSWERED, level)}


def gathered(members, levels, routes=(), earlier=(), by="state"):
    """What a release is made of; `levels` has ABSENT for a member that took no part."""
    questionnaire = load_model().questionnaire
    plans = routes or [{}] * len(members)
    whole = gather(
        members,
        {at: Contribution(said(level), plans[at], next(iter(plans[at].values()), NO_PLAN))
         for at, level in enumerate(levels) if level != ABSENT},
        breakdowns(by),
        questionnaire=questionnaire,
        archetypes=["chatbot"],
        earlier=earlier,
        marks=[None if level == ABSENT else f"{level} {plan}"
               for level, plan in zip(levels, plans, strict=True)],
        key=b"key of a test",
    )  # fmt: skip
    asked = {QUESTION, "chatbot", "overall"}
    chosen = [at for at, one in enumerate(whole.panel.subjects) if one.id in asked]
    panel = whole.panel
    return replace(whole, panel=Panel(
        tuple(panel.subjects[at] for at in chosen), panel.points[:, chosen],
        panel.classes[:, chosen], panel.unknown[:, chosen],
    ))  # fmt: skip


def releases(members, *times, by="state"):
    """A release after each time, made with all before it in sight."""
    made, earlier = [], []
    for number, levels in enumerate(times):
        now = gathered(members, levels, earlier=tuple(earlier), by=by)
        about = {"date": f"2026-1{number}-01", "questionnaire": "one"}
        made.append(make_release(now, about, RULES))
        values = {(one.kind.value, one.id): values_of(now, at)
                  for at, one in enumerate(now.panel.subjects)}  # fmt: skip
        marks = [None if level == ABSENT else f"{level} {{}}" for level in levels]
        earlier.append(Earlier(made[-1], marks, values))
    return [Lookup(one) for one in made]


def shares(cell):
    """A distribution in counts."""
    return {"".join(part["classes"]): round(part["share"] * cell["n"])
            for part in listed(cell.get("distribution"))}  # fmt: skip


def test_a_group_of_one_mind_cannot_be_told_by_subtraction():
    """All 20 of NW say 3, of BY 10 each say 0, 1, 2 and 3; levels 3 and 4 are merged.

    All together 30 say 3 or 4, in BY 10 do: the other 20 are all of NW. So what BY says is hidden
    but for its median, between 1 and 2: in BY 10 to 20 then say 2, and 0 to 10 of NW may as well.
    """
    (made,) = releases(towns(NW=20, BY=40), [3] * 20 + [0, 1, 2, 3] * 10)
    everybody, of_by = (made.cell("question", QUESTION, key) for key in ({}, {"state": "BY"}))
    assert shares(everybody) == {"0": 10, "1": 10, "2": 10, "34": 30}
    assert (of_by["n"], of_by["distribution"], of_by["quartiles"]) == (40, HIDDEN, HIDDEN)
    assert of_by["median"] == 37.5


def test_a_median_falls_where_it_would_tell_a_small_count_together_with_other_figures():
    """Of BY five say 0, 0, 1, 4 and 4; of NW 36 say 2, six 3 and three 4: all together five say 4.

    By itself a median of 25 leaves of BY 0 to 2 above it. But then of NW 3 to 5 would say 4.
    """
    (made,) = releases(towns(BY=5, NW=45), [0, 0, 1, 4, 4] + [2] * 36 + [3] * 6 + [4] * 3)
    assert shares(made.cell("question", QUESTION, {})) == {"012": 39, "3": 6, "4": 5}
    assert made.cell("question", QUESTION, {"state": "BY"})["median"] == HIDDEN


def test_the_median_of_five_is_shown_and_leaves_what_a_median_of_five_leaves():
    """Of HB five say 0, 1, 2, 3 and 4: two below and two above, whoever it was."""
    (made,) = releases(towns(HB=5, BY=5), [0, 1, 2, 3, 4] * 2)
    told = made.cell("question", QUESTION, {"state": "HB"})
    assert (told["n"], told["median"]) == (5, 50.0)


@pytest.mark.parametrize("newcomers", [[3] * 10, [0, 0, 0, 0, 1, 1, 1, 2, 2, 3], [0] * 6 + [4] * 4])
def test_what_newcomers_say_cannot_be_told_from_two_distributions(newcomers):
    """40 of BY and 40 of NW say 0, 1, 2 and 3 in equal parts; then ten of BY join."""
    members = towns(BY=50, NW=40)
    before = [0, 1, 2, 3] * 10
    first, second = releases(members, before + [ABSENT] * 10 + before, before + newcomers + before)
    for key in ({}, {"state": "BY"}):
        then, now = (one.cell("question", QUESTION, key) for one in (first, second))
        assert shares(then)
        assert (now["n"], now["distribution"]) == (then["n"] + 10, HIDDEN)
    assert shares(second.cell("question", QUESTION, {"state": "NW"}))


def test_members_that_all_move_alike_do_not_show_in_the_distribution():
    """Ten of BY move from 1 to 2: from 10, 10, 10, 10 to 10, 0, 20, 10 would tell all of it."""
    members, before = towns(BY=40, NW=40), [0, 1, 2, 3] * 10
    after = [2 if level == 1 else level for level in before]
    first, second = releases(members, before * 2, after + before)
    for key in ({}, {"state": "BY"}):
        assert shares(first.cell("question", QUESTION, key))
        assert second.cell("question", QUESTION, key)["distribution"] == HIDDEN


def test_many_changes_of_every_kind_are_shown_with_the_distribution():
    """Of 60 in BY forty change: at least five come to, and five leave, each level that is shown."""
    members, before = towns(BY=60, NW=40), [0, 1, 2, 3] * 15
    after = [(level + 1) % 4 if at < 40 else level for at, level in enumerate(before)]
    _, second = releases(members, before + before[:40], after + before[:40])
    assert shares(second.cell("question", QUESTION, {"state": "BY"}))


def test_the_public_number_of_members_is_part_of_what_is_known():
    """Who knows that the only town of size 3 in A is one town, knows it when it is not none."""
    attacker = Attacker([{"state": "A", "size": "3"}, {"state": "B", "size": "3"}], LEVELS)
    attacker.learns({"size": "3"}, ["4"], 1, 6)
    attacker.learns({"state": "B"}, ["4"], 0, 5)
    assert attacker.bounds({"state": "A", "size": "3"}, ["4"])[1] == 6
    attacker.learns({"state": "A", "size": "3"}, LEVELS, 0, 1)
    assert attacker.bounds({"state": "A", "size": "3"}, ["4"])[1] == 1


@st.composite
def rounds(draw):
    """Members in three states and three sizes, some atoms with few; groups that lean one way."""
    lots = draw(st.randoms(use_true_random=False))
    members, levels = [], []
    for state in ("NW", "BY", "HB"):
        for size in SIZES:
            lean = lots.choice([None, None, lots.randrange(5)])
            for at in range(lots.choice([1, 2, 4, 7, 12, 25])):
                name = f"{state} {size} {at}"
                members.append(Municipality(name, Body.MUNICIPALITY, state=state, size_class=size))
                level = lots.randrange(5) if lean is None else lean
                levels.append(lots.choice([level] * 9 + [UNKNOWN, ABSENT]))
    return members, levels


def atom_of(body):
    known = attributes_of(body)
    return {"state": known["state"], "size_class": known["size_class"]}


def counted(members, levels):
    """How many of each atom gave each answer."""
    return Counter(
        (tuple(atom_of(one).items()), str(level))
        for one, level in zip(members, levels, strict=True)
        if level != ABSENT
    )


@FEW
@given(rounds())
def test_from_the_document_and_the_register_no_answers_of_a_small_group_can_be_told(drawn):
    members, levels = drawn
    if sum(level != ABSENT for level in levels) < RULES.group:
        return
    (made,) = releases(members, levels, by="size_class,state")
    size = Counter(tuple(atom_of(one).items()) for one in members)
    numbers_alone, attacker = (Attacker([dict(atom) for atom in size], LEVELS) for _ in range(2))
    cells = [one for table in made.release["participation"] for one in table["cells"]]
    for cell in cells:
        told = made.cell("question", QUESTION, cell["key"])
        attacker.reads(told, LEVELS, cell.get("n"))
        for one in (numbers_alone, attacker):
            one.counts(cell["key"], LEVELS, told.get("n"), most=cell.get("n"))
    for atom, count in size.items():
        for one in (numbers_alone, attacker):
            one.counts(dict(atom), LEVELS, None, most=count)
    true = counted(members, levels)
    medians = [made.cell("question", QUESTION, one["key"]) for one in cells]
    for (atom, answer), count in true.items():
        others = [one for one in LEVELS if one != answer]
        alike = not any(true[atom, one] for one in others)
        if answer not in LEVELS or not (alike or count < RULES.group):
            continue
        room = min(RULES.protection, numbers_alone.bounds(dict(atom), LEVELS)[1]) - 1e-6
        low, high = attacker.bounds(dict(atom), [answer])
        left = min(left_by_median(one, dict(atom), answer, LEVELS) for one in medians)
        assert count >= RULES.group or high - low >= min(room, left)
        assert not alike or attacker.bounds(dict(atom), others)[1] >= room


@FEW
@given(rounds(), st.integers(0, 2), st.integers(0, 10**6))
def test_from_two_documents_no_answers_of_few_that_came_or_went_can_be_told(drawn, most, seed):
    """Whoever knows all that went is not told what came, and the other way round."""
    members, first = drawn
    lots = np.random.default_rng(seed)
    moving = lots.uniform(size=len(members)) < [0.15, 0.4, 0.8][most]
    second = [[0, 1, 2, 3, 4, ABSENT][lots.integers(6)] if moves else level
              for moves, level in zip(moving, first, strict=True)]  # fmt: skip
    changed = [at for at in range(len(members)) if first[at] != second[at]]
    if len(changed) < RULES.group or sum(level != ABSENT for level in first) < RULES.group:
        return
    then, now = releases(members, first, second, by="size_class,state")
    size = Counter(tuple(atom_of(one).items()) for one in members)
    moved = [members[at] for at in changed]
    for levels in (first, second):
        true = counted(moved, [levels[at] for at in changed])
        attacker = Attacker([dict(atom) for atom in size], LEVELS)
        for table in now.release["participation"]:
            for cell in table["cells"]:
                subtract(attacker, cell["key"], (then, now), true)
        for (atom, answer), count in true.items():
            whole = sum(true[atom, one] for one in LEVELS)
            if count < RULES.group and answer in LEVELS and attacker.rows:
                low, high = attacker.bounds(dict(atom), [answer])
                assert high - low >= min(RULES.protection, size[atom], whole) - 1e-6


def subtract(attacker, key, documents, true):
    """What two documents tell of those that came, to one who knows those that went."""
    cells = [one.cell("question", QUESTION, key) for one in documents]
    if any({"suppressed", "as_of"} & cell.keys() for cell in cells):
        return
    inside = [atom for atom, _ in true if all(dict(atom)[name] == of for name, of in key.items())]

    def count(classes):
        return sum(true[atom, one] for atom in set(inside) for one in classes)

    attacker.learns(key, LEVELS, count(LEVELS), count(LEVELS))
    for edge in range(1, len(LEVELS)):
        below = LEVELS[:edge]
        if all(ends_at(cell, below) for cell in cells):
            attacker.learns(key, below, count(below), count(below))


def ends_at(cell, below):
    """Whether a distribution is cut behind these levels."""
    parts = [set(part["classes"]) for part in listed(cell["distribution"])]
    return bool(parts) and all(part <= set(below) or not part & set(below) for part in parts)
