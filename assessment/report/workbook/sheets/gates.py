"""The sheet of gates: every condition of every application, and what follows for each route."""

from assessment.questionnaire.conditions import (
    AiActClass,
    Condition,
    FactorIs,
    HasTrait,
    Statement,
    holds,
)
from assessment.recommendation.applications import Application
from assessment.recommendation.gates import counted_level, thresholds
from assessment.recommendation.model import Gate, GateCondition, Route
from assessment.recommendation.outcome import RouteState
from assessment.report.workbook.book import Book, Cell, Column, Formula, Table, number, quoted
from assessment.report.workbook.conditions import formula_of
from assessment.report.workbook.sheets.answers import AnswerSheet
from assessment.report.workbook.sheets.factors import FactorSheet
from assessment.report.workbook.subject import Subject
from assessment.wording import name

# What does not apply is enough where the gate says so.
_ENOUGH = 99

Key = tuple[str, str, int]


class GateSheet:
    """A row for each condition; below the minimum it stops, below the target it is a condition."""

    def __init__(
        self, book: Book, subject: Subject, answers: AnswerSheet, factors: FactorSheet
    ) -> None:
        self._answers = answers
        self._factors = factors
        self._result = subject.result
        self._model = model = subject.model
        self._language = language = subject.language
        self._ = _ = subject.translate
        applications = subject.applications
        self.word = {state: name("route_state", state, language) for state in RouteState}
        gates = model.recommendation.gates
        self.table = Table(
            book,
            _("Gates"),
            title=_("Minimum requirements"),
            note=_("Unknown counts as level 0; below the minimum the route is stopped."),
            columns=self._columns(),
            keys=[
                (one.id, gate.id, place)
                for one in applications
                for gate in gates
                for place in range(len(gate.conditions))
            ],
        )
        for application in applications:
            for gate in gates:
                for place, condition in enumerate(gate.conditions):
                    self._row((application.id, gate.id, place), application, gate, condition)

    def state(self, application: str, route: Route) -> str:
        """The state of a route for an application as a formula."""
        states = self.table.all(f"state_{route.value}")
        of_application = f"{self.table.all('application_id')},{quoted(application)}"
        stopped, conditional, opened = (
            quoted(self.word[state])
            for state in (RouteState.STOPPED, RouteState.CONDITIONAL, RouteState.OPEN)
        )
        how_many = f"COUNTIFS({of_application},{states},"
        return (
            f"IF({how_many}{stopped})>0,{stopped},"
            f"IF({how_many}{conditional})>0,{conditional},{opened}))"
        )

    def _columns(self) -> list[Column]:
        _ = self._
        columns = [
            Column("application", _("Application"), width=34),
            Column("gate", _("Gate"), width=34),
            Column("asked", _("Question or factor"), width=48),
            Column("applies", _("Applies"), width=10),
            Column("level", _("Level that counts"), "whole"),
        ]
        parts: tuple[tuple[str, str], ...] = (
            ("minimum", _("Minimum: %(route)s")),
            ("target", _("Target: %(route)s")),
            ("state", _("State: %(route)s")),
        )
        for part, title in parts:
            columns += [
                Column(
                    f"{part}_{route.value}",
                    title % {"route": name("route", route, self._language)},
                    "text" if part == "state" else "whole",
                )
                for route in Route
            ]
        return [*columns, Column("application_id", _("Application ID"), "code", helper=True)]

    def _row(
        self, key: Key, application: Application, gate: Gate, condition: GateCondition
    ) -> None:
        applies = holds(gate.applies_if, application.is_true)
        level = self._level(application, condition)
        cells: dict[str, Cell] = {
            "application": application.title or application.id,
            "gate": gate.name[self._language],
            "asked": self._asked(condition),
            "applies": Formula(self._told(gate.applies_if, application), applies),
            "level": level,
            "application_id": application.id,
        }
        known = int(level.value or 0)
        for route in Route:
            cells |= self._of_route(
                key, application, condition, route, applies=applies, level=known
            )
        self.table.put_row(key, cells)

    def _asked(self, condition: GateCondition) -> str:
        if condition.factor:
            factor = self._model.recommendation.factor_by_id[condition.factor]
            return factor.name[self._language]
        question = self._model.questionnaire.by_id[condition.question or ""]
        text: str = question.text[self._language]
        return text

    def _level(self, application: Application, condition: GateCondition) -> Formula:
        if condition.factor:
            level = application.factors[condition.factor].level
            return Formula(self._factors.level(application.id, condition.factor), level)
        question = condition.question or ""
        spared = _ENOUGH if condition.not_applicable == "pass" else 0
        text = self._answers.counted_level(question, where_not_applicable=spared)
        return Formula(text, counted_level(condition, self._result.answers[question]))

    def _of_route(
        self,
        key: Key,
        application: Application,
        condition: GateCondition,
        route: Route,
        *,
        applies: bool,
        level: int,
    ) -> dict[str, Cell]:
        minimum, target = thresholds(condition, route, application)
        stated = condition.target[route]
        cell = {
            part: self.table.cell(
                key, part if part in ("applies", "level") else f"{part}_{route.value}"
            )
            for part in ("applies", "level", "minimum", "target")
        }
        raised = "".join(
            f",IF({self._told(more.if_, application)},{more.minimum[route]},0)"
            for more in condition.raises
        )
        lowest = f"MAX({condition.minimum[route]}{raised})" if raised else None
        word = {state: quoted(text) for state, text in self.word.items()}
        met = f'OR({cell["target"]}="",{cell["level"]}>={cell["target"]})'
        state = (
            f"IF(NOT({cell['applies']}),{word[RouteState.OPEN]},"
            f"IF({cell['level']}<{cell['minimum']},{word[RouteState.STOPPED]},"
            f"IF({met},{word[RouteState.OPEN]},{word[RouteState.CONDITIONAL]})))"
        )
        return {
            f"minimum_{route.value}": Formula(lowest, minimum) if lowest else minimum,
            f"target_{route.value}": None
            if stated is None
            else Formula(f"MAX({stated},{cell['minimum']})", target),
            f"state_{route.value}": Formula(
                state, self.word[_state(level, minimum, target) if applies else RouteState.OPEN]
            ),
        }

    def _told(self, condition: Condition | None, application: Application) -> str:
        """A rule about the application as a formula: factors may change, traits and class not."""

        def tell(statement: Statement) -> str:
            match statement:
                case FactorIs(factor=factor, at_least=level):
                    return f"{self._factors.level(application.id, factor)}>={number(level)}"
                case HasTrait() | AiActClass():
                    return "TRUE" if application.is_true(statement) else "FALSE"
            raise TypeError(f"gates are not asked about {statement}")

        return formula_of(condition, tell)


def _state(level: int, minimum: int, target: int | None) -> RouteState:
    if level < minimum:
        return RouteState.STOPPED
    return RouteState.CONDITIONAL if level < (target or 0) else RouteState.OPEN
