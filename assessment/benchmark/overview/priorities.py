"""Which topics a support programme would do most about, from published figures alone.

**Rule** (own calibration, no source gives one). For a group of members and each topic,

    priority = 100 · (1 - median/100) · below · need

- median: the published median of the topic's points, so that 1 - median/100 is what is missing;
- below: the published share of bodies below level 2 ("under 40 points" with the bands 20/40/60/80);
- need: how much of what the planned applications ask for falls to this topic, relative to the topic
  with most: the sum over the kinds of application of (how many plan it, as published) times (the
  topic's weight in readiness fit, times the kind's multiplier, normalised to 1 over all topics,
  averaged over the four routes). Where no number of plans is published, need is 1 for every topic.

A topic whose median or share is hidden has no priority; it comes last, in the
questionnaire's order, with the reason. A kind of application whose number is
hidden does not count, for any topic.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.benchmark.overview.figure import Figure, Hidden, Key, from_cell, without
from assessment.benchmark.overview.scores import spread
from assessment.benchmark.overview.shares import PLANNED, distribution, share_with
from assessment.benchmark.release.document import Lookup
from assessment.recommendation.model import Archetype, RecommendationModel, Route

LEVEL = 2
"""Bodies below this level are those that a programme is for."""


@dataclass(frozen=True)
class Priority:
    """A topic with its priority from 0 to 100 and what that is made of.

    `need` is between 0 and 1; None where no number of plans is published.
    """

    topic: str
    index: Figure
    median: Figure
    below: Figure
    need: float | None


def priorities(
    release: Lookup, topics: Sequence[str], model: RecommendationModel, key: Key
) -> tuple[Priority, ...]:
    """The topics by priority, highest first; those without one last, in the order given."""
    need = needs(release, topics, model, key)
    rows = [_priority(release, topic, need, key) for topic in topics]
    placed = [row for row in rows if row.index.is_shown]
    others = [row for row in rows if not row.index.is_shown]
    return (*sorted(placed, key=lambda row: -(row.index.value or 0)), *others)


def needs(
    release: Lookup, topics: Sequence[str], model: RecommendationModel, key: Key
) -> Mapping[str, float]:
    """How much the planned applications need each topic, the most needed being 1; maybe empty."""
    total = dict.fromkeys(topics, 0.0)
    for archetype in model.archetypes:
        plans = plans_of(release, archetype.id, key).value or 0
        for topic, weight in _weights(model, archetype, topics).items():
            total[topic] += plans * weight
    most = max(total.values(), default=0)
    return {topic: value / most for topic, value in total.items()} if most else {}


def plans_of(release: Lookup, archetype: str, key: Key) -> Figure:
    """How many bodies plan this kind of application: as counted, else by the published share."""
    counted = from_cell(release.cell("route", archetype, key), "n")
    if counted.is_shown:
        return counted
    found = distribution(release, ("application", archetype), key)
    share = share_with(found, (PLANNED,))
    if share.value is None or found.n.value is None:
        return share if share.hidden else counted
    return Figure(round(share.value * found.n.value))


def _weights(
    model: RecommendationModel, archetype: Archetype, topics: Sequence[str]
) -> Mapping[str, float]:
    multiplier = archetype.topic_multipliers
    found = dict.fromkeys(topics, 0.0)
    for route in Route:
        of_route = model.requirements[route]
        raw = {
            topic: of_route[topic].weight * multiplier.get(topic, 1)
            for topic in topics
            if topic in of_route and of_route[topic].required > 0
        }
        whole = sum(raw.values())
        for topic, weight in raw.items():
            found[topic] += weight / whole / len(Route) if whole else 0
    return found


def _priority(release: Lookup, topic: str, need: Mapping[str, float], key: Key) -> Priority:
    median = spread(release, ("topic", topic), key).median
    levels = [str(level) for level in range(LEVEL)]
    below = share_with(distribution(release, ("topic", topic), key), levels)
    of_topic = need[topic] if need else None
    if median.value is None or below.value is None:
        index = without(median.hidden or below.hidden or Hidden.NOT_COMPARED)
    else:
        weight = 1 if of_topic is None else of_topic
        index = Figure(round(100 * (1 - median.value / 100) * below.value * weight, 1))
    return Priority(topic, index, median, below, of_topic)
