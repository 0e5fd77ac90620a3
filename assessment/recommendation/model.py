"""The recommendation model as data: routes, required levels, factors, gates and archetypes."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Generic, Literal, TypeVar

from pydantic import Field

from assessment.questionnaire.conditions import Condition
from assessment.questionnaire.model import Part, Text

T = TypeVar("T")


class Route(StrEnum):
    """Umsetzungsweg; the order decides ties."""

    TURNKEY = "turnkey"
    SHARED_SERVICE = "shared_service"
    CO_DEVELOPMENT = "co_development"
    IN_HOUSE = "in_house"


class RouteText(Part):
    """What a route is called and what it means."""

    id: Route
    name: Text
    description: Text
    typical_partners: tuple[Text, ...]


class PerRoute(Part, Generic[T]):
    """One value for each route."""

    turnkey: T
    shared_service: T
    co_development: T
    in_house: T

    def __getitem__(self, route: str) -> T:
        value: T = getattr(self, route)
        return value


class Requirement(Part):
    """What a route needs of a topic: points 0-100 (0 = not needed) and its weight there."""

    required: float = Field(ge=0, le=100)
    weight: float = Field(ge=0)
    reason: Text
    source: str


class Factor(Part):
    """What speaks for a route beside readiness (Einflussgröße), in five levels, utilities 0-1."""

    id: str
    of: Literal["application", "body"]
    weight: float = Field(ge=0)
    name: Text
    question: Text
    levels: tuple[Text, ...] = Field(min_length=5, max_length=5)
    utility: PerRoute[tuple[float, ...]]
    shape: PerRoute[Literal["rising", "falling", "peaked", "flat"]]
    reason: Text
    source: str


class Raise(Part):
    """Where `if` holds, the higher of both minimums counts."""

    if_: Condition = Field(alias="if")
    minimum: PerRoute[int]


class GateCondition(Part):
    """A question or factor with a minimum (below: stopped) and a target (null: none) per route."""

    question: str | None = None
    factor: str | None = None
    minimum: PerRoute[int]
    raises: tuple[Raise, ...] = ()
    target: PerRoute[int | None]
    not_applicable: Literal["pass", "fail"] = "fail"


class Gate(Part):
    """A condition that must be in place (Mindestvoraussetzung), with its reason and source."""

    id: str
    stage: Literal["any_ai", "building", "feasible"]
    name: Text
    requirement: Text
    applies_if: Condition | None = None
    conditions: tuple[GateCondition, ...] = Field(min_length=1)
    reason: Text
    basis: Literal["law", "good_practice", "logic"]
    law: Text
    as_of: str
    sources: tuple[str, ...] = ()
    levels_source: str


class AiAct(Part):
    """How an application is probably classed under the AI Act, with the date of that knowledge."""

    class_: str = Field(alias="class")
    hint: Text
    as_of: str
    sources: tuple[str, ...] = ()


class CostHint(Part):
    """An amount as its source states it: unverified, not comparable."""

    case: str
    kind: Literal["running", "project", "grant", "own_share", "offer"]
    text: Text
    source: str
    as_of: str | None = None
    case_status: str


class Archetype(Part):
    """A kind of application (Anwendungstyp) with default factors and what matters more or less."""

    id: str
    name: Text
    description: Text
    field: str
    technology: str
    bodies: tuple[str, ...]
    standard_set_for: tuple[str, ...] = ()
    default_factors: Mapping[str, int]
    traits: tuple[str, ...] = ()
    topic_multipliers: Mapping[str, float] = Field(default_factory=dict)
    multipliers_reason: Text
    multipliers_source: str
    ai_act: AiAct
    cases: tuple[str, ...] = ()
    cost_hints: tuple[CostHint, ...] = ()


class Share(Part):
    """The part λ that readiness has in suitability; the application's context has the rest."""

    value: float = Field(ge=0, le=1)
    reason: Text
    source: str


class Firmness(Part):
    """How the advice is tried out: how many draws, between which bounds, and what shares mean."""

    draws: int = Field(gt=0)
    utility_factor: tuple[float, float] = Field(description="Each utility is multiplied by this.")
    readiness_share: tuple[float, float] = Field(description="Between these lies λ in a draw.")
    weight_concentration: float = Field(
        gt=0, description="Of the Dirichlet distribution around the factors' weights."
    )
    default_share: float = Field(
        ge=0, le=1, description="Of an archetype's default where a factor is not given."
    )
    firm: float = Field(ge=0, le=1, description="Share of draws from which advice is firm.")
    likely: float = Field(ge=0, le=1, description="Share of draws from which advice is likely.")
    reason: Text
    source: str


class Benefit(Part):
    """What a body may expect of an application, in five levels; it never enters suitability."""

    question: Text
    names: tuple[Text, ...] = Field(min_length=5, max_length=5)
    levels: tuple[Text, ...] = Field(min_length=5, max_length=5)
    high: int = Field(ge=0, le=4, description="From this level on a benefit is a high one.")


class Portfolio(Part):
    """How the portfolio of the planned applications is divided; no advice follows from it."""

    benefit: Benefit
    small_gap: float = Field(ge=0, le=100, description="Up to this a readiness gap is a small one.")
    reason: Text
    source: str


class RecommendationModel(Part):
    """Everything numeric behind the advice: own calibration unless it says otherwise."""

    as_of: str
    note: Text
    lambda_: Share = Field(alias="lambda")
    nearly_equal: float = Field(ge=0, description="Margin in points below which both are possible.")
    firmness: Firmness
    routes: tuple[RouteText, ...]
    requirements: PerRoute[Mapping[str, Requirement]]
    factors: tuple[Factor, ...]
    gates: tuple[Gate, ...]
    traits: Mapping[str, Text]
    ai_act_classes: Mapping[str, Text]
    cost_note: Text
    portfolio: Portfolio
    archetypes: tuple[Archetype, ...] = ()

    @cached_property
    def archetype_by_id(self) -> dict[str, Archetype]:
        return {archetype.id: archetype for archetype in self.archetypes}

    @cached_property
    def factor_by_id(self) -> dict[str, Factor]:
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def gate_by_id(self) -> dict[str, Gate]:
        return {gate.id: gate for gate in self.gates}

    @cached_property
    def route_by_id(self) -> dict[str, RouteText]:
        return {route.id: route for route in self.routes}
