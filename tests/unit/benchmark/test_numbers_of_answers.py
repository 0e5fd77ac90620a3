"""Two releases compared by how many answered a question: who did not know then, or does not now."""

import random

import numpy as np
import pytest

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.release.document import Lookup
from tests.unit.benchmark.isolation import isolated
from tests.unit.benchmark.small_rounds import members
from tests.unit.benchmark.test_differences_by_subject import (
    MANY,
    QUESTIONS,
    RULES,
    UNKNOWN,
    numbers,
    shown,
    two_releases,
)

STATES = [attributes_of(one)["state"] for one in members(MANY)]


def answers(said, question):
    """What each member answered, members told apart; 0 for nobody and for who does not know."""
    values = numbers(said, question)
    return np.where(values % 100 == UNKNOWN + 1, 0, values)


def told(said, by, question):
    """The kinds of answers of few that the numbers of two releases single out; None if none."""
    layout, made = two_releases(*said, by)
    cells = [shown(layout, release, question) for release in made]
    assert cells[0].any()
    return isolated(layout, [answers(one, question) for one in said], cells, RULES.group, 2)


def one_who_does_not_know_any_more():
    """Of NW five who did not know are gone, and one who answered does not know now."""
    of_nw = [at for at, state in enumerate(STATES) if state == "NW"][:6]
    first = [(UNKNOWN, 1) if at in of_nw[:5] else (at % 4, at % 3) for at in range(MANY)]
    second = [None if at in of_nw[:5] else said for at, said in enumerate(first)]
    second[of_nw[5]] = (UNKNOWN, first[of_nw[5]][1])
    return first, second


def lots_of(seed):
    """What members say twice: most changes are among not knowing and taking no part."""
    lots = random.Random(seed)
    first = [lots.choice([None, (UNKNOWN, 1), (lots.randrange(5), 1)]) for _ in range(MANY)]
    second = list(first)
    restless = {state: lots.choice([0.1, 0.3, 0.6]) for state in sorted(set(STATES))}
    for at, state in enumerate(STATES):
        if lots.random() < restless[state]:
            other = (UNKNOWN, 1) if first[at] is None else None
            second[at] = (lots.randrange(5), 1) if lots.random() < 0.15 else other
    return first, second


def test_who_alone_does_not_know_any_more_keeps_the_number_as_it_was():
    said = one_who_does_not_know_any_more()
    _, (_, later) = two_releases(*said)
    cell = Lookup(later).cell("question", QUESTIONS[0], {"state": "NW"})
    assert cell["as_of"] == "2026-10-01"
    # All six said something new of it, so the number of members tells nothing of one.
    assert "as_of" not in Lookup(later).participation({"state": "NW"})


@pytest.mark.parametrize(("seed", "by"), [(1, "state"), (4, "size_class,state")])
def test_numbers_of_answers_tell_of_no_few_who_know_or_do_not(seed, by):
    assert told(lots_of(seed), by, QUESTIONS[0]) is None
