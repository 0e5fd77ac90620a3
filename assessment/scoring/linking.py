"""Two assessments linked through the questions in common, and what a difference is made of.

Common-item linking: both are scored once more, over the anchors alone, with the instrument of the
earlier version. Then, for each dimension and topic, the difference of the published scores is

- real change: the anchors answered on both sides, later minus earlier;
- composition: what anchors add that are answered on one side only, or apply on one side only;
- method effect (in statistics of redesigned surveys "discontinuity"): how much the new instrument
  says more than the anchors do, now, less how much the old one did then.

What cannot be mapped back to the earlier version takes no part in the linked scores, on both sides.
All terms are differences of scores rounded as they are shown: they add up to the last digit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.bridge import Bridge, Jump, mapped_back
from assessment.questionnaire.model import Questionnaire
from assessment.questionnaire.path import NOT_ASKED
from assessment.scoring.points import Sheet
from assessment.scoring.scorecard import DimensionScore, Scorecard, TopicScore, scorecard

_TENTH = Decimal("0.1")


class Label(StrEnum):
    """What a difference comes from."""

    REAL = "real"
    METHOD = "method"
    BOTH = "both"
    COMPOSITION = "composition"
    STEADY = "steady"
    UNLINKED = "unlinked"
    NO_RESULT = "no_result"


@dataclass(frozen=True)
class Side:
    """One assessment: its effective answers and the scores that were published for them."""

    answers: Mapping[str, Answer]
    card: Scorecard


@dataclass(frozen=True)
class Pair:
    """The score on both sides; None where there is none."""

    earlier: Decimal | None = None
    later: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        return _minus(self.later, self.earlier)


@dataclass(frozen=True)
class Difference:
    """The scores of a dimension or topic on both sides, and what their difference is made of.

    `published` are the scores each under its own version; `linked` those over the questions in
    common and `matched` those over what of them is answered on both sides, all four under the
    earlier version. `common` is the share of the questions that both versions ask, of the version
    that asks more.
    """

    id: str
    published: Pair
    linked: Pair = Pair()
    matched: Pair = Pair()
    common: float = 0
    jump: Jump = field(default_factory=Jump)

    @property
    def total(self) -> Decimal | None:
        """The difference of the published scores."""
        return self.published.difference

    @property
    def is_linked(self) -> bool:
        """Whether enough is asked on both sides to tell what the difference is made of."""
        known = self.total is not None and self.linked.difference is not None
        return known and self.common >= self.jump.least_common

    @property
    def real(self) -> Decimal | None:
        """Real change; None where no question in common is answered on both sides."""
        return self.matched.difference if self.is_linked else None

    @property
    def composition(self) -> Decimal | None:
        """What other questions answered, or other questions applying, bring about."""
        linked = self.linked.difference if self.is_linked else None
        return None if linked is None else linked - (self.real or 0)

    @property
    def method(self) -> Decimal | None:
        """What the other version brings about."""
        linked, total = self.linked.difference, self.total
        if linked is None or total is None or not self.is_linked:
            return None
        return total - linked

    @property
    def named(self) -> Mapping[Label, Decimal]:
        """The parts that are noticeable, or that make up a noticeable whole together."""
        found = ((Label.REAL, self.real), (Label.COMPOSITION, self.composition))
        parts = {of: part for of, part in (*found, (Label.METHOD, self.method)) if part}
        least = Decimal(repr(self.jump.noticeable))
        noticeable = {of: part for of, part in parts.items() if abs(part) >= least}
        if noticeable or self.total is None or abs(self.total) < least:
            return noticeable
        return {of: part for of, part in parts.items() if part * self.total > 0}

    @property
    def label(self) -> Label:
        """What the difference comes from: real change or method or both, else composition."""
        if self.total is None:
            return Label.NO_RESULT
        if not self.is_linked:
            return Label.UNLINKED
        named = self.named
        if Label.REAL in named and Label.METHOD in named:
            return Label.BOTH
        first = (of for of in (Label.REAL, Label.METHOD, Label.COMPOSITION) if of in named)
        return next(first, Label.STEADY)


@dataclass(frozen=True)
class Differences:
    """The dimensions and topics of both versions by id, those of the later one first."""

    dimensions: Mapping[str, Difference]
    topics: Mapping[str, Difference]


def differences(bridge: Bridge, earlier: Side, later: Side, jump: Jump) -> Differences:
    """What became of every dimension and topic from the earlier assessment to the later one."""
    cards = _cards(bridge, earlier, later)
    dimensions = [(then.dimensions, now.dimensions) for then, now in cards]
    topics = [(then.topics, now.topics) for then, now in cards]
    of_dimensions, of_topics = _shares(bridge)
    return Differences(
        {id: _difference(id, dimensions, share, jump) for id, share in of_dimensions.items()},
        {id: _difference(id, topics, share, jump) for id, share in of_topics.items()},
    )


def unlinked(earlier: Scorecard, later: Scorecard) -> Differences:
    """Versions without a bridge: the dimensions both have, without saying what they come from."""
    found = {
        id: Difference(id, Pair(_shown(earlier.dimensions[id]), _shown(later.dimensions[id])))
        for id in later.dimensions
        if id in earlier.dimensions
    }
    return Differences(found, {})


_Cards = tuple[Scorecard, Scorecard]
_Scores = Mapping[str, DimensionScore] | Mapping[str, TopicScore]


def _cards(bridge: Bridge, earlier: Side, later: Side) -> tuple[_Cards, _Cards, _Cards]:
    """The scores of both sides as published, over the anchors, over those answered on both."""
    then = {was: earlier.answers.get(was, NOT_ASKED) for was in bridge.anchors.values()}
    now = mapped_back(bridge, later.answers)
    both = [was for was in then if _is_answered(then[was]) and _is_answered(now[was])]
    asked = bridge.earlier
    return (
        (earlier.card, later.card),
        (_over(asked, then), _over(asked, now)),
        (
            _over(asked, {was: then[was] for was in both}),
            _over(asked, {was: now[was] for was in both}),
        ),
    )


def _difference(
    id: str, scores: Iterable[tuple[_Scores, _Scores]], common: float, jump: Jump
) -> Difference:
    published, linked, matched = (
        Pair(_shown(then.get(id)), _shown(now.get(id))) for then, now in scores
    )
    return Difference(id, published, linked, matched, common=common, jump=jump)


def _over(questionnaire: Questionnaire, said: Sheet) -> Scorecard:
    """The scores over these questions alone."""
    sheet = dict.fromkeys(questionnaire.by_id, NOT_ASKED)
    return scorecard(questionnaire, {**sheet, **said})


def _shares(bridge: Bridge) -> tuple[dict[str, float], dict[str, float]]:
    """The share of questions in common of every dimension and topic that either version has."""
    sides = ((bridge.later, set(bridge.anchors)), (bridge.earlier, set(bridge.anchors.values())))
    by_dimension: dict[str, list[float]] = {}
    by_topic: dict[str, list[float]] = {}
    for questionnaire, anchors in sides:
        for dimension in questionnaire.dimensions:
            ids = [topic.id for topic in dimension.topics]
            by_dimension.setdefault(dimension.id, []).append(_share(questionnaire, ids, anchors))
            for id in ids:
                by_topic.setdefault(id, []).append(_share(questionnaire, [id], anchors))
    return _in_both(by_dimension), _in_both(by_topic)


def _share(questionnaire: Questionnaire, topics: list[str], anchors: set[str]) -> float:
    asked = [
        question.id
        for topic in topics
        for question in questionnaire.by_topic[topic]
        if question.kind != "context"
    ]
    return sum(id in anchors for id in asked) / len(asked) if asked else 0.0


def _in_both(shares: Mapping[str, list[float]]) -> dict[str, float]:
    return {id: min(found) if len(found) == 2 else 0.0 for id, found in shares.items()}


def _is_answered(answer: Answer) -> bool:
    return answer.state is State.ANSWERED


def _shown(score: DimensionScore | TopicScore | None) -> Decimal | None:
    """The score as people see it: one decimal, half away from zero."""
    if score is None or score.score is None:
        return None
    return Decimal(repr(score.score)).quantize(_TENTH, ROUND_HALF_UP)


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other
