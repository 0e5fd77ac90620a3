"""Which measures it takes: everything that the goals need, and the cheapest way to open a route."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.questionnaire.answers import Plan
from assessment.recommendation.measures.model import Measure, Measures
from assessment.recommendation.model import Route
from assessment.recommendation.roadmap.outcome import Goal
from assessment.recommendation.roadmap.placing import Task, placing_rows
from assessment.recommendation.roadmap.program import Program
from assessment.recommendation.roadmap.standing import Standing

Choices = Mapping[str, Mapping[Route, tuple[Goal, ...]]]
"""For applications without an open route: what it takes to open each route that can be opened."""

# Person-days that an earlier route may cost more: nothing beside any measure, but it decides ties.
_TIE = 1e-4
# Far more than the choice of routes takes, so that the effort is the least.
_MOST_NODES = 5_000


def needed_measures(
    goals: Iterable[Goal], standing: Standing, measures: Measures
) -> tuple[Measure, ...]:
    """The measures without which the goals cannot be reached, in the order of the measures.

    There is no choice in this: a topic rises step by step, and a step needs what it rests on.
    """
    todo = [
        measures.by_step[goal.topic, level]
        for goal in goals
        if goal.topic is not None
        for level in range(standing.level[goal.topic] + 1, goal.level + 1)
    ]
    needed: set[str] = set()
    while todo:
        measure = todo.pop()
        if measure.id not in needed:
            needed.add(measure.id)
            todo += unfinished(measures.before(measure), standing)
    return tuple(measure for measure in measures.measures if measure.id in needed)


def unfinished(candidates: Iterable[Measure], standing: Standing) -> list[Measure]:
    """Those whose topic has not reached their level yet."""
    return [one for one in candidates if standing.level[one.topic] < one.to_level]


def cheapest_routes(
    fixed: Sequence[Goal],
    choices: Choices,
    standing: Standing,
    *,
    measures: Measures,
    within: tuple[Plan, Mapping[str, Task]] | None = None,
) -> dict[str, Route] | None:
    """The routes to open that need the fewest person-days together with the fixed goals.

    Measures that several applications need are counted once. With `within`, the measures must also
    find a place in the plan; None if they do not.
    """
    if not choices:
        return {}
    goals = [*fixed, *(goal for ways in choices.values() for of in ways.values() for goal in of)]
    program = Program()
    chosen = {
        one.id: program.binary(measures.person_days(one))
        for one in needed_measures(goals, standing, measures)
    }
    for one in needed_measures(fixed, standing, measures):
        program.bound({chosen[one.id]: 1}, low=1)
    taken = _route_rows(program, chosen, choices, standing, measures=measures)
    if within is not None:
        plan, tasks = within
        placing_rows(program, [tasks[name] for name in chosen], plan, chosen=chosen)
    solution = program.solve(gap=0, most_nodes=_MOST_NODES)
    if solution is None:
        return None
    return {name: route for (name, route), place in taken.items() if solution[place]}


def _route_rows(
    program: Program,
    chosen: Mapping[str, int],
    choices: Choices,
    standing: Standing,
    *,
    measures: Measures,
) -> dict[tuple[str, Route], int]:
    """One route is opened for each application, with all the measures that this takes."""
    taken: dict[tuple[str, Route], int] = {}
    for application, ways in choices.items():
        for rank, (route, goals) in enumerate(ways.items()):
            place = taken[application, route] = program.binary(rank * _TIE)
            for one in needed_measures(goals, standing, measures):
                program.bound({chosen[one.id]: 1, place: -1}, low=0)
        program.bound({taken[application, route]: 1 for route in ways}, low=1, high=1)
    return taken
