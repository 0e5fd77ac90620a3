"""The sheets of the advice: suitability, state and route of each application, and over all."""

from collections.abc import Sequence

from assessment.recommendation.applications import Application
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import (
    DECIMALS_THAT_COUNT,
    ApplicationRecommendation,
    Outcome,
    OverallRecommendation,
    RouteState,
)
from assessment.report.content.firmness.words import outcome_name
from assessment.report.workbook.book import (
    Book,
    Cell,
    Column,
    Formula,
    Kind,
    Table,
    quoted,
)
from assessment.report.workbook.sheets.factors import FactorSheet
from assessment.report.workbook.sheets.gates import GateSheet
from assessment.report.workbook.sheets.needs import NeedSheet
from assessment.report.workbook.subject import Subject
from assessment.wording import name

SHARE = "lambda"
OVERALL = "overall"


class AdviceSheets:
    """A row for each application, and one over all of them."""

    def __init__(
        self,
        book: Book,
        subject: Subject,
        needs: NeedSheet,
        factors: FactorSheet,
        *,
        gates: GateSheet,
    ) -> None:
        self._book = book
        self._subject = subject
        self._needs = needs
        self._factors = factors
        self._gates = gates
        self._language = subject.language
        self._ = _ = subject.translate
        self._share = Table(
            book,
            _("Parameters"),
            title=_("Parameters"),
            note=_("The part that readiness has in suitability; the context has the rest."),
            columns=[
                Column("name", _("Parameter"), width=40),
                Column("value", _("Value"), "number"),
            ],
            keys=[SHARE],
        )
        self._share.put(SHARE, "name", _("Share of readiness (λ)"))
        self._share.put(SHARE, "value", subject.model.recommendation.lambda_.value)

    def write(self, advice: Sequence[ApplicationRecommendation]) -> None:
        """Write both sheets; the advice is that for the subject's applications."""
        table = self._table(self._subject.applications)
        for place, one in enumerate(advice):
            self._row(table, place, one)
        self._overall(table, self._subject.result.overall)

    def _table(self, applications: tuple[Application, ...]) -> Table:
        _ = self._
        return Table(
            self._book,
            _("Applications"),
            title=_("Recommendation per application"),
            note=_("The route with the highest suitability among those that are not stopped."),
            columns=[
                Column("title", _("Application"), width=36),
                Column("route", _("Recommended route"), width=24),
                Column("margin", _("Lead in points"), "points"),
                Column("priority", _("Priority"), "input", 9),
                *self._per_route("suitability", _("Suitability: %(route)s"), "points"),
                *self._per_route("state", _("State: %(route)s"), "text"),
                *self._per_route("readiness", _("Readiness fit: %(route)s"), "share"),
                *self._per_route("context", _("Context fit: %(route)s"), "share"),
                *self._per_route("choice", _("To choose from: %(route)s"), "points", helper=True),
                *self._per_route("weight", _("Weight: %(route)s"), "number", helper=True),
                *self._per_route("part", _("Weight × points: %(route)s"), "number", helper=True),
            ],
            keys=(application.id for application in applications),
        )

    def _per_route(
        self, part: str, title: str, kind: Kind, *, helper: bool = False
    ) -> list[Column]:
        return [
            Column(
                f"{part}_{route.value}",
                title % {"route": name("route", route, self._language)},
                kind,
                14,
                helper,
            )
            for route in Route
        ]

    def _row(self, table: Table, place: int, advice: ApplicationRecommendation) -> None:
        application = self._subject.applications[place]
        cells: dict[str, Cell] = {"title": application.title, "priority": application.priority}
        for route in Route:
            cells |= self._of_route(table, place, advice, route)
        choice = table.row(application.id, f"choice_{Route.TURNKEY}", f"choice_{Route.IN_HOUSE}")
        cells["route"] = self._chosen(choice, advice.route)
        cells["margin"] = Formula(
            f'IF(COUNT({choice})<2,"",LARGE({choice},1)-LARGE({choice},2))', advice.margin
        )
        table.put_row(application.id, cells)

    def _of_route(
        self, table: Table, place: int, advice: ApplicationRecommendation, route: Route
    ) -> dict[str, Cell]:
        suited, state, ready, context, weight = (
            table.cell(advice.id, f"{part}_{route.value}")
            for part in ("suitability", "state", "readiness", "context", "weight")
        )
        priority, share = table.cell(advice.id, "priority"), self._share.cell(SHARE, "value")
        points, known = advice.suitability[route], advice.state[route]
        counts = 0 if points is None else max(0, advice.priority)
        mixed = f'IF({ready}="","",100*({share}*{ready}+(1-{share})*{context}))'
        cells = {
            "readiness": Formula(self._needs.readiness(place, route), advice.readiness_fit[route]),
            "context": Formula(self._factors.context(advice.id, route), advice.context_fit[route]),
            "suitability": Formula(mixed, points),
            "state": Formula(self._gates.state(advice.id, route), self._gates.word[known]),
            "choice": self._choice((suited, state), points, known),
            "weight": Formula(f'IF({suited}="",0,MAX(0,{priority}))', counts),
            "part": Formula(f"IF({weight}=0,0,{weight}*{suited})", counts * (points or 0)),
        }
        return {f"{part}_{route.value}": cell for part, cell in cells.items()}

    def _choice(self, cells: tuple[str, str], points: float | None, known: RouteState) -> Formula:
        """The points of a route that may be chosen; equal ones stay equal despite last bits."""
        suitability, state = cells
        stopped = quoted(self._gates.word[RouteState.STOPPED])
        out = points is None or known is RouteState.STOPPED
        return Formula(
            f'IF(OR({state}={stopped},{suitability}=""),"",'
            f"ROUND({suitability},{DECIMALS_THAT_COUNT}))",
            None if out or points is None else round(points, DECIMALS_THAT_COUNT),
        )

    def _chosen(self, choice: str, route: Outcome) -> Formula:
        names = ",".join(quoted(outcome_name(one, self._language)) for one in Route)
        nothing = quoted(outcome_name(None, self._language))
        return Formula(
            f"IF(COUNT({choice})=0,{nothing},CHOOSE(MATCH(MAX({choice}),{choice},0),{names}))",
            outcome_name(route, self._language),
        )

    def _overall(self, applications: Table, overall: OverallRecommendation) -> None:
        _ = self._
        table = Table(
            self._book,
            _("Overall"),
            title=_("Stance over all applications"),
            note=_("Formed over what bodies of this kind usually begin with: none is planned.")
            if overall.standard_set
            else _("Means over the applications, weighted by priority."),
            columns=[
                Column("route", _("Recommended route"), width=24),
                *self._per_route("suitability", _("Suitability: %(route)s"), "points"),
                *self._per_route("state", _("State: %(route)s"), "text"),
                *self._per_route("choice", _("To choose from: %(route)s"), "points", helper=True),
            ],
            keys=[OVERALL],
        )
        for route in Route:
            points, state = overall.suitability[route], overall.state[route]
            weights, parts = (
                applications.all(f"{part}_{route.value}") for part in ("weight", "part")
            )
            cells = (
                table.cell(OVERALL, f"suitability_{route.value}"),
                table.cell(OVERALL, f"state_{route.value}"),
            )
            mean = f'IF(SUM({weights})=0,"",SUM({parts})/SUM({weights}))'
            table.put(OVERALL, f"suitability_{route.value}", Formula(mean, points))
            table.put(
                OVERALL,
                f"state_{route.value}",
                Formula(
                    self._common_state(
                        applications.all(f"state_{route.value}"), len(applications.keys)
                    ),
                    self._gates.word[state],
                ),
            )
            table.put(OVERALL, f"choice_{route.value}", self._choice(cells, points, state))
        choice = table.row(OVERALL, f"choice_{Route.TURNKEY}", f"choice_{Route.IN_HOUSE}")
        table.put(OVERALL, "route", self._chosen(choice, overall.route))

    def _common_state(self, states: str, applications: int) -> str:
        """Open where at least half are open, else conditional where at least half may be taken."""
        stopped, conditional, opened = (
            quoted(self._gates.word[state])
            for state in (RouteState.STOPPED, RouteState.CONDITIONAL, RouteState.OPEN)
        )
        if not applications:
            return stopped
        return (
            f"IF(COUNTIF({states},{opened})*2>={applications},{opened},"
            f"IF(({applications}-COUNTIF({states},{stopped}))*2>={applications},"
            f"{conditional},{stopped}))"
        )
