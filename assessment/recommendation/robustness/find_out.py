"""What nobody knows yet and is worth finding out first, because the advice would get firmer."""

from collections.abc import Iterator

import numpy as np

from assessment.recommendation.robustness.model import FindOut
from assessment.recommendation.robustness.steps import SingleSteps, Steps
from assessment.recommendation.robustness.trial import Trial
from assessment.recommendation.variants.sheets import Levels

MOST_SHOWN = 5

# Half of what the draws may err by: a smaller gain may be none.
_TOO_SMALL = 0.01


def find_out_first(singles: SingleSteps, trial: Trial, place: int) -> tuple[FindOut, ...]:
    """What is worth finding out for the application at this place, most first, at most five.

    For every level that an open item may turn out to have, the advice is formed anew, and its
    share is counted in the draws with that level; the gain is the mean of these shares above
    today's share. Knowing more firms the advice up only where it could change it.
    """
    items = [*_factors(singles, trial, place), *_answers(singles, trial, place)]
    worth_it = [item for item in items if item.gain >= _TOO_SMALL]
    return tuple(sorted(worth_it, key=lambda item: (-item.gain, item.kind, item.id))[:MOST_SHOWN])


def _answers(singles: SingleSteps, trial: Trial, place: int) -> Iterator[FindOut]:
    questions = singles.of.questionnaire.by_id
    by_question = _advised(singles.answers, singles.after_answers[place])
    for name, drawn in trial.answers.items():
        if name in by_question:  # a follow-up that is hidden so far cannot be answered yet
            advised = by_question[name]
            routes = np.array([advised[answer.value] for answer in drawn.answers])
            gain = _gain(trial.outcomes[place], drawn.row, routes, singles.now[place])
            yield FindOut("question", name, gain, questions[name].answerable_by)


def _factors(singles: SingleSteps, trial: Trial, place: int) -> Iterator[FindOut]:
    now = singles.now[place]
    by_factor = _advised(singles.factors[place], singles.after_factors[place])
    for name, drawn in trial.factors[place].items():
        advised = by_factor[name]
        routes = np.array([advised.get(level, now) for level in range(int(drawn.max()) + 1)])
        yield FindOut("factor", name, _gain(trial.outcomes[place], drawn, routes, now), ())


def _advised(steps: Steps, after: Levels) -> dict[str, dict[object, int]]:
    """What is advised at each other level of each item."""
    found: dict[str, dict[object, int]] = {}
    for step, route in zip(steps.each, after.tolist(), strict=True):
        found.setdefault(step.change.id, {})[step.change.to] = route
    return found


def _gain(outcomes: Levels, drawn: Levels, advised: Levels, now: int) -> float:
    """How much more often the advice formed at each level comes out than today's advice does."""
    return float(np.mean(outcomes == advised[drawn]) - np.mean(outcomes == now))
