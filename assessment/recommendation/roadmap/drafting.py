"""From goals to steps: which measures serve them, how urgent each is, and what fits if not all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assessment.questionnaire.answers import Plan
from assessment.recommendation.measures.model import Measure, Measures
from assessment.recommendation.model import Route
from assessment.recommendation.roadmap.goals import Aims
from assessment.recommendation.roadmap.outcome import Goal, GoalKind, Step
from assessment.recommendation.roadmap.outlook import quarter_after
from assessment.recommendation.roadmap.placing import Start, Task, paced, place, place_in_turn
from assessment.recommendation.roadmap.selection import (
    cheapest_routes,
    needed_measures,
    unfinished,
)
from assessment.recommendation.roadmap.standing import Standing

_KINDS = tuple(GoalKind)
_IN_ONE_PIECE = frozenset({GoalKind.MINIMUM, GoalKind.CONDITION})


@dataclass(frozen=True)
class Drafting:
    """What a roadmap is drafted from; `priorities` are those of the applications."""

    standing: Standing
    measures: Measures
    plan: Plan
    priorities: Mapping[str, int]

    def decided(self, aims: Aims) -> Aims:
        """The aims with one route for every application: those that take the least effort.

        If the least effort does not fit into the plan, the least that does.
        """
        given = (aims.goals, aims.choices, self.standing)
        decided = _with_routes(aims, cheapest_routes(*given, measures=self.measures) or {})
        if aims.choices and place(self.tasks(decided.goals), self.plan) is None:
            ways = (goal for of in aims.choices.values() for way in of.values() for goal in way)
            tasks = {task.id: task for task in self.tasks((*aims.goals, *ways))}
            within = cheapest_routes(*given, measures=self.measures, within=(self.plan, tasks))
            decided = _with_routes(aims, within) if within else decided
        return decided

    def tasks(self, goals: Iterable[Goal]) -> list[Task]:
        """What the goals need, at the pace of the plan."""
        return paced(self.unhurried(goals), self.plan)

    def unhurried(self, goals: Iterable[Goal]) -> list[Task]:
        """The measures that the goals need, in their order, as urgent as the most urgent goal.

        Each takes the quarters it takes at least, however many person-days a quarter has.
        """
        urgency: dict[str, float] = {}
        for goal in goals:
            for name in self._needed(goal):
                urgency[name] = max(urgency.get(name, 0), self._urgency(goal))
        needed = (one for one in self.measures.measures if one.id in urgency)
        return [self._task(one, urgency[one.id]) for one in needed]

    def what_fits(self, goals: Sequence[Goal]) -> tuple[Goal, ...]:
        """The goals that find room one after the other, the most important first.

        Gates and conditions of an application belong together; what does not fit as a whole is
        tried once more goal by goal.
        """
        taken: list[Goal] = []
        done: set[str] = set()
        hopeless: set[frozenset[str]] = set()
        for some in (*self._in_turn(goals), *([goal] for goal in self._sorted(goals))):
            more = frozenset().union(*(self._needed(goal) for goal in some)) - done
            if more in hopeless:
                continue
            if not more or place_in_turn(self.tasks([*taken, *some]), self.plan) is not None:
                taken += some
                done |= more
            else:
                hopeless.add(more)
        kept = set(taken)
        return tuple(goal for goal in goals if goal in kept)

    def steps(self, goals: Sequence[Goal], start: Start) -> tuple[Step, ...]:
        """The measures as steps in the order in which they start, the urgent ones first."""
        serves: dict[str, list[Goal]] = {name: [] for name in start}
        for goal in goals:
            for name in self._needed(goal):
                serves[name].append(goal)
        tasks = sorted(self.tasks(goals), key=lambda task: (start[task.id], -task.urgency))
        return tuple(self._step(task, start[task.id], serves[task.id]) for task in tasks)

    def _needed(self, goal: Goal) -> frozenset[str]:
        key = (goal.topic, goal.level)
        if key not in self._known:
            needed = needed_measures([goal], self.standing, self.measures)
            self._known[key] = frozenset(one.id for one in needed)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[str | None, int], frozenset[str]]:
        """What was found to be needed for a topic at a level."""
        return {}

    def _task(self, measure: Measure, urgency: float) -> Task:
        return Task(
            id=measure.id,
            quarters=measure.duration_quarters,
            person_days=self.measures.person_days(measure),
            before=tuple(
                one.id for one in unfinished(self.measures.before(measure), self.standing)
            ),
            urgency=urgency,
        )

    def _step(self, task: Task, start: int, serves: Iterable[Goal]) -> Step:
        measure = self.measures.by_id[task.id]
        return Step(
            measure=measure.id,
            topic=measure.topic,
            to_level=measure.to_level,
            quarter=quarter_after(self.plan.start, start),
            quarters=task.quarters,
            person_days=task.person_days,
            serves=tuple(serves),
        )

    def _urgency(self, goal: Goal) -> float:
        return self.measures.importance[goal.kind] * self._priority(goal)

    def _priority(self, goal: Goal) -> int:
        return self.priorities.get(goal.application or "", 1)

    def _sorted(self, goals: Iterable[Goal]) -> list[Goal]:
        def key(goal: Goal) -> tuple[int, int, str, str]:
            order = (_KINDS.index(goal.kind), -self._priority(goal))
            return *order, goal.application or "", goal.id

        return sorted(goals, key=key)

    def _in_turn(self, goals: Iterable[Goal]) -> Iterator[list[Goal]]:
        """The most important first; what stops or conditions one application in one piece."""
        pieces: dict[tuple[str, ...], list[Goal]] = {}
        for goal in self._sorted(goals):
            whole = goal.kind in _IN_ONE_PIECE
            rest = () if whole else (goal.id,)
            pieces.setdefault((goal.kind, goal.application or "", *rest), []).append(goal)
        yield from pieces.values()


def _with_routes(aims: Aims, routes: Mapping[str, Route]) -> Aims:
    """The aims with these routes taken where there was a choice."""
    opened = (goal for name, route in routes.items() for goal in aims.choices[name][route])
    decided: dict[str, Route | None] = {**aims.routes, **routes}
    return replace(aims, routes=decided, goals=(*aims.goals, *opened))
