"""The bodies that answer: municipalities, counties and others, and the official register of them."""

from dataclasses import dataclass
from enum import StrEnum


class Body(StrEnum):
    """Kind of organisation (Organisation)."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    UTILITY = "utility"
    INTER_MUNICIPAL = "inter_municipal"
    IT_PROVIDER = "it_provider"
    STATE_OR_FEDERAL = "state_or_federal"


@dataclass(frozen=True)
class Municipality:
    """A body with what the register, or its own statement, says about it; None where unknown.

    `ags` has 8 digits for a municipality, 5 for a county. `state` is the two-letter code (NW, BY ...,
    AT, CH). `size_class` is the code of the BBSR thresholds ("11" ... "50"), by population alone.
    """

    name: str
    body: Body
    state: str | None = None
    population: int | None = None
    ags: str | None = None
    kind: str | None = None
    district: str | None = None
    association: str | None = None
    postal_code: str | None = None
    size_class: str | None = None
    lat: float | None = None
    lon: float | None = None
