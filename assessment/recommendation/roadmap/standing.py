"""Where topics stand for planning, and what answers become once measures have lifted them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import LevelsQuestion, Questionnaire
from assessment.recommendation.measures.model import highest_level
from assessment.scoring.scorecard import scorecard

_OPEN = frozenset({State.UNKNOWN, State.UNANSWERED})


@dataclass(frozen=True)
class Standing:
    """The level that every question of a topic has reached, by topic; unknown counts as 0.

    A topic whose questions do not apply stands at its highest level: nothing is left to do there.
    `scores` are a topic's points when it is lifted to each level, None without any.
    """

    level: Mapping[str, int]
    scores: Mapping[str, tuple[float | None, ...]]

    def level_for_score(self, topic: str, points: float) -> int | None:
        """The lowest level that brings the topic to these points; None if none does."""
        for level, score in enumerate(self.scores[topic]):
            # Far below what is shown, far above the rounding of sums.
            if score is None or score >= points - 1e-9:
                return level
        return None


def standing(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Standing:
    """Where the topics stand under these effective answers."""
    topics = [topic.id for topic in questionnaire.topics]
    highest = {topic: highest_level(questionnaire, topic) for topic in topics}
    lifted_to = [
        scorecard(questionnaire, lifted(questionnaire, answers, dict.fromkeys(topics, level)))
        for level in range(max(highest.values(), default=0) + 1)
    ]
    by_level = [card.topics for card in lifted_to]
    return Standing(
        level=levels_reached(questionnaire, answers),
        scores={
            topic: tuple(scores[topic].score for scores in by_level[: highest[topic] + 1])
            for topic in topics
        },
    )


def levels_reached(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, int]:
    """The level that every question of a topic has reached, by topic."""
    topics = (topic.id for topic in questionnaire.topics)
    return {topic: _reached(questionnaire, answers, topic) for topic in topics}


def lifted(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], reached: Mapping[str, int]
) -> dict[str, Answer]:
    """The answers once each of these topics has been lifted to its level.

    Every question with levels stands at least there, an unknown one too; what does not apply or was
    not asked, and answers without levels, stay as they are.
    """
    return {
        question.id: _lifted(question, answers.get(question.id, UNANSWERED), reached)
        for question in questionnaire.questions
    }


def counted_as_zero(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The questions with levels that nobody has answered yet."""
    return tuple(
        question.id
        for question in questionnaire.questions
        if isinstance(question, LevelsQuestion)
        and answers.get(question.id, UNANSWERED).state in _OPEN
    )


def _lifted(question: object, answer: Answer, reached: Mapping[str, int]) -> Answer:
    if not isinstance(question, LevelsQuestion) or question.topic not in reached:
        return answer
    old = _level(answer)
    if old is None:
        return answer
    level = max(old, min(reached[question.topic], len(question.levels) - 1))
    return replace(answer, state=State.ANSWERED, value=level)


def _reached(questionnaire: Questionnaire, answers: Mapping[str, Answer], topic: str) -> int:
    """The highest level to which lifting the topic would change nothing."""
    top = highest_level(questionnaire, topic)
    levels = [
        top if level == len(question.levels) - 1 else level
        for question in questionnaire.by_topic[topic]
        if isinstance(question, LevelsQuestion)
        and (level := _level(answers.get(question.id, UNANSWERED))) is not None
    ]
    return min(levels, default=top)


def _level(answer: Answer) -> int | None:
    """The level for planning; None for what does not apply or was not asked."""
    if answer.state in _OPEN:
        return 0
    return answer.value if isinstance(answer.value, int) else None
