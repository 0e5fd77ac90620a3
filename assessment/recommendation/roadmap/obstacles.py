"""Why goals do not fit into a plan, and which plans would hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil, floor

from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.outcome import Obstacle
from assessment.recommendation.roadmap.placing import (
    Task,
    earliest_starts,
    length,
    paced,
    place_in_turn,
)

# As long as a plan may be; more is no plan.
LONGEST = 40


def obstacles(tasks: Sequence[Task], plan: Plan) -> tuple[Obstacle, ...]:
    """What keeps these tasks, at their own pace, out of the plan, as far as it can be named."""
    return tuple(_named(tasks, plan)) or (Obstacle("does_not_fit"),)


def plans_that_would_do(tasks: Sequence[Task], plan: Plan) -> tuple[Plan, ...]:
    """A plan with enough person-days a quarter, and one with enough quarters, if short of LONGEST.

    Both are sure to hold all tasks; they were found quickly, so in rare cases a little less may do.
    """
    found = (_with_more_days(tasks, plan), _with_more_quarters(tasks, plan))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _named(tasks: Sequence[Task], plan: Plan) -> Iterator[Obstacle]:
    total = sum(task.person_days for task in tasks)
    room = plan.person_days_per_quarter * plan.quarters
    at_pace = paced(tasks, plan)
    for task in tasks:
        if task.person_days > room:
            yield Obstacle("measure_too_large", task.person_days, room, measure=task.id)
    quarters = length(at_pace, earliest_starts(at_pace))
    if quarters > plan.quarters:
        yield Obstacle("chain_too_long", quarters, plan.quarters)
    if total > room:
        yield Obstacle("too_much_work", total, room)


def _with_more_days(tasks: Sequence[Task], plan: Plan) -> Plan:
    """Enough person-days a quarter; more quarters only where one thing rests on another."""
    quarters = max(plan.quarters, length(tasks, earliest_starts(tasks)))
    total = sum(task.person_days for task in tasks)
    least = _with_days(replace(plan, quarters=quarters), total / quarters)
    wider = (replace(least, person_days_per_quarter=days) for days in _rising(least))
    return next(one for one in wider if place_in_turn(paced(tasks, one), one) is not None)


def _with_more_quarters(tasks: Sequence[Task], plan: Plan) -> Plan | None:
    """Enough quarters at the same person-days."""
    longest = replace(plan, quarters=max(LONGEST, plan.quarters))
    at_pace = paced(tasks, longest)
    start = place_in_turn(at_pace, longest)
    return None if start is None else replace(longest, quarters=length(at_pace, start))


def _with_days(plan: Plan, days: float) -> Plan:
    """The plan with at least so many person-days a quarter, in whole ones where it needs more."""
    enough = plan.person_days_per_quarter >= days
    return plan if enough else replace(plan, person_days_per_quarter=ceil(days))


def _rising(plan: Plan) -> Iterator[float]:
    yield plan.person_days_per_quarter
    yield from count(floor(plan.person_days_per_quarter) + 1)
