"""Small invented rounds, and the releases made from them."""

from dataclasses import replace
from functools import cache

import numpy as np

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.gathering import Earlier, gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.release.making import make_release
from assessment.benchmark.statistics.panel import Panel
from assessment.benchmark.synthetic import INVENTED, all_municipalities, synthetic_round
from assessment.model import load_model

RULES = Rules()


@cache
def members(count, seed=3):
    """Members in three states, so that cells fill."""
    known = [one for one in all_municipalities() if one.state in {"NW", "SL", "BB"}]
    chosen = np.random.default_rng(seed).permutation(len(known))[:count]
    return tuple(known[place] for place in sorted(chosen.tolist()))


@cache
def invented(count=90, year=0, response=0.8):
    model = load_model()
    archetypes = [one.id for one in model.recommendation.archetypes][:3]
    return synthetic_round(
        model.questionnaire, archetypes, members(count), year=year, response=response
    ), archetypes


def gathered(count=90, by="size_class,state", changed=(), **options):
    given, archetypes = invented(count, **options)
    by_member = dict(zip(given.taking.tolist(), given.contributions, strict=True))
    questionnaire = load_model().questionnaire
    whole = gather(
        given.members,
        by_member,
        breakdowns(by),
        questionnaire=questionnaire,
        archetypes=archetypes,
        earlier=[Earlier({"participation": []}, marks_before(of)) for of in changed],
        marks=["now"] * len(given.members) if changed else (),
    )
    return replace(whole, panel=some_of(whole.panel))


def marks_before(changed):
    """Everybody took part, and these have changed since."""
    return ["then" if one else "now" for one in changed]


def some_of(panel):
    """Every sixth subject: enough of each kind, and quick."""
    some = slice(0, None, 6)
    return Panel(
        panel.subjects[some],
        panel.points[:, some],
        panel.classes[:, some],
        panel.unknown[:, some],
    )


@cache
def release(count=90, by="size_class,state"):
    return make_release(gathered(count, by), {"round": "test", "note": INVENTED}, RULES)
