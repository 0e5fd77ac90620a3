"""When measures are taken: quarters that respect what rests on what and what a quarter may cost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.program import Program

# Person-days below which two sums are the same.
_NOTHING = 1e-6
# Earlier in the file is a little more urgent: decides ties, and nothing else.
_TIE = 1e-3

# How near to the best order is near enough: the last half percent takes ten times as long, and the
# effort is the same in any order.
_GAP, _MOST_NODES = 0.005, 20

Start = dict[str, int]
"""The quarter in which each measure starts; 0 is the first one of the plan."""


@dataclass(frozen=True)
class Task:
    """A measure to be placed: its quarters, person-days, what comes first, how urgent it is."""

    id: str
    quarters: int
    person_days: float
    before: tuple[str, ...]
    urgency: float

    @property
    def per_quarter(self) -> float:
        """The person-days spread evenly over the quarters it takes."""
        return self.person_days / self.quarters


def paced(tasks: Iterable[Task], plan: Plan) -> list[Task]:
    """The tasks at the pace that the plan allows: with few days a quarter they take longer."""
    most = plan.person_days_per_quarter + _NOTHING
    return [
        replace(task, quarters=max(task.quarters, ceil(task.person_days / most))) for task in tasks
    ]


def earliest_starts(tasks: Sequence[Task]) -> Start:
    """When each could start if nothing but what comes first held it up; in order of precedence."""
    start: Start = {}
    by_id = {task.id: task for task in tasks}

    def begin(task: Task) -> int:
        if task.id not in start:
            first = (by_id[name] for name in task.before if name in by_id)
            start[task.id] = max((begin(one) + one.quarters for one in first), default=0)
        return start[task.id]

    for task in tasks:
        begin(task)
    return start


def length(tasks: Iterable[Task], start: Mapping[str, int]) -> int:
    """The quarters until the last one is done."""
    return max((start[task.id] + task.quarters for task in tasks), default=0)


def load(tasks: Iterable[Task], start: Mapping[str, int]) -> list[float]:
    """The person-days of each quarter until the last one is done."""
    tasks = tuple(tasks)
    days = [0.0] * length(tasks, start)
    for task in tasks:
        for quarter in range(start[task.id], start[task.id] + task.quarters):
            days[quarter] += task.per_quarter
    return days


def place(tasks: Sequence[Task], plan: Plan) -> Start | None:
    """Starts within the plan with the most urgent first; None if there are none.

    Where every measure can start as soon as what it rests on is done, nothing is better, and no
    programme needs to be solved.
    """
    start = earliest_starts(tasks)
    if _fits(tasks, start, plan):
        return start
    if _cannot_fit(tasks, start, plan):
        return None
    program = Program()
    taken = placing_rows(program, tasks, plan)
    solution = program.solve(gap=_GAP, most_nodes=_MOST_NODES)
    if solution is None:
        return place_in_turn(tasks, plan)
    return {name: quarter for (name, quarter), at in taken.items() if solution[at]}


def place_in_turn(tasks: Sequence[Task], plan: Plan) -> Start | None:
    """Starts found by taking the most urgent first, each as early as it goes; None if too late.

    Quick, and what it finds is a valid plan; that it finds none proves nothing.
    """
    by_id, start = {task.id: task for task in tasks}, Start()
    free = [plan.person_days_per_quarter] * plan.quarters
    for task in _in_turn(tasks):
        ready = max((start[n] + by_id[n].quarters for n in task.before if n in by_id), default=0)
        quarter = _first_gap(task, ready, free)
        if quarter is None:
            return None
        start[task.id] = quarter
        for taken in range(quarter, quarter + task.quarters):
            free[taken] -= task.per_quarter
    return start


def placing_rows(
    program: Program,
    tasks: Sequence[Task],
    plan: Plan,
    *,
    chosen: Mapping[str, int] | None = None,
) -> dict[tuple[str, int], int]:
    """Add to the programme when each task starts; the place of each (task, quarter).

    With `chosen` (the place of "it is done at all" for each task) only chosen ones are placed, and
    when does not matter; else all are, the more urgent the earlier.
    """
    early, late = earliest_starts(tasks), _latest_starts(tasks, plan.quarters)
    if chosen is not None:  # what would have to follow may not be chosen
        late = {task.id: plan.quarters - task.quarters for task in tasks}
    taken = {
        (task.id, quarter): program.binary(
            quarter * (task.urgency + _TIE * (len(tasks) - rank)) if chosen is None else 0
        )
        for rank, task in enumerate(tasks)
        for quarter in range(early[task.id], late[task.id] + 1)
    }
    for task in tasks:
        once = dict.fromkeys(_until(taken, task.id, plan.quarters), 1.0)
        if chosen is None:
            program.bound(once, low=1, high=1)
        else:
            program.bound({**once, chosen[task.id]: -1}, low=0, high=0)
    _order_rows(program, tasks, plan, taken)
    for quarter in range(plan.quarters):
        days = {
            taken[task.id, begun]: task.per_quarter
            for task in tasks
            for begun in range(quarter - task.quarters + 1, quarter + 1)
            if (task.id, begun) in taken
        }
        program.bound(days, high=plan.person_days_per_quarter)
    return taken


def _latest_starts(tasks: Sequence[Task], quarters: int) -> Start:
    """When each must have started, so that what rests on it can still be done."""
    early = earliest_starts(tasks)
    end = {task.id: quarters for task in tasks}
    for task in sorted(tasks, key=lambda task: -early[task.id]):
        for name in task.before:
            if name in end:
                end[name] = min(end[name], end[task.id] - task.quarters)
    return {task.id: end[task.id] - task.quarters for task in tasks}


def _order_rows(
    program: Program, tasks: Sequence[Task], plan: Plan, taken: Mapping[tuple[str, int], int]
) -> None:
    """What has started by a quarter rests on what was started early enough to be done by then."""
    by_id = {task.id: task for task in tasks}
    for task in tasks:
        for first in (by_id[name] for name in task.before if name in by_id):
            for quarter in range(plan.quarters):
                begun = dict.fromkeys(_until(taken, task.id, quarter + 1), 1.0)
                if begun:
                    done = _until(taken, first.id, quarter - first.quarters + 1)
                    program.bound({**begun, **dict.fromkeys(done, -1.0)}, high=0)


def _until(taken: Mapping[tuple[str, int], int], name: str, end: int) -> list[int]:
    return [taken[name, quarter] for quarter in range(end) if (name, quarter) in taken]


def _fits(tasks: Sequence[Task], start: Start, plan: Plan) -> bool:
    days = load(tasks, start)
    most = plan.person_days_per_quarter + _NOTHING
    return len(days) <= plan.quarters and all(day <= most for day in days)


def _cannot_fit(tasks: Sequence[Task], early: Start, plan: Plan) -> bool:
    """Whether a bound that needs no search is broken."""
    capacity = plan.person_days_per_quarter + _NOTHING
    return (
        length(tasks, early) > plan.quarters
        or any(task.per_quarter > capacity for task in tasks)
        or sum(task.person_days for task in tasks) > capacity * plan.quarters
    )


def _in_turn(tasks: Sequence[Task]) -> Iterator[Task]:
    """The most urgent whose predecessors have come, then the next; ties in the order given."""
    waiting = {task.id: task for task in tasks}
    while waiting:
        ready = [task for task in waiting.values() if not any(n in waiting for n in task.before)]
        yield (following := max(ready, key=lambda task: task.urgency))
        del waiting[following.id]


def _first_gap(task: Task, ready: int, free: Sequence[float]) -> int | None:
    for quarter in range(ready, len(free) - task.quarters + 1):
        window = free[quarter : quarter + task.quarters]
        if all(task.per_quarter <= days + _NOTHING for days in window):
            return quarter
    return None
