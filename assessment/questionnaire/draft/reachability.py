"""Can every question be reached? Show-if rules are tried with every answer that could matter."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise, product
from math import prod
from typing import Any

from assessment.questionnaire.answers import UNANSWERED, Answer, State, Value
from assessment.questionnaire.conditions import All, Condition, Not, QuestionIs, Statement
from assessment.questionnaire.conditions import Any as AnyOf
from assessment.questionnaire.documents import Place, closest
from assessment.questionnaire.draft.parts import Placed
from assessment.questionnaire.model import LevelsQuestion, NumberQuestion, SeveralQuestion
from assessment.questionnaire.path import answers_along

# Beyond this a rule is taken to be reachable: it leans on too many questions to try everything.
_MOST_TRIES = 50_000


def note_rule_faults(questions: Sequence[Placed[Any]], known: Iterable[str]) -> None:
    """Note every fault of the show-if rules; `questions` are placed and in the order asked."""
    known = set(known)
    earlier: dict[str, Placed[Any]] = {}
    faulty: set[str] = set()
    for question in questions:
        part = question.part
        statements = list(_statements(part.show_if, ("show_if",)))
        before = len(question.faults.problems)
        for place, statement in statements:
            _note_statement(question, place, statement, earlier=earlier, known=known)
        leans_on_faulty = bool(_leans_on(statements) & faulty)
        if len(question.faults.problems) > before or leans_on_faulty or question.unsure:
            faulty.add(part.id)
        elif statements and not _can_be_shown(
            part, {id_: placed.part for id_, placed in earlier.items()}
        ):
            question.add("unreachable_question", "show_if", given=part.id)
            faulty.add(part.id)
        earlier[part.id] = question


def questions_of(condition: Condition | None) -> tuple[str, ...]:
    """The ids of the questions that a rule speaks of, each once, in its order."""
    named = [s.question for _, s in _statements(condition, ()) if isinstance(s, QuestionIs)]
    return tuple(dict.fromkeys(named))


def _statements(condition: Condition | None, place: Place) -> Iterator[tuple[Place, Statement]]:
    match condition:
        case None:
            return
        case All(all=parts):
            for index, part in enumerate(parts):
                yield from _statements(part, (*place, "all", index))
        case AnyOf(any=parts):
            for index, part in enumerate(parts):
                yield from _statements(part, (*place, "any", index))
        case Not(not_=part):
            yield from _statements(part, (*place, "not"))
        case _:
            yield place, condition


def _leans_on(statements: list[tuple[Place, Statement]]) -> set[str]:
    return {s.question for _, s in statements if isinstance(s, QuestionIs)}


def _note_statement(
    question: Placed[Any],
    place: Place,
    statement: Statement,
    *,
    earlier: dict[str, Placed[Any]],
    known: set[str],
) -> None:
    if not isinstance(statement, QuestionIs):
        question.add("statement_about_application", *place)
        return
    name = statement.question
    if name not in known:
        hint = closest(name, known)
        question.add("unknown_question", *place, "question", given=name, suggestion=hint)
    elif name not in earlier:
        question.add("later_question", *place, "question", given=name)
    elif _is_empty(statement):
        question.add("empty_statement", *place)
    elif not earlier[name].unsure & {"levels", "options", "points"}:
        _note_misfit(question, place, statement, earlier[name].part)


def _is_empty(statement: QuestionIs) -> bool:
    return not statement.model_dump(exclude={"question"}, exclude_none=True)


def _note_misfit(question: Placed[Any], place: Place, statement: QuestionIs, asked: Any) -> None:
    """Note what the statement claims that no answer to its question can ever be."""
    said = statement.model_dump(exclude={"question"}, exclude_none=True)
    for name, value in said.items():
        key = name.rstrip("_")
        if key == "state":
            states = [state.value for state in State]
            if value not in states:
                question.add("not_one_of", *place, key, given=value, allowed=", ".join(states))
        elif key not in _fitting_keys(asked):
            question.add("statement_does_not_fit", *place, key, given=asked.id, key=key)
        elif key in {"is", "includes"}:
            options = [option.id for option in asked.options]
            if options and value not in options:
                hint = closest(value, options)
                values = {"given": value, "suggestion": hint, "allowed": ", ".join(options)}
                question.add("unknown_option", *place, key, **values)
        elif isinstance(asked, LevelsQuestion) and not 0 <= value < len(asked.levels):
            values = {"given": value, "minimum": 0, "maximum": len(asked.levels) - 1}
            question.add("level_out_of_range", *place, key, **values)


def _fitting_keys(asked: Any) -> set[str]:
    match asked:
        case LevelsQuestion() | NumberQuestion():
            return {"at_least", "at_most"}
        case SeveralQuestion():
            return {"includes"}
    return {"is"}


def _can_be_shown(part: Any, earlier: dict[str, Any]) -> bool:
    """Whether some answers to the questions it leans on, directly or not, show the question."""
    basis = _basis(part, earlier)
    statements = [s for q in (*basis, part) for _, s in _statements(q.show_if, ())]
    choices = [_answers_that_matter(question, statements) for question in basis]
    if prod(len(answers) for answers in choices) > _MOST_TRIES:
        return True
    tries = (
        dict(zip((q.id for q in basis), answers, strict=True)) for answers in product(*choices)
    )
    return any(
        answers_along([*basis, part], answers)[part.id].state is not State.NOT_ASKED
        for answers in tries
    )


def _basis(part: Any, earlier: dict[str, Any]) -> list[Any]:
    wanted: set[str] = set()
    open_ = [part]
    while open_:
        leaning = _leans_on(list(_statements(open_.pop().show_if, ())))
        open_ += [earlier[name] for name in leaning - wanted]
        wanted |= leaning
    return [question for name, question in earlier.items() if name in wanted]


def _answers_that_matter(question: Any, statements: list[Statement]) -> list[Answer]:
    answers = [Answer(State.ANSWERED, value) for value in _values(question, statements)]
    answers += [Answer(State.UNKNOWN), UNANSWERED]
    return [*answers, Answer(State.NOT_APPLICABLE)] if question.not_applicable else answers


def _values(question: Any, statements: list[Statement]) -> list[Value]:
    match question:
        case LevelsQuestion():
            return list(range(len(question.levels)))
        case NumberQuestion():
            return _numbers(question, statements)
        case SeveralQuestion():
            ids = [option.id for option in question.options]
            sizes = range(len(ids) + 1) if len(ids) <= 8 else (0, 1, 2, len(ids))
            return list(chain.from_iterable(combinations(ids, size) for size in sizes))
    return [option.id for option in question.options] or [
        s.is_ for s in statements if isinstance(s, QuestionIs) and s.is_ is not None
    ]


def _numbers(question: NumberQuestion, statements: list[Statement]) -> list[Value]:
    """Every limit that a rule sets, and a number on either side of it, as far as allowed."""
    limits = {
        limit
        for s in statements
        if isinstance(s, QuestionIs) and s.question == question.id
        for limit in (s.at_least, s.at_most)
        if limit is not None
    } or {question.points[0].at}
    low = question.minimum if question.minimum is not None else min(limits) - 1
    high = question.maximum if question.maximum is not None else max(limits) + 1
    edges = sorted({low, *limits, high})
    between = {(left + right) / 2 for left, right in pairwise(edges)}
    return [number for number in sorted(between | set(edges)) if low <= number <= high]
