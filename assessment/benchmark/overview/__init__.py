"""What dashboard and overall report show: rows made from a release alone, never from answers.

Every figure is a `Figure`: a value, or a reason why there is none; nothing is ever blank. Groups
and subjects stand in the order of questionnaire and register; where rows are ordered by a value,
those without a value come last in that order, so that no place betrays what is hidden. Whatever is
worked out here uses published figures only, so that it tells nothing that the release does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.benchmark.overview.figure import Figure, Hidden, Key
from assessment.benchmark.overview.groups import (
    EVERYBODY,
    GERMAN_STATES,
    SIZE_CLASS,
    STATE,
    breakdowns_of,
    keys_of,
)
from assessment.benchmark.overview.history import Line, former_releases, history
from assessment.benchmark.overview.participation import ParticipationTable, participation_of
from assessment.benchmark.overview.priorities import Priority, priorities
from assessment.benchmark.overview.scores import ScoreRow, Spread, score_rows, with_figures
from assessment.benchmark.overview.shares import (
    Distribution,
    Part,
    Share,
    distribution,
    most_wanted,
    nobody_knows,
)
from assessment.benchmark.release.document import Lookup
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.model import RecommendationModel

__all__ = [
    "EVERYBODY",
    "Distribution",
    "Figure",
    "Hidden",
    "Line",
    "Overview",
    "Part",
    "ParticipationTable",
    "Priority",
    "ScoreRow",
    "Share",
    "Spread",
    "breakdowns_of",
    "keys_of",
    "overview_of",
]


@dataclass(frozen=True)
class Overview:
    """A release in rows.

    `dimensions` and `topics` have a column for each size class in `sizes`; those of which neither a
    dimension nor a topic is shown stand in `bare_sizes` instead. `states` has a row for
    each dimension and a column for each of the 16 states, also those without members; it is empty
    where the release is not broken down by state. `levels`, `unknown`, `wanted`, `routes` and
    `priorities` are those of the group `key`; `overall_route` is over all applications.
    `series` has a moment for each round where there are rounds before, `is_over_rounds`, and else
    for each release. `former` are day and number of the earlier releases whose figures this one
    keeps, newest first.
    """

    release: Mapping[str, Any]
    key: Key
    participation: tuple[ParticipationTable, ...]
    sizes: tuple[Key, ...]
    bare_sizes: tuple[Key, ...]
    dimensions: tuple[ScoreRow, ...]
    topics: tuple[ScoreRow, ...]
    states: tuple[ScoreRow, ...]
    levels: tuple[Distribution, ...]
    unknown: tuple[Share, ...]
    wanted: tuple[Share, ...]
    overall_route: Distribution
    routes: tuple[Distribution, ...]
    priorities: tuple[Priority, ...]
    series: tuple[Line, ...]
    is_over_rounds: bool
    former: tuple[tuple[str, int | None], ...]


def overview_of(
    release: Mapping[str, Any],
    questionnaire: Questionnaire,
    model: RecommendationModel,
    *,
    earlier: Sequence[Mapping[str, Any]] = (),
    before: Sequence[Mapping[str, Any]] = (),
    key: Key = EVERYBODY,
) -> Overview:
    """The rows of a release, for everybody or for one group.

    `earlier` holds the releases of its round before it, `before` the last ones of the rounds
    before.
    """
    found = Lookup(release)
    dimensions = [("dimension", one.id) for one in questionnaire.dimensions]
    topics = [("topic", one.id) for one in questionnaire.topics]
    questions = [id for kind, id in found.subjects if kind == "question"]
    kinds = [one.id for one in model.archetypes]
    all_sizes = keys_of(release, SIZE_CLASS)
    sizes = with_figures(found, [*dimensions, *topics], all_sizes)
    states = [{"state": one} for one in GERMAN_STATES] if keys_of(release, STATE) else []
    series = [*(Lookup(one) for one in before or earlier), found]
    return Overview(
        release=release,
        key=key,
        participation=participation_of(release),
        sizes=sizes,
        bare_sizes=tuple(one for one in all_sizes if one not in sizes),
        dimensions=score_rows(found, dimensions, sizes),
        topics=score_rows(found, topics, sizes),
        states=score_rows(found, dimensions, states) if states else (),
        levels=tuple(distribution(found, ("question", id), key) for id in questions),
        unknown=nobody_knows(found, questions, key),
        wanted=most_wanted(found, kinds, key),
        overall_route=distribution(found, ("route", "overall"), key),
        routes=tuple(distribution(found, ("route", id), key) for id in kinds),
        priorities=priorities(found, [id for _, id in topics], model, key),
        series=history(series, [*dimensions, *topics], key),
        is_over_rounds=bool(before),
        former=former_releases(release),
    )
