"""How a score arose: terms whose contributions add up to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import (
    Questionnaire,
    SeveralQuestion,
)
from assessment.scoring.points import worth
from assessment.scoring.scorecard import DimensionScore, Scorecard, TopicScore


@dataclass(frozen=True)
class Term:
    """One part of a figure: its own value 0-100, its weight in the whole 0-1, and their product.

    The weights of the terms that count sum to 1. A term that does not count has no weight and
    contributes nothing: a question that is open or does not apply, a topic without a score.
    """

    kind: Literal["answer", "question", "topic", "dimension", "factor"]
    id: str
    value: float | None
    weight: float | None

    @property
    def contribution(self) -> float | None:
        if self.value is None or self.weight is None:
            return None
        return self.value * self.weight


@dataclass(frozen=True)
class Explanation:
    """A figure in points and the terms that add up to it; `total` None is "no result".

    `part_of` says what a question or topic contributes to what it belongs to. `route` is set where
    the figure is the suitability of a route.
    """

    kind: Literal["question", "topic", "dimension", "application"]
    id: str
    total: float | None
    terms: tuple[Term, ...]
    low: float | None = None
    high: float | None = None
    part_of: tuple[Term, ...] = ()
    route: str | None = None


def explain_question(
    question: Any, questionnaire: Questionnaire, answers: Mapping[str, Answer], card: Scorecard
) -> Explanation:
    """What the answer is worth, and what that contributes to the topic and the dimension."""
    answer = answers[question.id]
    known = question.kind != "context" and answer.state is State.ANSWERED
    total = 100 * worth(question, answer.value) if known else None
    in_topic = _weight(explain_topic(question.topic, questionnaire, answers, card), question.id)
    dimension = _dimension_of(question.topic, card)
    in_dimension = _weight(explain_dimension(dimension.id, questionnaire, card), question.topic)
    both = None if in_topic is None or in_dimension is None else in_topic * in_dimension
    return Explanation(
        kind="question",
        id=question.id,
        total=total,
        terms=_answer_terms(question, answer, total),
        part_of=(
            Term("topic", question.topic, total, in_topic),
            Term("dimension", dimension.id, total, both),
        ),
    )


def explain_topic(
    name: str, questionnaire: Questionnaire, answers: Mapping[str, Answer], card: Scorecard
) -> Explanation:
    """How the topic's score arose from its questions."""
    topic, questions = card.topics[name], questionnaire.by_topic[name]
    scored = [question for question in questions if question.kind != "context"]
    values = [
        100 * worth(question, answer.value)
        if (answer := answers[question.id]).state is State.ANSWERED
        else None
        for question in scored
    ]
    weights = _shares([question.weight for question in scored], values)
    dimension = _dimension_of(name, card)
    of_dimension = explain_dimension(dimension.id, questionnaire, card)
    return Explanation(
        kind="topic",
        id=name,
        total=topic.score,
        terms=tuple(
            Term("question", question.id, value, weight)
            for question, value, weight in zip(scored, values, weights, strict=True)
        ),
        low=topic.low,
        high=topic.high,
        part_of=(Term("dimension", dimension.id, topic.score, _weight(of_dimension, name)),),
    )


def explain_dimension(name: str, questionnaire: Questionnaire, card: Scorecard) -> Explanation:
    """How the dimension's score arose from its topics."""
    dimension = card.dimensions[name]
    topics: Sequence[TopicScore] = tuple(dimension.topics.values())
    stated = {topic.id: topic.weight for topic in questionnaire.topics}
    scores = [topic.score for topic in topics]
    weights = _shares([stated[topic.id] for topic in topics], scores)
    return Explanation(
        kind="dimension",
        id=name,
        total=dimension.score,
        terms=tuple(
            Term("topic", topic.id, topic.score, weight)
            for topic, weight in zip(topics, weights, strict=True)
        ),
        low=dimension.low,
        high=dimension.high,
    )


def _answer_terms(question: Any, answer: Answer, total: float | None) -> tuple[Term, ...]:
    """The chosen level, option or number; of several options each, until their cap is reached."""
    if total is None:
        return ()
    if not isinstance(question, SeveralQuestion):
        return (Term("answer", str(answer.value), total, 1.0),)
    chosen = answer.value if isinstance(answer.value, tuple) else ()
    options = [option for option in question.options if option.id in chosen]
    reached = sum(option.value for option in options)
    return tuple(
        Term("answer", option.id, 100 * option.value, 1 / max(question.cap, reached))
        for option in options
    )


def _shares(weights: Iterable[float], values: Iterable[float | None]) -> list[float | None]:
    """Each weight as its part of those that count; None for what has no value."""
    pairs = list(zip(weights, values, strict=True))
    total = sum(weight for weight, value in pairs if value is not None)
    return [weight / total if value is not None and total else None for weight, value in pairs]


def _weight(whole: Explanation, part: str) -> float | None:
    return next((term.weight for term in whole.terms if term.id == part), None)


def _dimension_of(topic: str, card: Scorecard) -> DimensionScore:
    return next(one for one in card.dimensions.values() if topic in one.topics)
