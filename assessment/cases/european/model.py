"""A case as the Public Sector Tech Watch of the European Commission lists it: facts only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EuropeanStatus(StrEnum):
    """How far it is, in the collector's five values."""

    IMPLEMENTED = "implemented"
    PILOT = "pilot"
    IN_DEVELOPMENT = "in_development"
    PLANNED = "planned"
    NOT_IN_USE = "not_in_use"


@dataclass(frozen=True)
class EuropeanCase:
    """One row, in the collector's words and English names; None where it says nothing.

    `field` and `technologies` are ours, by `pstw_mapping.yaml`: None and empty where no rule fits.
    `updated` is the collector's date; the status is as of then.
    """

    id: str
    name: str
    country: str
    extent: str
    organisation: str | None
    cofog_1: str
    cofog_2: str | None
    status: EuropeanStatus
    start_year: int | None
    end_year: int | None
    process_type: str
    application_type: str
    interaction: str
    ai_subdomain: str | None
    ai_keywords: tuple[str, ...]
    company: str | None
    website: str | None
    updated: date
    field: str | None
    technologies: tuple[str, ...]
