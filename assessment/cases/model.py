"""A real, sourced use of AI by a public body (Fallbeispiel); None where the source is silent."""

from typing import Literal

from pydantic import Field

from assessment.questionnaire.model import Part, Text


class Case(Part):
    """One case as its source tells it. `status` is as of `source_date`, often older than today."""

    id: str
    municipality: str
    body: Literal[
        "city",
        "town_or_municipality",
        "county",
        "municipal_utility",
        "inter_municipal",
        "it_provider",
        "state_or_federal",
    ]
    seat: str | None = None
    state: str
    population: int | None = Field(default=None, description="As the source states it.")
    ags: str | None = None
    register_population: int | None = None
    title: Text
    summary: Text
    field: str
    technology: str
    approach: Literal["turnkey", "shared_service", "co_development", "in_house", "unknown"]
    approach_evidence: Text | None = None
    partners: tuple[str, ...] = ()
    funding: Literal["own_budget", "grant", "mixed", "unknown"]
    funding_programme: str | None = None
    status: Literal["planned", "pilot", "rollout", "regular_operation", "ended", "unknown"]
    start_year: int | None = None
    outcomes: Text | None = None
    outcome_kind: Literal["measured", "reported", "expected", "context", "none"]
    challenges: Text | None = None
    source_url: str
    source_title: str | None = None
    source_publisher: str | None = None
    source_date: str | None = None
    in_wik_study: bool
    confidence: Literal["high", "medium", "low"]
