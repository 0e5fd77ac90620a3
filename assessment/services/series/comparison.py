"""What two results have to say to each other; codes and figures, no words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.bridge import Bridge, Link, Said, mapped_back
from assessment.questionnaire.model import Questionnaire, Text
from assessment.questionnaire.path import NOT_ASKED
from assessment.recommendation.model import Route
from assessment.recommendation.roadmap.outlook import quarter_after
from assessment.recommendation.roadmap.standing import levels_reached
from assessment.result import ApplicationResult
from assessment.scoring.linking import Difference
from assessment.scoring.scorecard import DimensionScore, TopicScore
from assessment.services.results import Shown


@dataclass(frozen=True)
class TopicPart:
    """A topic on both sides; coverage is None where it has no question."""

    id: str
    title: Text
    difference: Difference
    coverage: tuple[float | None, float | None]


@dataclass(frozen=True)
class DimensionPart(TopicPart):
    """A dimension on both sides, with its topics: none where no bridge links the versions."""

    topics: tuple[TopicPart, ...]


@dataclass(frozen=True)
class AnswerPair:
    """What was said before and what is said now to questions that belong together."""

    link: Link
    before: tuple[Said, ...]
    after: tuple[Said, ...]


@dataclass(frozen=True)
class ApplicationPair:
    """An application on both sides, None where it was not planned.

    The gates are those of `route`, the one advised later, else the one advised earlier.
    """

    id: str
    earlier: ApplicationResult | None
    later: ApplicationResult | None
    route: Route | None
    met: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def any(self) -> ApplicationResult:
        """The later one, else the earlier one: one of them there always is."""
        found = self.later or self.earlier
        assert found is not None  # noqa: S101 - a pair of nothing is never made
        return found


@dataclass(frozen=True)
class Reached:
    """A level that was set before, for a topic or a question, and where things stand.

    `now` is the level over the questions in common; None where there are none. A measure has the
    first and last of its `quarters`, and is `due` once the last one is over.
    """

    title: Text
    level: int
    before: int | None
    now: int | None
    topic: Text | None = None
    quarters: tuple[str, str] | None = None
    due: bool = True

    @property
    def done(self) -> bool | None:
        """Whether the level has been reached; None where it cannot be told."""
        return None if self.now is None else self.now >= self.level


def dimension_parts(
    earlier: Shown, later: Shown, found: Mapping[str, Difference], topics: Mapping[str, Difference]
) -> tuple[DimensionPart, ...]:
    """The dimensions of both sides, those of the later version first, each with its topics."""
    titles = _titles(earlier.model.questionnaire) | _titles(later.model.questionnaire)
    homes = _homes(later.model.questionnaire)
    homes |= {id: at for id, at in _homes(earlier.model.questionnaire).items() if id not in homes}
    then, now = earlier.result.scorecard, later.result.scorecard
    return tuple(
        DimensionPart(
            id,
            titles[id],
            difference,
            (_coverage(then.dimensions.get(id)), _coverage(now.dimensions.get(id))),
            tuple(
                TopicPart(
                    topic,
                    titles[topic],
                    one,
                    (_coverage(then.topics.get(topic)), _coverage(now.topics.get(topic))),
                )
                for topic, one in topics.items()
                if homes[topic] == id
            ),
        )
        for id, difference in found.items()
    )


def changed_answers(bridge: Bridge, earlier: Shown, later: Shown) -> tuple[AnswerPair, ...]:
    """The questions in common to which something else is said now; a gap says nothing."""
    return tuple(
        pair
        for pair in _pairs(bridge, earlier, later)
        if pair.link.is_anchor
        and _said(pair.before) != _said(pair.after)
        and not (_is_gap(pair.before) or _is_gap(pair.after))
    )


def one_sided(bridge: Bridge, earlier: Shown, later: Shown) -> tuple[int, int]:
    """How many questions in common are answered on the earlier side only, on the later one only."""
    gaps = [
        (_is_gap(pair.before), _is_gap(pair.after))
        for pair in _pairs(bridge, earlier, later)
        if pair.link.is_anchor
    ]
    return gaps.count((False, True)), gaps.count((True, False))


def asked_again(bridge: Bridge, earlier: Shown, later: Shown) -> tuple[AnswerPair, ...]:
    """The questions that are no longer the same: split, merged, changed, new or dropped."""
    return tuple(pair for pair in _pairs(bridge, earlier, later) if not pair.link.is_anchor)


def application_pairs(earlier: Shown, later: Shown) -> tuple[ApplicationPair, ...]:
    """The applications of both sides by id, in the later order; those given up come last."""
    before = {one.recommendation.id: one for one in earlier.result.applications}
    now = {one.recommendation.id: one for one in later.result.applications}
    return tuple(_pair(id, before.get(id), now.get(id)) for id in now | before)


def targets_reached(bridge: Bridge, earlier: Shown, later: Shown) -> tuple[Reached, ...]:
    """The levels that the body wanted before, and where they stand."""
    asked = bridge.earlier
    before, now = _levels(asked, earlier.result.answers), _levels_now(bridge, later)
    return tuple(
        Reached(_titles(asked)[id], level, before.get(id), now.get(id))
        for id, level in earlier.result.assessment.targets.items()
        if id in asked.topic_by_id or id in asked.by_id
    )


def measures_done(bridge: Bridge, earlier: Shown, later: Shown) -> tuple[Reached, ...]:
    """The measures of the earlier roadmap: done as far as their topic has reached their level."""
    asked, measures = bridge.earlier, earlier.model.measures.by_id
    before, now = _levels(asked, earlier.result.answers), _levels_now(bridge, later)
    return tuple(
        Reached(
            measures[step.measure].title,
            step.to_level,
            before.get(step.topic),
            now.get(step.topic),
            topic=asked.topic_by_id[step.topic].title,
            quarters=(step.quarter, last := quarter_after(step.quarter, step.quarters - 1)),
            due=last < quarter_of(later.head.date),
        )
        for step in earlier.result.roadmap.steps
        if step.topic in asked.topic_by_id
    )


def quarter_of(day: date) -> str:
    """The quarter that the day lies in, such as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def _titles(questionnaire: Questionnaire) -> dict[str, Text]:
    """What questions, topics and dimensions are called; where ids are alike the larger one."""
    titles = {question.id: question.text for question in questionnaire.questions}
    titles |= {topic.id: topic.title for topic in questionnaire.topics}
    return titles | {dimension.id: dimension.title for dimension in questionnaire.dimensions}


def _coverage(score: DimensionScore | TopicScore | None) -> float | None:
    return score.coverage if score else None


def _homes(questionnaire: Questionnaire) -> dict[str, str]:
    """The dimension of every topic."""
    return {
        topic.id: dimension.id
        for dimension in questionnaire.dimensions
        for topic in dimension.topics
    }


def _pairs(bridge: Bridge, earlier: Shown, later: Shown) -> Iterator[AnswerPair]:
    before, now = earlier.result.answers, later.result.answers
    for link in bridge.links:
        yield AnswerPair(
            link,
            tuple(Said(one, before.get(one.id, NOT_ASKED)) for one in link.was),
            tuple(Said(one, now.get(one.id, NOT_ASKED)) for one in link.now),
        )


def _said(said: tuple[Said, ...]) -> list[tuple[State, object]]:
    """What counts of answers: neither comment nor evidence."""
    return [(one.answer.state, one.answer.value) for one in said]


def _is_gap(said: tuple[Said, ...]) -> bool:
    return all(one.answer.state is State.UNANSWERED for one in said)


def _pair(
    id: str, earlier: ApplicationResult | None, later: ApplicationResult | None
) -> ApplicationPair:
    routes = (one.recommendation.route for one in (later, earlier) if one)
    route = next((route for route in routes if route), None)
    if earlier is None or later is None or route is None:
        return ApplicationPair(id, earlier, later, route)
    before, now = (_unmet(one, route) for one in (earlier, later))
    return ApplicationPair(
        id,
        earlier,
        later,
        route,
        met=tuple(gate for gate in before if gate not in now),
        still=tuple(gate for gate in now if gate in before),
        new=tuple(gate for gate in now if gate not in before),
    )


def _unmet(application: ApplicationResult, route: Route) -> dict[str, None]:
    """The unmet gates of the route, each once, in order."""
    return dict.fromkeys(gate.gate for gate in application.recommendation.gates.get(route, ()))


def _levels_now(bridge: Bridge, later: Shown) -> dict[str, int]:
    """Where topics and questions of the earlier version stand now, as far as they are asked."""
    asked, said = bridge.earlier, mapped_back(bridge, later.result.answers)
    levels = _levels(asked, dict.fromkeys(asked.by_id, NOT_ASKED) | said)
    in_common = {asked.by_id[id].topic for id in said}
    return {id: level for id, level in levels.items() if id in said or id in in_common}


def _levels(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, int]:
    """The levels of topics and of questions with levels."""
    of_questions = {
        id: answer.value for id, answer in answers.items() if isinstance(answer.value, int)
    }
    return of_questions | levels_reached(questionnaire, answers)
