"""Invented rounds over all municipalities of the register, for trying out and measuring.

Nothing in them was ever said by anybody. Larger bodies are further on, bodies differ among each
other and in their topics, small ones know less, and from round to round all move up a little. The
same seed gives the same round. Whatever is made from one carries the note `INVENTED`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assessment.benchmark.layout import Flags, Ints
from assessment.benchmark.statistics.panel import NO_PLAN, NO_ROUTE, Contribution
from assessment.municipality import Municipality
from assessment.municipality.register import municipality_of, municipality_rows
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import LevelsQuestion, Questionnaire
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.model import Route
from assessment.scoring.points import Numbers

INVENTED = "invented"
"""The mark in a release whose figures are made up; every output says so."""

_YEARLY = 0.25
_ROUTES = (Route.TURNKEY, Route.SHARED_SERVICE, Route.CO_DEVELOPMENT, Route.IN_HOUSE)


@dataclass(frozen=True)
class SyntheticRound:
    """The members of an invented round, which of them took part, and what they are made to say."""

    members: tuple[Municipality, ...]
    taking: Ints
    contributions: tuple[Contribution, ...]


def all_municipalities() -> tuple[Municipality, ...]:
    """Every municipality of the register, in order of its key."""
    return tuple(municipality_of(row) for row in municipality_rows().values())


def synthetic_round(
    questionnaire: Questionnaire,
    archetypes: Sequence[str],
    members: Sequence[Municipality],
    *,
    year: int = 0,
    response: float = 1.0,
    seed: int = 1,
) -> SyntheticRound:
    """An invented round of these members; with the years the same bodies move up.

    `response` is the share of the members that take part, larger ones more readily.
    """
    # What a body is like stays from year to year; what it says of it varies.
    lasting = np.random.default_rng([seed, 0])
    yearly = np.random.default_rng([seed, 1, year])
    ability = _ability(members, lasting)
    of_topic = lasting.normal(0, 0.5, (len(members), len(questionnaire.topics)))
    taking = np.flatnonzero(_takes_part(ability, response, yearly))
    level = ability[taking, None] + of_topic[taking] + year * _YEARLY
    sheets = _sheets(questionnaire, level, yearly)
    routes = _routes(archetypes, level.mean(axis=1), yearly)
    contributions = tuple(
        Contribution(effective_answers(questionnaire, sheet), of_body, _overall(of_body))
        for sheet, of_body in zip(sheets, routes, strict=True)
    )
    return SyntheticRound(tuple(members), taking, contributions)


def _ability(members: Sequence[Municipality], random: np.random.Generator) -> Numbers:
    """Between 0 and 4, rising with the logarithm of the population, with bodies of their own."""
    size = np.log10([max(one.population or 0, 50) for one in members])
    return 0.35 * size - 0.1 + random.normal(0, 0.5, len(members))


def _takes_part(ability: Numbers, response: float, random: np.random.Generator) -> Flags:
    count = round(response * len(ability))
    eager = ability + random.gumbel(0, 1.0, len(ability))
    flags = np.zeros(len(ability), dtype=bool)
    flags[np.argsort(-eager, kind="stable")[:count]] = True
    return flags


def _sheets(
    questionnaire: Questionnaire, level: Numbers, random: np.random.Generator
) -> list[dict[str, Answer]]:
    place = {topic.id: number for number, topic in enumerate(questionnaire.topics)}
    asked = [one for one in questionnaire.questions if isinstance(one, LevelsQuestion)]
    hard = random.normal(0, 0.4, len(asked))
    columns = []
    for number, question in enumerate(asked):
        highest = len(question.levels) - 1
        said = level[:, place[question.topic]] * highest / 4 - hard[number]
        said = np.clip(np.rint(said + random.normal(0, 0.6, len(level))), 0, highest)
        knows = random.uniform(0, 1, len(level)) > 0.12 - 0.02 * level.mean(axis=1)
        answers = [*(Answer(State.ANSWERED, one) for one in range(highest + 1))]
        given = np.array([*answers, Answer(State.UNKNOWN)], dtype=object)
        columns.append(given[np.where(knows, said, highest + 1).astype(int)])
    ids = [one.id for one in asked]
    return [dict(zip(ids, row, strict=True)) for row in zip(*columns, strict=True)]


def _routes(
    archetypes: Sequence[str], level: Numbers, random: np.random.Generator
) -> list[dict[str, str]]:
    """Each body plans a few kinds; the readier it is, the more it is advised to do itself."""
    wanted = random.beta(1.2, 4, len(archetypes))
    plans = random.uniform(0, 1, (len(level), len(archetypes))) < wanted
    step = np.clip(level[:, None] + random.normal(0, 0.7, plans.shape), -0.4, 3.9).astype(int)
    stopped = random.uniform(0, 1, plans.shape) < 0.1
    return [
        {
            archetypes[at]: NO_ROUTE if stopped[row, at] else _ROUTES[step[row, at]].value
            for at in np.flatnonzero(plans[row]).tolist()
        }
        for row in range(len(level))
    ]


def _overall(routes: dict[str, str]) -> str:
    """The route advised most often; the earlier one of equal ones."""
    counts = [list(routes.values()).count(route.value) for route in _ROUTES]
    if any(counts):
        return _ROUTES[counts.index(max(counts))].value
    return NO_ROUTE if routes else NO_PLAN
