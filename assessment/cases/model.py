"""A real, sourced use of AI by a public body (Fallbeispiel); None where the source is silent."""

from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from assessment.municipality import STATES, Body
from assessment.questionnaire.model import Part, Text

BodyOfCase = Literal[
    "city",
    "town_or_municipality",
    "county",
    "municipal_utility",
    "inter_municipal",
    "it_provider",
    "state_or_federal",
]
FieldOfCase = Literal[
    "mobility",
    "citizen_services",
    "internal_administration",
    "utilities_waste",
    "environment_climate",
    "urban_development",
    "public_safety",
    "social_health",
    "education_culture",
    "economy_tourism",
    "other",
]
TechnologyOfCase = Literal[
    "chatbot_rule_or_nlp",
    "llm_assistant",
    "document_processing",
    "computer_vision",
    "forecasting",
    "optimisation_control",
    "speech",
    "geodata_analysis",
    "other",
]

BODIES: tuple[str, ...] = get_args(BodyOfCase)
FIELDS: tuple[str, ...] = get_args(FieldOfCase)
TECHNOLOGIES: tuple[str, ...] = get_args(TechnologyOfCase)

# The catalogue keeps the finer words of its sources; the rest of the tool knows one word for each.
BODY_OF: dict[str, Body] = {
    "city": Body.MUNICIPALITY,
    "town_or_municipality": Body.MUNICIPALITY,
    "municipal_utility": Body.UTILITY,
    "county": Body.COUNTY,
    "inter_municipal": Body.INTER_MUNICIPAL,
    "it_provider": Body.IT_PROVIDER,
    "state_or_federal": Body.STATE_OR_FEDERAL,
}
NOT_IN_GERMANY = ("AT", "CH")


def _is_a_state(code: str) -> str:
    if code not in STATES:
        raise ValueError("unknown state")
    return code


class Case(Part):
    """One case as its source tells it. `status` is as of `source_date`, often older than today.

    Where two records tell of one project, one of them names the other in `same_as`.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    same_as: str | None = None
    municipality: str = Field(min_length=1)
    body: BodyOfCase
    seat: str | None = None
    state: Annotated[str, AfterValidator(_is_a_state)]
    ags: str | None = Field(default=None, pattern=r"^\d{5}(\d{3})?$")
    population: int | None = Field(default=None, gt=0, description="As the source states it.")
    register_population: int | None = Field(default=None, gt=0)
    title: Text
    summary: Text
    field: FieldOfCase
    technology: TechnologyOfCase
    archetypes: tuple[str, ...] = Field(
        default=(), description="Kinds of application it serves, where others may share it."
    )
    approach: Literal["turnkey", "shared_service", "co_development", "in_house", "unknown"]
    approach_evidence: Text | None = None
    partners: tuple[str, ...] = ()
    funding: Literal["own_budget", "grant", "mixed", "unknown"]
    funding_programme: str | None = None
    status: Literal["planned", "pilot", "rollout", "regular_operation", "ended", "unknown"]
    start_year: int | None = Field(default=None, ge=1990, le=2040)
    outcome_kind: Literal["measured", "reported", "expected", "context", "none"] = Field(
        description="What the outcomes are: context is money or the size of a group, not an effect."
    )
    outcomes: Text | None = None
    challenges: Text | None = None
    setback: Text | None = Field(
        default=None, description="Why it was given up or failed, though not recorded as ended."
    )
    reusable: Text | None = Field(
        default=None, description="What others may take over, strictly as the source says it."
    )
    source_title: str | None = None
    source_publisher: str | None = None
    source_date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    source_url: str = Field(pattern=r"^https?://")
    in_wik_study: bool
    confidence: Literal["high", "medium", "low"]

    @property
    def project(self) -> str:
        """The id that all records of one project have in common; totals and lists go by it."""
        return self.same_as or self.id

    @property
    def ended_or_failed(self) -> bool:
        """Whether it no longer runs or did not work; a research project that ran out counts too."""
        return self.status == "ended" or self.setback is not None

    @cached_property
    def partner_names(self) -> frozenset[str]:
        """The partners with upper and lower case folded, to tell customers of one firm."""
        return frozenset(partner.casefold() for partner in self.partners)

    @property
    def kind(self) -> Body:
        """The kind of organisation in the tool's own words: a city is a municipality."""
        return BODY_OF[self.body]

    @property
    def inhabitants(self) -> int | None:
        """Population by the register, else by the source; bodies of several places have none."""
        if self.body == "inter_municipal":
            return None
        return self.register_population or self.population

    @property
    def in_germany(self) -> bool:
        """Austrian and Swiss cases are shown but stay out of German totals."""
        return self.state not in NOT_IN_GERMANY
