"""All answers in words, by dimension and topic, with comment, evidence and who answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.model import Model
from assessment.questionnaire.answers import Answer, State, Value
from assessment.questionnaire.model import Asked, LevelsQuestion, NumberQuestion
from assessment.report.content.figures import number
from assessment.result import Result
from assessment.wording import name


@dataclass(frozen=True)
class AnswerView:
    """A question and its answer; `text` is the chosen level in full, or the name of the state."""

    id: str
    question: str
    state: State
    level: str
    text: str
    comment: str
    evidence: str
    respondent: str


@dataclass(frozen=True)
class TopicAnswers:
    """A topic with the answers to its questions."""

    title: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class DimensionAnswers:
    """A dimension with its topics."""

    id: str
    title: str
    topics: tuple[TopicAnswers, ...]


def answers_of(result: Result, model: Model, language: str) -> tuple[DimensionAnswers, ...]:
    """Every question that was asked, in the questionnaire's order, with its answer."""
    return tuple(
        DimensionAnswers(
            dimension.id,
            dimension.title[language],
            tuple(
                TopicAnswers(
                    topic.title[language],
                    _answers(model.questionnaire.by_topic[topic.id], result.answers, language),
                )
                for topic in dimension.topics
            ),
        )
        for dimension in model.questionnaire.dimensions
    )


def open_questions(result: Result, model: Model, language: str) -> tuple[str, ...]:
    """The questions without an answer, unknown ones included, in order."""
    still_open = (State.UNKNOWN, State.UNANSWERED)
    return tuple(
        question.text[language]
        for id, question in model.questionnaire.by_id.items()
        if result.answers[id].state in still_open
    )


def value_text(question: Asked, value: Value | None, language: str) -> str:
    """A value in words: the level or options in full, a number with its unit."""
    match value:
        case int(level) if isinstance(question, LevelsQuestion):
            return question.levels[level][language]
        case int(number) | float(number):
            return _with_unit(number, question, language)
        case str(chosen):
            return _chosen(question, (chosen,), language)
        case tuple(chosen):
            return _chosen(question, chosen, language)
    return ""


def _answers(
    questions: tuple[Asked, ...], answers: Mapping[str, Answer], language: str
) -> tuple[AnswerView, ...]:
    return tuple(
        _answer(question, answers[question.id], language)
        for question in questions
        if answers[question.id].state != State.NOT_ASKED
    )


def _answer(question: Asked, answer: Answer, language: str) -> AnswerView:
    return AnswerView(
        id=question.id,
        question=question.text[language],
        state=answer.state,
        level=_level(question, answer),
        text=_text(question, answer, language),
        comment=answer.comment or "",
        evidence=answer.evidence or "",
        respondent=answer.respondent or "",
    )


def _level(question: Asked, answer: Answer) -> str:
    has_level = isinstance(question, LevelsQuestion) and _given(answer)
    return str(answer.value) if has_level else ""


def _given(answer: Answer) -> bool:
    return answer.state == State.ANSWERED and answer.value is not None


def _text(question: Asked, answer: Answer, language: str) -> str:
    if not _given(answer):
        state = name("answer_state", answer.state, language)
        return f"{state}: {answer.reason}" if answer.reason else state
    return value_text(question, answer.value, language)


def _with_unit(value: float, question: Asked, language: str) -> str:
    unit = question.unit if isinstance(question, NumberQuestion) else None
    shown = number(value, language)
    return f"{shown} {unit[language]}" if unit else shown


def _chosen(question: Asked, chosen: tuple[str, ...], language: str) -> str:
    """The texts of the chosen options; free text as it is."""
    options = getattr(question, "options", ())
    texts: dict[str, str] = {option.id: option.text[language] for option in options}
    return "; ".join(texts.get(id, id) for id in chosen)
