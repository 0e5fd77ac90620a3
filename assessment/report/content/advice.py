"""The advice in words: for each application the four routes, what they lack, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.model import Model
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Archetype, Route
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    OverallRecommendation,
    RouteState,
)
from assessment.report.content.evidence import (
    CaseLine,
    CostGroup,
    EvidenceView,
    case_lines,
    costs_of,
    evidence_of,
)
from assessment.report.content.exits import ExitCheckView, exit_check_of
from assessment.report.content.figures import points, source_day
from assessment.report.content.firmness import (
    FirmnessView,
    StandingView,
    firmness_of,
    standing_of,
)
from assessment.report.content.gates import GateView, gates_of, subject_of
from assessment.report.content.grounds import (
    FactorView,
    ReasonView,
    explained_route,
    factors_of,
    reasons_of,
)
from assessment.result import ApplicationResult, Result
from assessment.wording import name

Advice = ApplicationRecommendation | OverallRecommendation


@dataclass(frozen=True)
class RouteView:
    """One route beside the others; `state` is the code for its look, `state_name` the word.

    `exact` is the suitability as it was worked out, None where there is none.
    """

    id: Route
    name: str
    description: str
    suitability: str
    exact: float | None
    state: RouteState
    state_name: str
    advised: bool
    stopping: int
    conditions: int


@dataclass(frozen=True)
class ApplicationView:
    """Everything the report says about one application; `advised` None means prepare or clarify."""

    id: str
    title: str
    kind: str
    description: str
    priority: int
    advised: RouteView | None
    also_possible: RouteView | None
    margin: str
    firmness: FirmnessView
    routes: tuple[RouteView, ...]
    gates: tuple[GateView, ...]
    conditions: tuple[GateView, ...]
    explained: str
    speaks_for: tuple[ReasonView, ...]
    speaks_against: tuple[ReasonView, ...]
    clarify_first: tuple[str, ...]
    factors: tuple[FactorView, ...]
    ai_act_hint: str
    ai_act_as_of: str
    costs: tuple[CostGroup, ...]
    evidence: EvidenceView
    reuse: tuple[CaseLine, ...]
    exit_check: ExitCheckView

    @property
    def in_question(self) -> tuple[RouteView, ...]:
        """The two routes to choose between: the advised one and the next in suitability.

        Where every route is stopped, the two that suit best.
        """
        others = sorted(
            (route for route in self.routes if not route.advised),
            key=lambda route: -(route.exact or 0),
        )
        first = (self.advised,) if self.advised else ()
        return (*first, *others)[:2]

    @property
    def condition_count(self) -> int:
        """How many conditions the advised route has; a gate may ask for several answers."""
        return len({gate.gate for gate in self.conditions})


@dataclass(frozen=True)
class OverallView:
    """The stance over all applications, or over the standard set when none is planned."""

    advised: RouteView | None
    firmness: StandingView | None
    routes: tuple[RouteView, ...]
    standard_set: bool


def overall_of(result: Result, model: Model, language: str) -> OverallView:
    """The overall advice of a result in the language."""
    overall = result.overall
    routes = _routes(overall, model, language)
    standing = result.standing
    return OverallView(
        advised=_advised(routes),
        firmness=standing_of(standing, overall.route, model, language) if standing else None,
        routes=routes,
        standard_set=overall.standard_set,
    )


def applications_of(result: Result, model: Model, language: str) -> tuple[ApplicationView, ...]:
    """The advice for each planned application, the most important first."""
    ordered = sorted(result.applications, key=lambda item: -item.recommendation.priority)
    planned = {application.id: application for application in result.assessment.applications}
    views = [
        _application(item, planned[item.recommendation.id], model, language) for item in ordered
    ]
    return tuple(_with_the_same_cases(ordered, views))


def title_of(advice: ApplicationRecommendation, model: Model, language: str) -> str:
    """What the body calls the application, else the name of its kind."""
    archetype = model.recommendation.archetype_by_id.get(advice.archetype or "")
    if advice.title:
        return advice.title
    return archetype.name[language] if archetype else advice.id


def _with_the_same_cases(
    items: Sequence[ApplicationResult], views: Sequence[ApplicationView]
) -> Iterator[ApplicationView]:
    """Each with the others of its field and technology, for which the same cases count."""
    asked_for = [(item.field, item.technology) for item in items]
    for view, mine in zip(views, asked_for, strict=True):
        same = (
            other.title
            for other, its in zip(views, asked_for, strict=True)
            if its == mine and other is not view
        )
        yield replace(view, evidence=replace(view.evidence, same_for=tuple(same)))


def _application(
    item: ApplicationResult, planned: PlannedApplication, model: Model, language: str
) -> ApplicationView:
    advice = item.recommendation
    archetype = model.recommendation.archetype_by_id.get(advice.archetype or "")
    title = title_of(advice, model, language)
    routes = _routes(advice, model, language)
    gates = gates_of(advice.gates, model, language)
    for_it, against = reasons_of(advice, model, language)
    return ApplicationView(
        id=advice.id,
        title=title,
        kind=_kind(item, archetype, language),
        description=archetype.description[language] if archetype else "",
        priority=advice.priority,
        advised=_advised(routes),
        also_possible=_also_possible(advice, routes, model),
        margin=points(advice.margin, language),
        firmness=firmness_of(item, model, language),
        routes=routes,
        gates=gates,
        conditions=tuple(gate for gate in gates if advice.route in gate.lacks),
        explained=model.recommendation.route_by_id[explained_route(advice)].name[language],
        speaks_for=for_it,
        speaks_against=against,
        clarify_first=tuple(subject_of(id, model, language) for id in advice.clarify_first),
        factors=factors_of(advice, model, language),
        costs=costs_of(archetype, model, language),
        evidence=evidence_of(item.evidence, model, language),
        reuse=case_lines(item.reuse, language),
        exit_check=exit_check_of(item.exit_check, model, language),
        **_ai_act(planned, model, language),
    )


def _kind(item: ApplicationResult, archetype: Archetype | None, language: str) -> str:
    words = [name("field", item.field, language), name("technology", item.technology, language)]
    if archetype and item.recommendation.title:
        words.insert(0, archetype.name[language])
    return " · ".join(words)


def _ai_act(application: PlannedApplication, model: Model, language: str) -> dict[str, str]:
    """What the AI Act probably makes of the application, and as of when."""
    recommendation = model.recommendation
    archetype = recommendation.archetype_by_id.get(application.archetype or "")
    if archetype:
        hint, as_of = archetype.ai_act.hint, archetype.ai_act.as_of
    elif own_class := recommendation.ai_act_classes.get(application.ai_act or ""):
        hint, as_of = own_class, recommendation.as_of
    else:
        return {"ai_act_hint": "", "ai_act_as_of": ""}
    return {"ai_act_hint": hint[language], "ai_act_as_of": source_day(as_of, language) or ""}


def _routes(advice: Advice, model: Model, language: str) -> tuple[RouteView, ...]:
    return tuple(_route(route, advice, model, language) for route in Route)


def _route(route: Route, advice: Advice, model: Model, language: str) -> RouteView:
    words = model.recommendation.route_by_id[route]
    unmet = advice.gates.get(route, ()) if isinstance(advice, ApplicationRecommendation) else ()
    # A gate may ask for several answers; it counts once.
    stopping = {gate.gate for gate in unmet if gate.stops}
    return RouteView(
        id=route,
        name=words.name[language],
        description=words.description[language],
        suitability=points(advice.suitability[route], language),
        exact=advice.suitability[route],
        state=advice.state[route],
        state_name=name("route_state", advice.state[route], language),
        advised=route == advice.route,
        stopping=len(stopping),
        conditions=len({gate.gate for gate in unmet} - stopping),
    )


def _advised(routes: Iterable[RouteView]) -> RouteView | None:
    return next((route for route in routes if route.advised), None)


def _also_possible(
    advice: ApplicationRecommendation, routes: Iterable[RouteView], model: Model
) -> RouteView | None:
    """The runner-up where its distance is too small to tell the two apart."""
    if advice.margin is None or advice.margin >= model.recommendation.nearly_equal:
        return None
    others = [r for r in routes if not r.advised and r.state != RouteState.STOPPED]
    return max(others, key=lambda route: advice.suitability[route.id] or 0, default=None)
