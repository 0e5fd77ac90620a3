"""Every change of one answer or factor that could be made, and what it leads to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import SeveralQuestion
from assessment.recommendation.robustness.model import Change
from assessment.recommendation.variants.sheets import Levels, Said, is_open, possible_answers
from assessment.recommendation.variants.situation import (
    Readiness,
    Situation,
    outcomes,
    readiness,
)
from assessment.scoring.points import scored_questions, worth


@dataclass(frozen=True)
class Step:
    """One change, how many levels away it is, and whether it leads upwards.

    From an answer that nobody knows every level is upwards, 0 being the first.
    """

    change: Change
    distance: int
    is_up: bool

    @property
    def item(self) -> tuple[str, str]:
        """What is changed; a question and a factor may share their id."""
        return self.change.kind, self.change.id


@dataclass(frozen=True)
class Steps:
    """Changes in a fixed order, of the same item beside each other, with their items by number."""

    each: tuple[Step, ...]

    @cached_property
    def item(self) -> Levels:
        return _numbered([step.item for step in self.each])

    @cached_property
    def distance(self) -> Levels:
        return np.array([step.distance for step in self.each], dtype=np.int64)

    @cached_property
    def lowers(self) -> Levels:
        return np.array([step.change.lowers for step in self.each], dtype=np.int64)


def answer_steps(of: Situation) -> Steps:
    """Every other answer to every question that is asked and applies, by id."""
    questions = sorted(scored_questions(of.questionnaire), key=lambda question: question.id)
    changeable = [
        question
        for question in questions
        if of.effective[question.id].state is State.ANSWERED or is_open(of.effective[question.id])
    ]
    return Steps(tuple(step for q in changeable for step in _other_answers(q, of.effective[q.id])))


def factor_steps(of: Situation, place: int) -> Steps:
    """Every other level of every factor of the application at this place, by id."""
    factors = sorted(of.applications[place].factors.items())
    highest = {factor.id: len(factor.levels) - 1 for factor in of.model.factors}
    return Steps(
        tuple(
            Step(
                Change("factor", name, stated.level, level, lowers=False),
                distance=abs(level - stated.level),
                is_up=level > stated.level,
            )
            for name, stated in factors
            for level in range(highest[name] + 1)
            if level != stated.level
        )
    )


def ready_after(of: Situation, steps: Steps, *columns: Levels) -> Readiness:
    """How ready the body is where each variant takes the steps that its row names."""
    varied = {}
    for number, name in enumerate(dict.fromkeys(step.change.id for step in steps.each)):
        first = int(np.argmax(steps.item == number))
        own = [step for step in steps.each if step.change.id == name]
        answers = (of.stated[name], *(Answer(State.ANSWERED, step.change.to) for step in own))
        row = np.zeros(len(columns[0]), dtype=np.int64)
        for column in columns:
            mine = steps.item[column] == number
            row[mine] = column[mine] - first + 1
        varied[name] = Said(answers, row)
    return readiness(of, varied)


def levels_after(of: Situation, place: int, steps: Steps, *columns: Levels) -> Levels:
    """The factor levels (n, f) where each variant takes the steps that its row names."""
    levels = np.tile(of.factor_levels(place), (len(columns[0]), 1))
    factor = np.array([of.given.factors.index(step.change.id) for step in steps.each], dtype=int)
    to = np.array([step.change.to for step in steps.each], dtype=int)
    for column in columns:
        levels[np.arange(len(column)), factor[column]] = to[column]
    return levels


@dataclass(frozen=True)
class SingleSteps:
    """All single changes; what follows them for each application, as places in OUTCOMES.

    `now` is what each application comes to as things stand.
    """

    of: Situation
    unchanged: Readiness
    answers: Steps
    ready: Readiness
    factors: tuple[Steps, ...]
    now: tuple[int, ...]
    after_answers: tuple[Levels, ...]
    after_factors: tuple[Levels, ...]


def single_steps(of: Situation) -> SingleSteps:
    """Every single change to the situation, tried."""
    unchanged, answers = readiness(of, {}), answer_steps(of)
    ready = ready_after(of, answers, np.arange(len(answers.each)))
    places = range(len(of.applications))
    factors = tuple(factor_steps(of, place) for place in places)
    stated = [of.factor_levels(place)[np.newaxis] for place in places]
    each = len(answers.each)
    return SingleSteps(
        of=of,
        unchanged=unchanged,
        answers=answers,
        ready=ready,
        factors=factors,
        now=tuple(int(outcomes(of, place, unchanged, stated[place])[0]) for place in places),
        after_answers=tuple(
            outcomes(of, place, ready, np.repeat(stated[place], each, axis=0)) for place in places
        ),
        after_factors=tuple(
            outcomes(of, place, unchanged, levels_after(of, place, own, np.arange(len(own.each))))
            for place, own in enumerate(factors)
        ),
    )


def _other_answers(question: Any, stated: Answer) -> Iterator[Step]:
    """Every other answer to the question, with its distance from the stated one."""
    name = question.id
    if stated.state is not State.ANSWERED:
        for place, answer in enumerate(possible_answers(question)):
            change = Change("question", name, None, _value(answer), lowers=False)
            yield Step(change, distance=place + 1, is_up=True)
        return
    values = sorted(_values_around(question, stated), key=lambda value: worth(question, value))
    here = values.index(stated.value)
    for place, value in enumerate(values):
        if place != here:
            change = Change("question", name, stated.value, value, lowers=place < here)
            yield Step(change, distance=abs(place - here), is_up=place > here)


def _values_around(question: Any, stated: Answer) -> list[Any]:
    """The stated value and those it may be changed to; of several options, one more or one less."""
    if isinstance(question, SeveralQuestion):
        chosen = stated.value if isinstance(stated.value, tuple) else ()
        names = [option.id for option in question.options]
        turned = [
            tuple(name for name in names if (name in chosen) != (name == turn)) for turn in names
        ]
        return [stated.value, *turned]
    possible = [answer.value for answer in possible_answers(question)]
    return possible if stated.value in possible else [stated.value, *possible]


def _value(answer: Answer) -> Any:
    return answer.value


def _numbered(items: Sequence[tuple[str, str]]) -> Levels:
    numbers: Mapping[tuple[str, str], int] = {
        item: number for number, item in enumerate(dict.fromkeys(items))
    }
    return np.array([numbers[item] for item in items], dtype=np.int64)
