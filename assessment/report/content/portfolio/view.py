"""The portfolio in words: every application with benefit, gap and route, and the drawing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from assessment.model import Model
from assessment.presentation import points as rounded
from assessment.recommendation.model import Portfolio, Route
from assessment.recommendation.outcome import RouteState
from assessment.recommendation.portfolio import Position, Quadrant, portfolio
from assessment.recommendation.robustness.model import Firmness
from assessment.report.charts.chart import Chart
from assessment.report.content.advice import title_of
from assessment.report.content.figures import DASH, number, points
from assessment.report.planned.portfolio_chart import Labels, Mark, Size, portfolio_svg
from assessment.result import ApplicationResult, Result
from assessment.wording import name, translator


@dataclass(frozen=True)
class PlannedView:
    """One application of the portfolio; `number` is its mark, `route` the one that counts.

    `state` and `firmness` are codes for the look of the words beside them; `conditions` counts the
    gates that the route does not meet.
    """

    id: str
    number: int
    title: str
    benefit: str
    benefit_level: int | None
    gap: str
    gap_points: float | None
    route: str
    route_id: Route | None
    stopped: bool
    state: RouteState | None
    state_name: str
    firmness: Firmness
    firmness_name: str
    conditions: int
    quadrant: Quadrant | None
    quadrant_name: str


@dataclass(frozen=True)
class QuadrantView:
    """A part of the portfolio with the applications in it."""

    id: Quadrant
    name: str
    meaning: str
    applications: tuple[PlannedView, ...]


@dataclass(frozen=True)
class PortfolioView:
    """The placed applications by quadrant, and those that cannot be placed yet.

    `without_benefit` lack somebody's statement, `without_gap` lack answers.
    """

    applications: tuple[PlannedView, ...]
    quadrants: tuple[QuadrantView, ...]
    without_benefit: tuple[PlannedView, ...]
    without_gap: tuple[PlannedView, ...]
    wide: Chart
    narrow: Chart
    small_gap: str
    high_benefit: str
    reason: str

    @property
    def by_id(self) -> dict[str, PlannedView]:
        """Each application by its id."""
        return {one.id: one for one in self.applications}

    @property
    def placed(self) -> tuple[PlannedView, ...]:
        """Those that have a mark."""
        return tuple(one for one in self.applications if one.quadrant)


def portfolio_of(result: Result, model: Model, language: str) -> PortfolioView:
    """What the portfolio of a result says, in the language; numbered by priority."""
    division = model.recommendation.portfolio
    advice = {item.recommendation.id: item for item in result.applications}
    ordered = sorted(result.assessment.applications, key=lambda one: -one.priority)
    positions = portfolio(ordered, [item.recommendation for item in advice.values()], division)
    views = tuple(
        _view(position, place, advice[position.id], model, language=language)
        for place, position in enumerate(positions, start=1)
    )
    quadrants = tuple(_quadrant(one, views, language) for one in Quadrant)
    marks = [
        _mark(position, view.number, view.firmness)
        for position, view in zip(positions, views, strict=True)
    ]
    draw = partial(
        _chart,
        marks=[mark for mark in marks if mark],
        quadrants=quadrants,
        views=views,
        division=division,
        language=language,
    )
    return PortfolioView(
        applications=views,
        quadrants=quadrants,
        without_benefit=tuple(one for one in views if one.benefit_level is None),
        without_gap=tuple(one for one in views if one.gap == DASH),
        wide=draw("wide"),
        narrow=draw("narrow"),
        small_gap=number(division.small_gap, language),
        high_benefit=division.benefit.names[division.benefit.high][language],
        reason=division.reason[language],
    )


def _view(
    position: Position, number: int, item: ApplicationResult, model: Model, *, language: str
) -> PlannedView:
    advice, benefit = item.recommendation, model.recommendation.portfolio.benefit
    route, state, firmness = position.route, position.state, item.robustness.firmness
    unmet = advice.gates[route] if route else ()
    return PlannedView(
        id=position.id,
        number=number,
        title=title_of(advice, model, language),
        benefit=DASH if position.benefit is None else benefit.names[position.benefit][language],
        benefit_level=position.benefit,
        gap=points(position.gap, language),
        gap_points=rounded(position.gap),
        route=model.recommendation.route_by_id[route].name[language] if route else DASH,
        route_id=route,
        stopped=position.stopped,
        state=state,
        state_name=name("route_state", state, language) if state else "",
        firmness=firmness,
        firmness_name=name("firmness", firmness, language),
        conditions=len({gate.gate for gate in unmet}),
        quadrant=position.quadrant,
        quadrant_name=name("quadrant", position.quadrant, language) if position.quadrant else "",
    )


def _mark(position: Position, number: int, firmness: Firmness) -> Mark | None:
    if position.benefit is None or position.gap is None or position.route is None:
        return None
    return Mark(
        number=number,
        benefit=position.benefit,
        gap=position.gap,
        route=position.route.value,
        firmness=firmness.value,
        stopped=position.stopped,
    )


def _quadrant(quadrant: Quadrant, views: Sequence[PlannedView], language: str) -> QuadrantView:
    _ = translator(language).gettext
    meanings = {
        Quadrant.QUICK_WIN: _("High benefit, little missing: begin with these."),
        Quadrant.PREPARE: _(
            "High benefit, but something is missing: prepare it with the roadmap first."
        ),
        Quadrant.IN_PASSING: _("Little missing, moderate benefit: do it when it costs little."),
        Quadrant.LATER: _(
            "Much to do for a moderate benefit: put it off, or look for more benefit."
        ),
    }
    return QuadrantView(
        id=quadrant,
        name=name("quadrant", quadrant, language),
        meaning=meanings[quadrant],
        applications=tuple(
            sorted(
                (one for one in views if one.quadrant is quadrant),
                key=lambda one: -(one.benefit_level or 0),
            )
        ),
    )


def _chart(
    size: Size,
    *,
    marks: Sequence[Mark],
    quadrants: Sequence[QuadrantView],
    views: Sequence[PlannedView],
    division: Portfolio,
    language: str,
) -> Chart:
    _ = translator(language).gettext
    benefit = {"wide": _("Expected benefit"), "narrow": _("Benefit")}[size]
    gap = _("Readiness gap in % of what the route asks")
    names = tuple(one[language] for one in division.benefit.names)
    first, second, third, fourth = (one.name for one in quadrants)
    labels = Labels(names, (first, second, third, fourth), gap, benefit)
    head = (_("Application"), _("Expected benefit"), _("Readiness gap"), _("Route"))
    return Chart(
        draw=partial(
            portfolio_svg,
            marks,
            labels,
            small=division.small_gap,
            high=division.benefit.high,
            size=size,
        ),
        alternative=_told(quadrants, language),
        head=head,
        rows=tuple((one.title, one.benefit, one.gap, one.route) for one in views if one.quadrant),
    )


def _told(quadrants: Sequence[QuadrantView], language: str) -> str:
    """What the drawing shows: which applications lie in which quadrant."""
    _ = translator(language).gettext
    parts = [
        _("%(quadrant)s: %(list)s.")
        % {"quadrant": one.name, "list": "; ".join(item.title for item in one.applications)}
        for one in quadrants
        if one.applications
    ]
    return " ".join([_("Portfolio by expected benefit and readiness gap."), *parts])
