"""Answers and statements then and now, in words."""

from collections.abc import Iterable, Iterator, Mapping

from assessment.comparison import AnswerPair, Comparison, Side
from assessment.model import Model
from assessment.questionnaire.answers import State
from assessment.questionnaire.bridge import Said
from assessment.questionnaire.model import LevelsQuestion
from assessment.recommendation.model import Factor
from assessment.report.content.answers import value_text
from assessment.report.content.changes.view import AnswerChange, TopicChanges
from assessment.wording import name


def topics_with_changes(found: Comparison[Side], language: str) -> tuple[TopicChanges, ...]:
    """The questions to which something else is said now, by topic, in the order of today."""
    if found.bridge is None:
        return ()
    pairs = (*found.changed, *found.answered, *found.emptied)
    by_question = {pair.after[0].question.id: pair for pair in pairs}
    asked = found.bridge.later
    topics = (
        TopicChanges(
            topic.title[language],
            tuple(
                _change(by_question[question.id], language)
                for question in asked.by_topic[topic.id]
                if question.id in by_question
            ),
        )
        for topic in asked.topics
    )
    return tuple(topic for topic in topics if topic.answers)


def body_factors(found: Comparison[Side], language: str) -> tuple[AnswerChange, ...]:
    """The statements about the body as a whole that are different now."""
    before, after = (side.result.assessment.factors for side in (found.earlier, found.later))
    return tuple(
        AnswerChange(
            factor.name[language],
            _stated(found.earlier.model, factor.id, before, language),
            _stated(found.later.model, factor.id, after, language),
        )
        for factor in _of("body", found.later.model)
        if before.get(factor.id, ...) != after.get(factor.id, ...)
    )


def application_factors(
    before: Mapping[str, int], after: Mapping[str, int], model: Model, language: str
) -> tuple[AnswerChange, ...]:
    """The factors of one application whose level is another one now."""
    return tuple(
        AnswerChange(
            factor.name[language],
            _level(factor, before[factor.id], language),
            _level(factor, after[factor.id], language),
        )
        for factor in _of("application", model)
        if factor.id in before and factor.id in after and before[factor.id] != after[factor.id]
    )


def _change(pair: AnswerPair, language: str) -> AnswerChange:
    because = pair.link.because
    note = f"{name('became', pair.link.kind, language)}: {because[language]}" if because else ""
    return AnswerChange(
        pair.after[0].question.text[language],
        _joined(pair.before, language),
        _joined(pair.after, language),
        note,
    )


def _joined(said: Iterable[Said], language: str) -> str:
    return "; ".join(_words(said, language))


def _words(said: Iterable[Said], language: str) -> Iterator[str]:
    for one in said:
        answer, question = one.answer, one.question
        if answer.state is not State.ANSWERED:
            yield name("answer_state", answer.state, language)
        elif isinstance(question, LevelsQuestion):
            yield f"{answer.value} – {value_text(question, answer.value, language)}"
        else:
            yield value_text(question, answer.value, language)


def _of(whose: str, model: Model) -> Iterator[Factor]:
    return (factor for factor in model.recommendation.factors if factor.of == whose)


def _stated(model: Model, id: str, levels: Mapping[str, int | None], language: str) -> str:
    factor = model.recommendation.factor_by_id.get(id)
    if factor is None or id not in levels:
        return name("answer_state", State.UNANSWERED, language)
    level = levels[id]
    if level is None:
        return name("answer_state", State.UNKNOWN, language)
    return _level(factor, level, language)


def _level(factor: Factor, level: int, language: str) -> str:
    return f"{level} – {factor.levels[level][language]}"
