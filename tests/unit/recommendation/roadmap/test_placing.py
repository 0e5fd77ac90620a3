"""Measures find their quarters: as early as they go, in order, within what a quarter may cost."""

from assessment.recommendation.roadmap.obstacles import plans_that_would_do
from assessment.recommendation.roadmap.placing import (
    Task,
    earliest_starts,
    load,
    place,
    place_in_turn,
)
from tests.unit.recommendation.roadmap.small_plans import a_plan


def a_task(name, days=4.0, quarters=1, before=(), urgency=1.0):
    return Task(name, quarters, days, tuple(before), urgency)


def test_what_rests_on_others_starts_when_the_last_of_them_is_done():
    tasks = [a_task("c", before=["a", "b"]), a_task("a", quarters=2), a_task("b")]
    assert earliest_starts(tasks) == {"a": 0, "b": 0, "c": 2}


def test_person_days_are_spread_evenly_over_the_quarters():
    tasks = [a_task("a", days=6, quarters=3), a_task("b", days=1)]
    assert load(tasks, {"a": 1, "b": 2}) == [0, 2, 3, 2]


def test_the_order_is_better_than_taking_the_most_urgent_first():
    # In turn: "big" first, and the two small ones, together as urgent, wait. Better: they go first.
    tasks = [
        a_task("big", days=10, urgency=5),
        a_task("one", days=5, urgency=4),
        a_task("two", days=5, urgency=4),
    ]
    plan = a_plan(2, 10)
    assert place_in_turn(tasks, plan) == {"big": 0, "one": 1, "two": 1}
    assert place(tasks, plan) == {"big": 1, "one": 0, "two": 0}


def test_what_fits_only_in_a_clever_order_is_found():
    # Two quarters of 7: the urgent 4 and 3 belong together, and so do 5 and 2.
    tasks = [
        a_task("four", days=4, urgency=9),
        a_task("two", days=2, urgency=8),
        a_task("three", days=3, urgency=7),
        a_task("five", days=5, urgency=6),
    ]
    plan = a_plan(2, 7)
    assert place_in_turn(tasks, plan) is None
    start = place(tasks, plan)
    assert start is not None
    assert max(load(tasks, start)) <= 7


def test_where_no_order_fits_none_is_given():
    assert (
        place([a_task("a", days=4), a_task("b", days=4), a_task("c", days=4)], a_plan(2, 7)) is None
    )


def test_nothing_to_do_takes_no_time():
    assert place([], a_plan(1, 1)) == {}


def test_a_plan_that_would_do_needs_no_more_quarters_than_things_resting_on_one_another():
    tasks = [a_task("a", quarters=5), a_task("b", quarters=5, before=["a"])]
    assert plans_that_would_do(tasks, a_plan(8, 30)) == (a_plan(10, 30),)


def test_measures_larger_than_a_quarter_are_spread_over_more_of_them_in_the_longer_plan():
    tasks = [a_task("a", days=9), a_task("b", days=8)]
    assert plans_that_would_do(tasks, a_plan(1, 5)) == (a_plan(1, 17), a_plan(4, 5))


def test_what_is_urgent_still_waits_for_what_it_rests_on():
    tasks = [a_task("a"), a_task("b", before=["a"], urgency=5), a_task("x", urgency=9)]
    assert place(tasks, a_plan(3, 4)) == {"x": 0, "a": 1, "b": 2}
