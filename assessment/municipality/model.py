"""A body and what is known of it."""

from dataclasses import dataclass
from enum import StrEnum

STATES = {
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "BE": "Berlin",
    "BB": "Brandenburg",
    "HB": "Bremen",
    "HH": "Hamburg",
    "HE": "Hessen",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "SH": "Schleswig-Holstein",
    "TH": "Thüringen",
    "AT": "Österreich",
    "CH": "Schweiz",
}


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

    `ags` has 8 digits for a municipality, 5 for a county. `state` is the two-letter code (NW, BY
    ..., AT, CH). `size_class` is the code of the BBSR thresholds ("11" ... "50"), by population
    alone, and belongs to municipalities only. `district` is None for a city that is its own
    district, `association` for a municipality that administers itself. `postal_code` is that of
    the seat.
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
