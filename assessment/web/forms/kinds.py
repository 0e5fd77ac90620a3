"""One row per kind of question: what can be ticked, and how it becomes a value and comes back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.questionnaire.answers import Answer, State, Value
from assessment.questionnaire.model import Question

NONE_OF_THESE = "none"


@dataclass(frozen=True)
class Kind:
    """How a kind of question is filled in.

    `codes` are the ticks it offers beside the states, `value` makes the value of what came in
    (None: nothing given; ValueError: cannot be read), `written` says whether it has a text line.
    """

    codes: Callable[[Any], tuple[str, ...]]
    value: Callable[[Any, Sequence[str], str], Value | None]
    several: bool = False
    written: Callable[[Any], bool] = lambda _question: False


def _levels(question: Any) -> tuple[str, ...]:
    return tuple(str(level) for level in range(len(question.levels)))


def _options(question: Any) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


def _level(_question: Any, codes: Sequence[str], _text: str) -> Value | None:
    return int(codes[0]) if codes else None


def _option(_question: Any, codes: Sequence[str], _text: str) -> Value | None:
    return codes[0] if codes else None


def _several(question: Any, codes: Sequence[str], _text: str) -> Value | None:
    if NONE_OF_THESE in codes:
        if len(codes) > 1:
            raise ValueError(codes)
        return ()
    return tuple(option for option in _options(question) if option in codes) or None


def _number(question: Any, _codes: Sequence[str], text: str) -> Value | None:
    if not text.strip():
        return None
    number = float(text.strip().replace(",", "."))
    lowest = float("-inf") if question.minimum is None else question.minimum
    highest = float("inf") if question.maximum is None else question.maximum
    # Written so that "nan" is refused too.
    if not (lowest <= number <= highest and abs(number) < float("inf")):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def _context(question: Any, codes: Sequence[str], text: str) -> Value | None:
    return (codes[0] if codes else None) if question.options else text.strip() or None


KINDS: dict[str, Kind] = {
    "levels": Kind(_levels, _level),
    "choice": Kind(_options, _option),
    "several": Kind(lambda q: (*_options(q), NONE_OF_THESE), _several, several=True),
    "number": Kind(lambda _q: (), _number, written=lambda _q: True),
    "context": Kind(_options, _context, written=lambda q: not q.options),
}


def states(question: Question) -> tuple[str, ...]:
    """The states that may be chosen instead of a value."""
    return (State.UNKNOWN, *([State.NOT_APPLICABLE] if question.not_applicable else []))


def chosen_codes(question: Question, answer: Answer) -> tuple[str, ...]:
    """What is ticked for an answer."""
    if answer.state in (State.UNKNOWN, State.NOT_APPLICABLE):
        return (answer.state.value,)
    if answer.value is None or KINDS[question.kind].written(question):
        return ()
    if isinstance(answer.value, tuple):
        return answer.value or (NONE_OF_THESE,)
    return (str(answer.value),)


def written_text(question: Question, answer: Answer) -> str:
    """What stands in the text line for an answer."""
    if answer.value is None or not KINDS[question.kind].written(question):
        return ""
    return str(answer.value)


def offered(codes: Iterable[str]) -> Any:
    """Codes as the choices of a WTForms field, which only checks and never shows them.

    WTForms 3.3 wants bare values where there is no label; its type stubs still ask for pairs.
    """
    return [str(code) for code in codes]
