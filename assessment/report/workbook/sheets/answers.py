"""The sheet of answers: what was said, and what it is worth as formulas."""

from itertools import pairwise
from typing import Any

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.conditions import QuestionIs, Statement
from assessment.questionnaire.model import (
    ChoiceQuestion,
    LevelsQuestion,
    NumberQuestion,
    SeveralQuestion,
)
from assessment.report.workbook.book import Book, Cell, Column, Formula, Table, number, quoted
from assessment.report.workbook.conditions import formula_of
from assessment.report.workbook.subject import Subject
from assessment.scoring.points import worth
from assessment.wording import name

MOST_LEVELS = 5


class AnswerSheet:
    """Every question with its answer; whoever changes one there changes the whole workbook."""

    def __init__(self, book: Book, subject: Subject) -> None:
        self._result = result = subject.result
        self._model = model = subject.model
        self._language = language = subject.language
        self._ = subject.translate
        self._word = {state: name("answer_state", state, language) for state in State}
        self.table = Table(
            book,
            self._("Answers"),
            title=self._("Answers"),
            note=self._("Yellow cells may be changed: all scores, gates and routes follow."),
            columns=self._columns(),
            keys=(question.id for question in model.questionnaire.questions),
        )
        for question in model.questionnaire.questions:
            self._row(question, result.answers[question.id])

    def is_said(self, statement: Statement) -> str:
        """A statement about an answer as a formula."""
        if not isinstance(statement, QuestionIs):
            return "FALSE"
        state = self.table.cell(statement.question, "state")
        answer = self.table.cell(statement.question, "answer")
        parts = []
        if statement.state is not None:
            parts.append(f"{state}={quoted(self._word[State(statement.state)])}")
        about = self._about_value(statement, answer)
        if about:
            parts += [f"{state}={quoted(self._word[State.ANSWERED])}", *about]
        return f"AND({','.join(parts)})" if parts else f"{state}={self.answered}"

    @property
    def answered(self) -> str:
        """The word for "answered" inside a formula."""
        return quoted(self._word[State.ANSWERED])

    def counted_level(self, question: str, *, where_not_applicable: int) -> str:
        """The level that counts of an answer in a gate: 0 where it is open."""
        state, answer = self.table.cell(question, "state"), self.table.cell(question, "answer")
        spared = [quoted(self._word[one]) for one in (State.NOT_APPLICABLE, State.NOT_ASKED)]
        enough = ",".join(f"{state}={word}" for word in spared)
        known = f"AND({state}={self.answered},ISNUMBER({answer}))"
        return f"IF(OR({enough}),{where_not_applicable},IF({known},{answer},0))"

    def _columns(self) -> list[Column]:
        _ = self._
        levels = [
            Column(f"level_{level}", _("Level %(level)s") % {"level": level}, width=40, helper=True)
            for level in range(MOST_LEVELS)
        ]
        return [
            Column("id", _("Question ID"), "code", 28),
            Column("dimension", _("Dimension"), width=18),
            Column("topic", _("Topic"), width=24),
            Column("topic_id", _("Topic ID"), "code", helper=True),
            Column("text", _("Question"), width=48),
            Column("answer", _("Answer"), "input", 16),
            Column("means", _("In words"), width=48),
            Column("state", _("Status"), width=16),
            Column("weight", _("Weight"), "number", 9),
            Column("value", _("Value 0–1"), "number", 9),
            Column("answered", _("Weight answered"), "number", helper=True),
            Column("weighted", _("Weight × value"), "number", helper=True),
            Column("open", _("Weight open"), "number", helper=True),
            Column("comment", _("Comment"), width=40),
            Column("evidence", _("Evidence"), width=32),
            Column("respondent", _("Answered by"), width=20),
            Column("reason", _("Reason"), width=28),
            *levels,
        ]

    def _row(self, question: Any, answer: Answer) -> None:
        topic = self._model.questionnaire.topic_by_id[question.topic]
        dimension = next(one for one in self._model.questionnaire.dimensions if topic in one.topics)
        cells: dict[str, Cell] = {
            "id": question.id,
            "dimension": dimension.title[self._language],
            "topic": topic.title[self._language],
            "topic_id": topic.id,
            "text": question.text[self._language],
            "answer": self._entered(self._result.assessment.answers.get(question.id)),
            "comment": answer.comment,
            "evidence": answer.evidence,
            "respondent": answer.respondent,
            "reason": answer.reason,
        }
        cells |= self._worked_out(question, answer)
        for level, text in enumerate(self._levels(question)):
            cells[f"level_{level}"] = text
        self.table.put_row(question.id, cells)
        self.table.choices(
            question.id, "answer", self._allowed(question), self._("Please choose from the list.")
        )

    def _worked_out(self, question: Any, answer: Answer) -> dict[str, Cell]:
        """State, meaning and what the answer counts, as formulas."""
        state, value_cell, weight_cell = (
            self.table.cell(question.id, column) for column in ("state", "value", "weight")
        )
        known = answer.state is State.ANSWERED
        words: dict[str, Cell] = {
            "state": Formula(self._state(question), self._word[answer.state]),
            "means": self._meaning(question, answer),
        }
        if question.kind == "context":
            return words
        value = worth(question, answer.value) if known else None
        is_answered = f"{state}={self.answered}"
        open_states = (State.UNKNOWN, State.UNANSWERED)
        is_open = ",".join(f"{state}={quoted(self._word[one])}" for one in open_states)
        weight = question.weight
        return {
            **words,
            "weight": weight,
            "value": Formula(f'IF({is_answered},{self._worth(question)},"")', value),
            "answered": Formula(f"IF({is_answered},{weight_cell},0)", weight if known else 0),
            "weighted": Formula(
                f"IF({is_answered},{weight_cell}*{value_cell},0)", weight * (value or 0)
            ),
            "open": Formula(
                f"IF(OR({is_open}),{weight_cell},0)", weight * (answer.state in open_states)
            ),
        }

    def _state(self, question: Any) -> str:
        entered = self.table.cell(question.id, "answer")
        word = {state: quoted(text) for state, text in self._word.items()}
        said = (
            f'IF({entered}="",{word[State.UNANSWERED]},'
            f"IF({entered}={word[State.UNKNOWN]},{word[State.UNKNOWN]},"
            f"IF({entered}={word[State.NOT_APPLICABLE]},{word[State.NOT_APPLICABLE]},"
            f"{word[State.ANSWERED]})))"
        )
        if question.show_if is None:
            return said
        shown = formula_of(question.show_if, self.is_said)
        return f"IF({shown},{said},{word[State.NOT_ASKED]})"

    def _meaning(self, question: Any, answer: Answer) -> Cell:
        if not isinstance(question, LevelsQuestion):
            return None
        levels = self._levels(question)
        last = f"level_{len(levels) - 1}"
        state, entered = (self.table.cell(question.id, name) for name in ("state", "answer"))
        texts = self.table.row(question.id, "level_0", last)
        known = answer.state is State.ANSWERED
        return Formula(
            f'IF({state}={self.answered},INDEX({texts},1,{entered}+1),"")',
            levels[int(str(answer.value))] if known else None,
        )

    def _levels(self, question: Any) -> list[str]:
        if not isinstance(question, LevelsQuestion):
            return []
        return [text[self._language] for text in question.levels][:MOST_LEVELS]

    def _entered(self, answer: Answer | None) -> Cell:
        """What stands in the cell; an answer that a rule hides stays there and counts no more."""
        match answer:
            case None | Answer(state=State.UNANSWERED | State.NOT_ASKED):
                return None
            case Answer(state=State.ANSWERED, value=tuple() as chosen):
                return ", ".join(chosen) or self._("None of these")
            case Answer(state=State.ANSWERED, value=value):
                return value if isinstance(value, int | float | str) else None
        return self._word[answer.state]

    def _allowed(self, question: Any) -> list[str]:
        apart = [self._word[State.UNKNOWN]]
        if question.not_applicable:
            apart.append(self._word[State.NOT_APPLICABLE])
        match question:
            case LevelsQuestion(levels=levels):
                return [*map(str, range(len(levels))), *apart]
            case ChoiceQuestion(options=options):
                return [*(option.id for option in options), *apart]
        return []

    def _worth(self, question: Any) -> str:
        entered = self.table.cell(question.id, "answer")
        match question:
            case LevelsQuestion(levels=levels):
                return f"{entered}/{len(levels) - 1}"
            case ChoiceQuestion(options=options):
                terms = (f"({entered}={quoted(o.id)})*{number(o.value)}" for o in options)
                return "+".join(terms)
            case SeveralQuestion(options=options, cap=cap):
                terms = (f"{_includes(entered, o.id)}*{number(o.value)}" for o in options)
                return f"MIN({number(cap)},{'+'.join(terms)})/{number(cap)}"
            case NumberQuestion():
                return _piecewise(entered, question)
        raise TypeError(f"{question.id} is not scored")

    def _about_value(self, statement: QuestionIs, answer: str) -> list[str]:
        parts = []
        if statement.at_least is not None:
            parts.append(f"AND(ISNUMBER({answer}),{answer}>={number(statement.at_least)})")
        if statement.at_most is not None:
            parts.append(f"AND(ISNUMBER({answer}),{answer}<={number(statement.at_most)})")
        if statement.is_ is not None:
            parts.append(f"{answer}={quoted(statement.is_)}")
        if statement.includes is not None:
            parts.append(_includes(answer, statement.includes))
        return parts


def _includes(entered: str, option: str) -> str:
    """Whether an option stands in a list such as `a, b`."""
    return f'ISNUMBER(SEARCH({quoted(f", {option},")},", "&{entered}&","))'


def _piecewise(entered: str, question: NumberQuestion) -> str:
    """Linear between the corners and flat beyond the outer ones."""
    corners = sorted(question.points, key=lambda point: point.at)
    formula = number(corners[-1].value)
    for low, high in reversed(list(pairwise(corners))):
        slope = f"({number(high.value)}-{number(low.value)})/({number(high.at)}-{number(low.at)})"
        between = f"{number(low.value)}+({entered}-{number(low.at)})*{slope}"
        formula = f"IF({entered}<={number(high.at)},{between},{formula})"
    return f"IF({entered}<={number(corners[0].at)},{number(corners[0].value)},{formula})"
