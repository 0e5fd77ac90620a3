"""What every trial of an assessment's advice needs, laid out as arrays once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.questionnaire.answers import UNANSWERED, Answer
from assessment.questionnaire.model import Questionnaire
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.applications import Application
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.outcome import DECIMALS_THAT_COUNT, OUTCOMES
from assessment.recommendation.suitability import (
    ROUTES,
    Parameters,
    met,
    parameters,
    readiness_fit,
    suitability,
    topic_weights,
)
from assessment.recommendation.variants.minimums import (
    Conditions,
    Minimums,
    conditions_of,
    levels_that_count,
    stopped,
)
from assessment.recommendation.variants.sheets import Levels, Said, alike, along_path, scores
from assessment.scoring.points import Flags, Numbers

NOTHING = OUTCOMES.index(None)

# So many variants at once stay within the processor's cache.
_ROWS_AT_ONCE = 2048


@dataclass(frozen=True)
class Situation:
    """A body's answers and applications under a model.

    `stated` are the answers as given, those to hidden questions too: a change elsewhere may bring
    them back; `effective` are what counts of them.
    """

    questionnaire: Questionnaire
    model: RecommendationModel
    applications: tuple[Application, ...]
    stated: Mapping[str, Answer]
    effective: Mapping[str, Answer]
    given: Parameters
    conditions: Conditions
    minimums: tuple[Minimums, ...]
    weights: Numbers  # a, r, t

    def factor_levels(self, place: int) -> Levels:
        """The levels of the factors (f) of the application at this place."""
        factors = self.applications[place].factors
        return np.array([factors[name].level for name in self.given.factors])


@dataclass(frozen=True)
class Readiness:
    """What n variants of the answers (or one that stands for all) come to.

    `first` (r, t) is how far each topic meets what a route asks in the first variant; `fit`
    (n, a, r) is NaN without a score; `counted` are the levels for each condition of a gate, None
    where it is about a factor.
    """

    first: Numbers
    fit: Numbers
    counted: Sequence[Levels | None]

    def at(self, rows: Levels) -> "Readiness":
        """Only these variants, in this order."""
        counted = [
            levels if levels is None or levels.size == 1 else levels[rows]
            for levels in self.counted
        ]
        fit = self.fit if len(self.fit) == 1 else self.fit[rows]
        return Readiness(self.first, fit, counted)


def situation(
    questionnaire: Questionnaire,
    model: RecommendationModel,
    applications: Sequence[Application],
    answers: Mapping[str, Answer],
) -> Situation:
    """The situation of a body that gave these answers and plans these applications."""
    given, conditions = parameters(model), conditions_of(model)
    return Situation(
        questionnaire=questionnaire,
        model=model,
        applications=tuple(applications),
        stated={name: answers.get(name, UNANSWERED) for name in questionnaire.by_id},
        effective=effective_answers(questionnaire, answers),
        given=given,
        conditions=conditions,
        minimums=tuple(Minimums(conditions, application) for application in applications),
        weights=topic_weights(applications, given),
    )


def readiness(of: Situation, varied: Mapping[str, Said]) -> Readiness:
    """How ready the body is where these questions get other answers than stated."""
    said = {name: varied.get(name) or alike(answer) for name, answer in of.stated.items()}
    said = along_path(of.questionnaire, said)
    places = {topic.id: place for place, topic in enumerate(of.questionnaire.topics)}
    of_topics = scores(of.questionnaire, said)[:, [places[name] for name in of.given.topics]]
    blocks = np.split(of_topics, range(_ROWS_AT_ONCE, len(of_topics), _ROWS_AT_ONCE))
    fits = [readiness_fit(met(block, of.given.required), of.weights) for block in blocks]
    first = met(of_topics[0], of.given.required)
    return Readiness(first, np.concatenate(fits), levels_that_count(of.conditions, said))


def outcomes(of: Situation, place: int, ready: Readiness, factor_levels: Levels) -> Levels:
    """What the application comes to (n) with these factor levels (n, f), all else as stated."""
    if not len(factor_levels):
        return np.zeros(0, dtype=np.int64)
    weights = of.given.factor_weight / of.given.factor_weight.sum()
    context = np.zeros((len(factor_levels), len(ROUTES)))
    for factor, weight in enumerate(weights):
        context += weight * of.given.utility[factor].T[factor_levels[:, factor]]
    points = suitability(ready.fit[:, place], context, of.given.readiness_share)
    stops = stopped(of.minimums[place], ready.counted, factor_levels)
    return best(points, stops)


def best(points: Numbers, stops: Flags) -> Levels:
    """The place in OUTCOMES of the best route that may be taken (n), from points (n, r)."""
    admissible = ~(stops | np.isnan(points))
    ranked = np.where(admissible, np.round(points, DECIMALS_THAT_COUNT), -np.inf)
    found = np.zeros(len(ranked), dtype=np.int64)
    highest = ranked[:, 0].copy()
    for route in range(1, len(ROUTES)):
        better = ranked[:, route] > highest
        found[better] = route
        highest[better] = ranked[better, route]
    found[np.isneginf(highest)] = NOTHING
    return found
