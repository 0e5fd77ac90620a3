"""What was handed in to a round, and which of it counts: the table of contributions."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assessment.benchmark.statistics.panel import NO_PLAN, NO_ROUTE, Contribution
from assessment.municipality import Municipality, folded
from assessment.questionnaire.answers import Answer, Assessment, State, Value
from assessment.questionnaire.bridge import Bridge, carried_over
from assessment.questionnaire.model import Questionnaire
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.recommend import recommend
from assessment.scoring.scorecard import scorecard

_ANSWERED_ENOUGH = 0.8


class Standing(StrEnum):
    """Whether a contribution counts, and if not, why."""

    COUNTS = "counts"
    INCOMPLETE = "incomplete"
    EMPTY = "empty"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NOT_A_MEMBER = "not_a_member"
    OF_EARLIER_ROUND = "of_earlier_round"

    @property
    def is_counted(self) -> bool:
        """An incomplete contribution counts, in what it answers."""
        return self in {Standing.COUNTS, Standing.INCOMPLETE}


@dataclass(frozen=True)
class Entry:
    """An assessment as it was handed in; `bridge` leads from its version to that of the round."""

    source: str
    assessment: Assessment
    bridge: Bridge | None = None

    @property
    def body(self) -> Municipality:
        return self.assessment.municipality

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers under the round's version: as they are, or those that carry over."""
        given = self.assessment.answers
        return given if self.bridge is None else carried_over(self.bridge, given)


@dataclass(frozen=True)
class Received:
    """What a round needs to know of an entry: whose it is, how full, and what it gives.

    `version` is that of the questionnaire where it is an earlier one; `given` has no comments.
    """

    source: str
    body: Municipality
    date: date
    version: str | None
    answered: int
    asked: int
    given: Contribution

    @property
    def is_bridged(self) -> bool:
        """Whether the answers are those that carry over from an earlier version."""
        return self.version is not None


@dataclass(frozen=True)
class Line:
    """A line of the table of contributions; `place` is the member it belongs to."""

    entry: Received
    standing: Standing
    place: int | None = None
    replaced_by: str | None = None


def received(
    entry: Entry, questionnaire: Questionnaire, recommendation: RecommendationModel
) -> Received:
    """What a round needs to know of an entry, scored and with the routes advised."""
    given = contribution_of(entry, questionnaire, recommendation)
    asked = [one for one in given.answers.values() if one.state is not State.NOT_ASKED]
    return Received(
        source=entry.source,
        body=entry.body,
        date=entry.assessment.date,
        version=entry.assessment.questionnaire if entry.bridge else None,
        answered=sum(one.state is not State.UNANSWERED for one in asked),
        asked=len(asked),
        given=given,
    )


def table_of(
    entries: Iterable[Received],
    members: Sequence[Municipality],
    withdrawn: Iterable[str],
    before: date | None = None,
) -> tuple[Line, ...]:
    """All that was handed in, in order; the newest of each member counts, the last of a day.

    What was answered until the day `before` belongs to an earlier round. Counted in both, nobody
    would have changed but who is new, and would be the difference.
    """
    given = list(entries)
    place = {identity(body): at for at, body in enumerate(members)}
    newest = _newest(given)
    gone = frozenset(withdrawn)
    lines = []
    for entry in given:
        key = identity(entry.body)
        latest = newest[key]
        if key not in place:
            standing = Standing.NOT_A_MEMBER
        elif entry.body.ags in gone:
            standing = Standing.WITHDRAWN
        elif before and entry.date <= before:
            standing = Standing.OF_EARLIER_ROUND
        elif latest is not entry and (entry.answered or entry.date < latest.date):
            standing = Standing.REPLACED
        else:
            standing = _complete(entry.answered, entry.asked)
        later = latest.source if standing is Standing.REPLACED else None
        lines.append(Line(entry, standing, place.get(key), later))
    return tuple(lines)


def bodies_of(entries: Iterable[Received]) -> tuple[Municipality, ...]:
    """Every body that handed something in, once: the members where no list says who they are."""
    bodies = {identity(entry.body): entry.body for entry in entries}
    return tuple(bodies[key] for key in sorted(bodies))


def contribution_of(
    entry: Entry, questionnaire: Questionnaire, recommendation: RecommendationModel
) -> Contribution:
    """What an entry gives to the statistics: answers, and the routes advised for its plans.

    Of two applications of one kind the first counts; those of no kind count in the stance only.
    Tables of survey tools name no applications: their bodies count as those that plan nothing.
    """
    answers = effective_answers(questionnaire, entry.answers)
    bare = {id: bare_answer(one.state, one.value) for id, one in answers.items()}
    if not entry.assessment.applications:
        return Contribution(bare, {}, NO_PLAN)
    card = scorecard(questionnaire, answers)
    advice, overall = recommend(entry.assessment, answers, card, recommendation)
    routes: dict[str, str] = {}
    for one in advice:
        if one.archetype:
            routes.setdefault(one.archetype, one.route.value if one.route else NO_ROUTE)
    stance = overall.route.value if overall.route else NO_ROUTE
    return Contribution(bare, routes, stance)


def fingerprint(contribution: Contribution) -> str:
    """Tells whether a member's contribution changed between releases, without holding it."""
    said = {id: (one.state.value, one.value) for id, one in contribution.answers.items()}
    content = [said, dict(contribution.routes), contribution.overall]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=4096, typed=True)
def bare_answer(state: State, value: Value | None) -> Answer:
    """An answer without comment or evidence; thousands of members share the few there are."""
    return Answer(state, value)


def _newest(entries: Iterable[Received]) -> dict[str, Received]:
    """The newest entry of each body; one without answers takes no place of one that has some."""
    found: dict[str, Received] = {}
    for entry in entries:
        key = identity(entry.body)
        if key not in found or _weight(entry) >= _weight(found[key]):
            found[key] = entry
    return found


def _weight(entry: Received) -> tuple[bool, date]:
    return entry.answered > 0, entry.date


def _complete(answered: int, asked: int) -> Standing:
    if not answered:
        return Standing.EMPTY
    return Standing.COUNTS if answered >= _ANSWERED_ENOUGH * asked else Standing.INCOMPLETE


def identity(body: Municipality) -> str:
    """The key in the register; of a body described by hand its name in its state."""
    return body.ags or f"{body.body.value} {body.state or ''} {folded(body.name)}"
