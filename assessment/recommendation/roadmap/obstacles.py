"""Why goals do not fit into a plan, and which plans would hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil, floor

from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.outcome import Obstacle
from assessment.recommendation.roadmap.placing import Task, earliest_starts, length, place_in_turn

# As long as a plan may be; more is no plan.
LONGEST = 40


def obstacles(tasks: Sequence[Task], plan: Plan) -> tuple[Obstacle, ...]:
    """What keeps these tasks from fitting into the plan, as far as it can be named."""
    return tuple(_named(tasks, plan)) or (Obstacle("does_not_fit"),)


def plans_that_would_do(tasks: Sequence[Task], plan: Plan) -> tuple[Plan, ...]:
    """A plan with enough person-days a quarter, and one with enough quarters, if short of LONGEST.

    Both are sure to hold all tasks; they were found quickly, so in rare cases a little less may do.
    """
    found = (_with_more_days(tasks, plan), _with_more_quarters(tasks, plan))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _named(tasks: Sequence[Task], plan: Plan) -> Iterator[Obstacle]:
    capacity = plan.person_days_per_quarter
    for task in tasks:
        if task.per_quarter > capacity:
            yield Obstacle("measure_too_large", task.per_quarter, capacity, measure=task.id)
    quarters = length(tasks, earliest_starts(tasks))
    if quarters > plan.quarters:
        yield Obstacle("chain_too_long", quarters, plan.quarters)
    total = sum(task.person_days for task in tasks)
    if total > capacity * plan.quarters:
        yield Obstacle("too_much_work", total, capacity * plan.quarters)


def _with_more_days(tasks: Sequence[Task], plan: Plan) -> Plan:
    """Enough person-days a quarter; more quarters only where one thing rests on another."""
    quarters = max(plan.quarters, length(tasks, earliest_starts(tasks)))
    total = sum(task.person_days for task in tasks)
    least = _with_days(replace(plan, quarters=quarters), max(_largest(tasks), total / quarters))
    wider = (replace(least, person_days_per_quarter=days) for days in _rising(least))
    return next(one for one in wider if place_in_turn(tasks, one) is not None)


def _with_more_quarters(tasks: Sequence[Task], plan: Plan) -> Plan | None:
    """Enough quarters; more person-days only where one measure alone takes more."""
    longest = _with_days(replace(plan, quarters=LONGEST), _largest(tasks))
    start = place_in_turn(tasks, longest)
    return None if start is None else replace(longest, quarters=length(tasks, start))


def _largest(tasks: Sequence[Task]) -> float:
    return max(task.per_quarter for task in tasks)


def _with_days(plan: Plan, days: float) -> Plan:
    """The plan with at least so many person-days a quarter, in whole ones where it needs more."""
    enough = plan.person_days_per_quarter >= days
    return plan if enough else replace(plan, person_days_per_quarter=ceil(days))


def _rising(plan: Plan) -> Iterator[float]:
    yield plan.person_days_per_quarter
    yield from count(floor(plan.person_days_per_quarter) + 1)
