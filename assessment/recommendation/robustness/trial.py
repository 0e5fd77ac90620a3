"""Every application tried out in all draws: what each comes to, and all together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.recommendation.applications import Application
from assessment.recommendation.outcome import OUTCOMES, Outcome
from assessment.recommendation.robustness.draws import Draws
from assessment.recommendation.suitability import ROUTES, suitability
from assessment.recommendation.variants.minimums import stopped
from assessment.recommendation.variants.sheets import (
    Levels,
    Said,
    is_open,
    possible_answers,
)
from assessment.recommendation.variants.situation import Readiness, Situation, best, readiness
from assessment.scoring.points import Flags, Numbers, scored_questions

# A factor and its levels in all draws: the same for many applications.
_Part = tuple[int, bytes]


@dataclass(frozen=True)
class Trial:
    """The draws of an assessment: what was drawn for what nobody knows, and what came out.

    `answers` has the drawn answers by question, `factors` the drawn levels (d) by place of the
    application and factor, and `levels` (d, f) those of all factors; `points` (d, r) and `stops`
    (d, r) are per application, and `outcomes` (d) are places in OUTCOMES.
    """

    answers: Mapping[str, Said]
    ready: Readiness
    factors: Sequence[Mapping[str, Levels]]
    levels: Sequence[Levels]
    points: Sequence[Numbers]
    stops: Sequence[Flags]
    outcomes: Sequence[Levels]


def tried_out(of: Situation, draws: Draws) -> Trial:
    """The trial of all applications of a situation."""
    answers = _drawn_answers(of, draws)
    ready = readiness(of, answers)
    near = {
        name: _near(uniform, of.model.firmness.default_share)
        for name, uniform in draws.factors.items()
    }
    factors = [_drawn_factors(of, application, draws, near) for application in of.applications]
    levels, points, stops = [], [], []
    parts: dict[_Part, Numbers] = {}
    for place in range(len(of.applications)):
        own = _every_factor(of, place, factors[place], draws.count)
        context = _context(draws, own, parts)
        levels.append(own)
        points.append(suitability(ready.fit[:, place], context, draws.readiness_share))
        stops.append(stopped(of.minimums[place], ready.counted, own))
    outcomes = [best(*both) for both in zip(points, stops, strict=True)]
    return Trial(
        answers=answers,
        ready=ready,
        factors=factors,
        levels=levels,
        points=points,
        stops=stops,
        outcomes=outcomes,
    )


def shares(outcomes: Levels) -> dict[Outcome, float]:
    """How often each outcome came out, as parts that sum to 1 (rank acceptability)."""
    counts = np.bincount(outcomes, minlength=len(OUTCOMES)) / len(outcomes)
    return dict(zip(OUTCOMES, counts.tolist(), strict=True))


def overall_outcomes(of: Situation, trial: Trial) -> Levels:
    """The stance over all applications in each draw, formed as `overall` forms it."""
    points, weight = np.zeros(trial.points[0].shape), np.zeros(trial.points[0].shape)
    for application, suits in zip(of.applications, trial.points, strict=True):
        known = ~np.isnan(suits)
        points += np.where(known, suits, 0) * application.priority
        weight += known * application.priority
    mean = np.divide(points, weight, out=np.full_like(points, np.nan), where=weight > 0)
    in_how_many = np.sum(np.invert(trial.stops), axis=0)
    return best(mean, in_how_many < len(of.applications) / 2)


def _drawn_answers(of: Situation, draws: Draws) -> dict[str, Said]:
    """For each question that is open, one of its possible answers, each as often as the others."""
    drawn = {}
    for question in scored_questions(of.questionnaire):
        if is_open(of.stated[question.id]):
            possible = possible_answers(question)
            drawn[question.id] = Said(possible, _evenly(draws.answers[question.id], len(possible)))
    return drawn


def _drawn_factors(
    of: Situation, application: Application, draws: Draws, near: Mapping[str, Levels]
) -> dict[str, Levels]:
    """The drawn levels of the factors that nobody has given; `near` an archetype's level.

    A factor that is not given is drawn alike for every application: order and names of the
    applications play no part.
    """
    drawn = {}
    for factor in of.model.factors:
        stated, uniform = application.factors[factor.id], draws.factors[factor.id]
        if stated.given:
            continue
        highest = len(factor.levels) - 1
        if factor.of == "application" and application.archetype:
            level = stated.level + near[factor.id]
            drawn[factor.id] = np.where((level < 0) | (level > highest), stated.level, level)
        else:
            drawn[factor.id] = _evenly(uniform, highest + 1)
    return drawn


def _every_factor(of: Situation, place: int, drawn: Mapping[str, Levels], count: int) -> Levels:
    """The levels of all factors (d, f), drawn or given."""
    levels = np.empty((count, len(of.given.factors)), dtype=np.int64, order="F")
    levels[:] = of.factor_levels(place)
    for column, name in enumerate(of.given.factors):
        if name in drawn:
            levels[:, column] = drawn[name]
    return levels


def _context(draws: Draws, levels: Levels, parts: dict[_Part, Numbers]) -> Numbers:
    """C (d, r) at these levels (d, f); what a factor adds at the same levels is kept in `parts`."""
    context = np.zeros((draws.count, len(ROUTES)))
    for factor in range(levels.shape[1]):
        column = levels[:, factor]
        key = factor, column.tobytes()
        if key not in parts:
            utility = draws.weighted_utility[factor]
            alike = (column == column[0]).all()
            parts[key] = utility[column[0] if alike else (column, np.arange(draws.count))]
        context += parts[key]
    return context


def _evenly(uniform: Numbers, count: int) -> Levels:
    return np.minimum((uniform * count).astype(np.int64), count - 1)


def _near(uniform: Numbers, share: float) -> Levels:
    """0 with this share, and with half of the rest each one below and one above."""
    below = (1 - share) / 2
    return np.where(uniform < below, -1, np.where(uniform < below + share, 0, 1))
