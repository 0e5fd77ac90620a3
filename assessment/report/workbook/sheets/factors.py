"""The sheets of the factors: levels of body and applications, and the utilities behind them."""

from collections.abc import Mapping

from assessment.questionnaire.answers import State
from assessment.recommendation.applications import MIDDLE, Application
from assessment.recommendation.model import Factor, Route
from assessment.report.workbook.book import Book, Cell, Column, Formula, Table, quoted
from assessment.report.workbook.subject import Subject
from assessment.wording import name

BODY = "(body)"


class FactorSheet:
    """A row for each factor of the body, then for each factor of each application."""

    def __init__(self, book: Book, subject: Subject) -> None:
        self._result = subject.result
        self._model = model = subject.model
        self._language = subject.language
        self._unknown = name("answer_state", State.UNKNOWN, subject.language)
        self._ = _ = subject.translate
        applications = subject.applications
        factors = model.recommendation.factors
        self._of_body = [factor for factor in factors if factor.of == "body"]
        self.table = Table(
            book,
            _("Factors"),
            title=_("Factors"),
            note=_("Yellow cells may be changed; what is left empty takes the level of the body."),
            columns=self._columns(),
            keys=[
                *((BODY, factor.id) for factor in self._of_body),
                *((one.id, factor.id) for one in applications for factor in factors),
            ],
        )
        self._utilities = self._utility_table(book)
        for factor in self._of_body:
            self._body_row(factor)
        for application in applications:
            for factor in factors:
                self._row(application, factor)

    def level(self, application: str, factor: str) -> str:
        """Where the level stands that counts for an application."""
        return self.table.cell((application, factor), "level")

    def context(self, application: str, route: Route) -> str:
        """The context fit C of an application as a formula."""
        of_application = f"{self.table.all('application_id')},{quoted(application)}"
        parts = self.table.all(f"part_{route.value}")
        return (
            f"SUMIFS({parts},{of_application})/SUMIFS({self.table.all('weight')},{of_application})"
        )

    def _columns(self) -> list[Column]:
        _ = self._
        routes = [(route.value, name("route", route, self._language)) for route in Route]
        utilities = [
            Column(f"utility_{code}", _("Utility: %(route)s") % {"route": word}, "number")
            for code, word in routes
        ]
        parts = [
            Column(
                f"part_{code}",
                _("Weight × utility: %(route)s") % {"route": word},
                "number",
                helper=True,
            )
            for code, word in routes
        ]
        return [
            Column("application", _("Application"), width=34),
            Column("factor", _("Factor"), width=30),
            Column("given", _("Level given"), "input", 14),
            Column("default", _("Assumed otherwise"), "whole"),
            Column("level", _("Level that counts"), "whole"),
            Column("means", _("In words"), width=44),
            Column("weight", _("Weight"), "number", 9),
            *utilities,
            Column("application_id", _("Application ID"), "code", helper=True),
            *parts,
        ]

    def _utility_table(self, book: Book) -> Table:
        _ = self._
        levels = range(len(self._model.recommendation.factors[0].levels))
        factors = self._model.recommendation.factors
        table = Table(
            book,
            _("Utilities"),
            title=_("Utilities of the levels"),
            note=_("What each level of a factor speaks for, from 0 to 1: own calibration."),
            columns=[
                Column("factor", _("Factor"), width=30),
                Column("level", _("Level"), "whole", 8),
                Column("means", _("In words"), width=60),
                *(
                    Column(route.value, name("route", route, self._language), "number", 16)
                    for route in Route
                ),
            ],
            keys=[(factor.id, level) for factor in factors for level in levels],
        )
        for factor in factors:
            for level in levels:
                key = (factor.id, level)
                table.put(key, "factor", factor.name[self._language])
                table.put(key, "level", level)
                table.put(key, "means", factor.levels[level][self._language])
                for route in Route:
                    table.put(key, route.value, factor.utility[route][level])
        return table

    def _body_row(self, factor: Factor) -> None:
        stated = self._result.assessment.factors
        key = (BODY, factor.id)
        self.table.put(key, "application", self._("(for every application)"))
        self.table.put(key, "factor", factor.name[self._language])
        self._offer(key, self._entered(stated, factor.id))

    def _row(self, application: Application, factor: Factor) -> None:
        key = (application.id, factor.id)
        used = application.factors[factor.id]
        planned = {one.id: one.factors for one in self._result.assessment.applications}
        default = self._default(application, factor)
        own, other = self.table.cell(key, "given"), self.table.cell(key, "default")
        level = self.table.cell(key, "level")
        cells: dict[str, Cell] = {
            "application": application.title or application.id,
            "factor": factor.name[self._language],
            "default": default,
            "level": Formula(self._counting(factor, own, other), used.level),
            "means": Formula(
                f"INDEX({self._levels(factor, 'means')},{level}+1,1)",
                factor.levels[used.level][self._language],
            ),
            "weight": factor.weight,
            "application_id": application.id,
        }
        for route in Route:
            utility = factor.utility[route][used.level]
            looked_up = f"INDEX({self._levels(factor, route.value)},{level}+1,1)"
            cells[f"utility_{route.value}"] = Formula(looked_up, utility)
            product = (self.table.cell(key, part) for part in ("weight", f"utility_{route.value}"))
            cells[f"part_{route.value}"] = Formula("*".join(product), factor.weight * utility)
        self.table.put_row(key, cells)
        self._offer(key, self._entered(planned.get(application.id, {}), factor.id))

    def _default(self, application: Application, factor: Factor) -> int:
        archetype = self._model.recommendation.archetype_by_id.get(application.archetype or "")
        return archetype.default_factors.get(factor.id, MIDDLE) if archetype else MIDDLE

    def _counting(self, factor: Factor, own: str, default: str) -> str:
        """What was given for the application, else for the body, else what is assumed."""
        inherited = default
        if factor.of == "body":
            of_body = self.table.cell((BODY, factor.id), "given")
            inherited = f"IF(ISNUMBER({of_body}),{of_body},{default})"
        return f'IF({own}="",{inherited},IF(ISNUMBER({own}),{own},{default}))'

    def _levels(self, factor: Factor, column: str) -> str:
        """The five cells of a factor in a column of the utilities."""
        last = len(factor.levels) - 1
        first_cell = self._utilities.cell((factor.id, 0), column)
        last_cell = self._utilities.cell((factor.id, last), column)
        return f"{first_cell}:{last_cell.rpartition('!')[2]}"

    def _entered(self, stated: Mapping[str, int | None], factor: str) -> Cell:
        if factor not in stated:
            return None
        level = stated[factor]
        return self._unknown if level is None else level

    def _offer(self, key: tuple[str, str], value: Cell) -> None:
        self.table.put(key, "given", value)
        allowed = ["0", "1", "2", "3", "4", self._unknown]
        self.table.choices(key, "given", allowed, self._("Please choose from the list."))
