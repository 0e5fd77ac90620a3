"""What if: an assessment in which some answers and factors are others than stated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from assessment.questionnaire.answers import UNANSWERED, Answer, Assessment, State, Value
from assessment.questionnaire.model import ChoiceQuestion, LevelsQuestion, Question, Questionnaire
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.roadmap.standing import levels_reached

_NOBODY_KNOWS = (State.UNKNOWN, State.UNANSWERED)


@dataclass(frozen=True)
class Item:
    """Something that can be tried out otherwise: a question, or a factor.

    `application` is the one whose factor it is; None for a question and for a factor of the body.
    """

    kind: Literal["question", "factor"]
    id: str
    application: str | None = None

    @property
    def key(self) -> str:
        """A word for it: its id, after that of its application and a slash where it has one."""
        return self.id if self.application is None else f"{self.application}/{self.id}"


@dataclass(frozen=True)
class Try:
    """Another answer or level for an item; None is "unknown"."""

    item: Item
    to: Value | None

    @property
    def written(self) -> str:
        """The change in one word, such as `data.inventory:3` or `chatbot/market:unknown`."""
        return f"{self.item.key}:{State.UNKNOWN if self.to is None else self.to}"


def values_of(
    item: Item, questionnaire: Questionnaire, model: RecommendationModel
) -> tuple[Value, ...]:
    """What an item may be beside unknown; nothing where it cannot be tried out.

    A number, a free text or several options at once are no few values to choose from.
    """
    if item.kind == "factor":
        return tuple(range(len(model.factor_by_id[item.id].levels)))
    question: Question = questionnaire.by_id[item.id]
    if isinstance(question, LevelsQuestion):
        return tuple(range(len(question.levels)))
    if isinstance(question, ChoiceQuestion):
        return tuple(option.id for option in question.options)
    return ()


def with_tries(assessment: Assessment, tries: Iterable[Try]) -> Assessment:
    """The assessment as if these were stated; a remark on an answer that changes falls away."""
    answers, factors = dict(assessment.answers), dict(assessment.factors)
    of_application: dict[str | None, dict[str, int | None]] = {}
    for one in tries:
        item, level = one.item, one.to if isinstance(one.to, int) else None
        if item.kind == "question":
            known = one.to is not None
            answers[item.id] = Answer(State.ANSWERED if known else State.UNKNOWN, one.to)
        elif item.application is None:
            factors[item.id] = level
        else:
            of_application.setdefault(item.application, {})[item.id] = level
    return replace(
        assessment,
        answers=answers,
        factors=factors,
        applications=tuple(
            replace(planned, factors={**planned.factors, **of_application.get(planned.id, {})})
            for planned in assessment.applications
        ),
    )


def stated(assessment: Assessment, item: Item) -> Value | State | None:
    """What is stated for the item: an answer or level, or the state it has without one.

    None is a factor that nobody has said anything about.
    """
    if item.kind == "question":
        answer = assessment.answers.get(item.id, UNANSWERED)
        return answer.value if answer.state is State.ANSWERED else answer.state
    levels = _levels(assessment, item.application)
    if item.id not in levels:
        return None
    level = levels[item.id]
    return State.UNKNOWN if level is None else level


def changes_nothing(assessment: Assessment, one: Try) -> bool:
    """Whether the item stands there already; unknown and not answered count alike."""
    today = stated(assessment, one.item)
    if one.to is None:
        return today is None or today in _NOBODY_KNOWS
    return not isinstance(today, State) and today == one.to


def targets_from(
    assessment: Assessment, tries: Iterable[Try], questionnaire: Questionnaire
) -> dict[str, int]:
    """The raises among the tries as levels wanted: of a topic where all of it would stand higher.

    A raised question of a topic that would not stand higher as a whole is a target of its own.
    """
    tried = tuple(tries)
    before = effective_answers(questionnaire, assessment.answers)
    after = effective_answers(questionnaire, with_tries(assessment, tried).answers)
    levels_before = levels_reached(questionnaire, before)
    topics = {
        topic: level
        for topic, level in levels_reached(questionnaire, after).items()
        if level > levels_before[topic]
    }
    raised: dict[str, int] = {}
    for one in tried:
        question = questionnaire.by_id.get(one.item.id) if one.item.kind == "question" else None
        if not isinstance(question, LevelsQuestion) or not isinstance(one.to, int):
            continue
        today = before[question.id].value
        if one.to > (today if isinstance(today, int) else 0) and (
            one.to > topics.get(question.topic, 0)
        ):
            raised[question.id] = one.to
    changed = {
        topic for topic in topics if any(_topic_of(one, questionnaire) == topic for one in tried)
    }
    return {topic: level for topic, level in topics.items() if topic in changed} | raised


def item_of_factor(assessment: Assessment, factor: str, application: str, of: str) -> Item:
    """Where a factor of an application is stated: with it, or for the whole body."""
    planned = next((one for one in assessment.applications if one.id == application), None)
    with_it = of == "application" or (planned is not None and factor in planned.factors)
    return Item("factor", factor, application if with_it else None)


def default_level(assessment: Assessment, item: Item, model: RecommendationModel) -> int | None:
    """What counts where nobody has stated the factor: of the body, else of the archetype."""
    planned = next((one for one in assessment.applications if one.id == item.application), None)
    if planned is None:
        return None
    of_body = assessment.factors.get(item.id)
    archetype = model.archetype_by_id.get(planned.archetype or "")
    if of_body is not None:
        return of_body
    return archetype.default_factors.get(item.id) if archetype else None


def _levels(assessment: Assessment, application: str | None) -> Mapping[str, int | None]:
    if application is None:
        return assessment.factors
    planned = next((one for one in assessment.applications if one.id == application), None)
    return planned.factors if planned else {}


def _topic_of(one: Try, questionnaire: Questionnaire) -> str | None:
    question = questionnaire.by_id.get(one.item.id) if one.item.kind == "question" else None
    return question.topic if question else None
