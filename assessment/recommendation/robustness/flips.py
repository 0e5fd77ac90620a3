"""What would change the advice: every single change that does, then pairs; exact by enumeration."""

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from assessment.recommendation.outcome import OUTCOMES
from assessment.recommendation.robustness.model import Flip
from assessment.recommendation.robustness.steps import (
    SingleSteps,
    Step,
    Steps,
    levels_after,
    ready_after,
)
from assessment.recommendation.variants.sheets import Levels
from assessment.recommendation.variants.situation import outcomes
from assessment.scoring.points import Flags

MOST_PAIRS = 10

# Enough to be quick, few enough to take little memory.
_PAIRS_AT_ONCE = 4096

# Two steps in each row, by their places in a list, and what comes of both.
_Pairs = tuple[Levels, Levels]
_Tried = tuple[Levels, Levels, Levels]


def all_flips(singles: SingleSteps) -> tuple[tuple[Flip, ...], ...]:
    """The flips of each application: the single ones, then pairs of items that do not flip alone.

    Of each item the nearest change in each direction, of each pair of items the nearest of both.
    Raises and changed factors come before what an answer's fall would change, near before far.
    """
    pairs = _pairs(singles.answers, np.ones(len(singles.answers.each), dtype=bool))
    after = _after_pairs(singles, pairs)
    return tuple(
        (*_alone(singles, place), *_together(singles, place, pairs, after[place]))
        for place in range(len(singles.now))
    )


def _after_pairs(singles: SingleSteps, pairs: _Pairs) -> Levels:
    """What each application comes to after each pair of answers (a, n)."""
    of, count = singles.of, len(pairs[0])
    after = np.empty((len(singles.now), count), dtype=np.int64)
    for start in range(0, count, _PAIRS_AT_ONCE):
        rows = slice(start, start + _PAIRS_AT_ONCE)
        ready = ready_after(of, singles.answers, pairs[0][rows], pairs[1][rows])
        for place in range(len(singles.now)):
            stated = of.factor_levels(place)[np.newaxis]
            after[place, rows] = outcomes(of, place, ready, stated)
    return after


def _alone(singles: SingleSteps, place: int) -> Iterator[Flip]:
    now, nearest = singles.now[place], []
    for steps, after in (
        (singles.factors[place], singles.after_factors[place]),
        (singles.answers, singles.after_answers[place]),
    ):
        flipping = [(step, after[row]) for row, step in enumerate(steps.each) if after[row] != now]
        flipping.sort(key=lambda found: (*_way(found), found[0].distance))
        nearest += [next(way) for _, way in groupby(flipping, key=_way)]
    for step, route in sorted(nearest, key=_shown_first):
        yield Flip((step.change,), OUTCOMES[route])


def _way(found: tuple[Step, int]) -> tuple[tuple[str, str], bool]:
    return found[0].item, found[0].is_up


def _shown_first(found: tuple[Step, int]) -> tuple[bool, int, tuple[str, str]]:
    step, _ = found
    return step.change.lowers, step.distance, step.item


def _together(
    singles: SingleSteps, place: int, pairs: _Pairs, after_pairs: Levels
) -> Iterator[Flip]:
    """The nearest pairs, at most ten, of items of which no change flips alone."""
    steps = Steps((*singles.factors[place].each, *singles.answers.each))
    tried = (
        _two_factors(singles, place),
        _factor_and_answer(singles, place),
        _two_answers(singles, place, pairs, after_pairs),
    )
    first, second, after = (np.concatenate(columns) for columns in zip(*tried, strict=True))
    flipping = np.flatnonzero(after != singles.now[place])
    first, second, after = first[flipping], second[flipping], after[flipping]
    lowers = np.maximum(steps.lowers[first], steps.lowers[second])
    distance = steps.distance[first] + steps.distance[second]
    seen: set[tuple[int, int]] = set()
    for row in np.lexsort((second, first, distance, lowers)):
        if len(seen) == MOST_PAIRS:
            return
        items = int(steps.item[first[row]]), int(steps.item[second[row]])
        if items not in seen:
            seen.add(items)
            changes = steps.each[first[row]].change, steps.each[second[row]].change
            yield Flip(changes, OUTCOMES[after[row]])


def _two_factors(singles: SingleSteps, place: int) -> _Tried:
    factors = singles.factors[place]
    first, second = _pairs(factors, _quiet_factors(singles, place))
    levels = levels_after(singles.of, place, factors, first, second)
    return first, second, outcomes(singles.of, place, singles.unchanged, levels)


def _factor_and_answer(singles: SingleSteps, place: int) -> _Tried:
    quiet = _quiet_factors(singles, place), _quiet_answers(singles, place)
    factor, answer = (column.ravel() for column in np.meshgrid(*map(np.flatnonzero, quiet)))
    factors = singles.factors[place]
    levels = levels_after(singles.of, place, factors, factor)
    after = outcomes(singles.of, place, singles.ready.at(answer), levels)
    return factor, answer + len(factors.each), after


def _two_answers(singles: SingleSteps, place: int, pairs: _Pairs, after: Levels) -> _Tried:
    first, second = pairs
    quiet = _quiet_answers(singles, place)
    rows = np.flatnonzero(quiet[first] & quiet[second])
    shift = len(singles.factors[place].each)
    return first[rows] + shift, second[rows] + shift, after[rows]


def _quiet_factors(singles: SingleSteps, place: int) -> Flags:
    flips = singles.after_factors[place] != singles.now[place]
    return _of_quiet_items(singles.factors[place], flips)


def _quiet_answers(singles: SingleSteps, place: int) -> Flags:
    flips = singles.after_answers[place] != singles.now[place]
    return _of_quiet_items(singles.answers, flips)


def _of_quiet_items(steps: Steps, flips: Flags) -> Flags:
    """The steps of items of which none flips."""
    quiet: Flags = np.bincount(steps.item, weights=flips)[steps.item] == 0
    return quiet


def _pairs(steps: Steps, wanted: Flags) -> _Pairs:
    """Every two of the wanted steps that change different items."""
    places = np.flatnonzero(wanted)
    first, second = (places[side] for side in np.triu_indices(len(places), 1))
    differ = steps.item[first] != steps.item[second]
    return first[differ], second[differ]
