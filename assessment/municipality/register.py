"""The official register of municipalities and counties (GV-ISys), read when first asked."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from sys import intern

from assessment.errors import NotFound
from assessment.municipality.model import Body, Municipality

# The licence asks for these words wherever the register, or something derived from it, is shown.
ATTRIBUTION = (
    "Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis-Informationssystem (GV-ISys), "
    "Gebietsstand 30.11.2025; Datenlizenz Deutschland – Namensnennung – Version 2.0 "
    "(www.govdata.de/dl-de/by-2-0); Daten aufbereitet. "
    "Mittelpunktkoordinaten: Destatis, © GeoBasis-DE / BKG."
)

Row = dict[str, str]

_DATA = Path(__file__).parent.parent / "data"

_STATE_BY_KEY = {
    "01": "SH", "02": "HH", "03": "NI", "04": "HB", "05": "NW", "06": "HE", "07": "RP", "08": "BW",
    "09": "BY", "10": "SL", "11": "BE", "12": "BB", "13": "MV", "14": "SN", "15": "ST", "16": "TH",
}  # fmt: skip


class UnknownAgs(NotFound):
    """No body has this key; `suggestion` is the key probably meant, where one can be told."""

    def __init__(self, ags: str, suggestion: str | None = None) -> None:
        super().__init__(ags)
        self.ags = ags
        self.suggestion = suggestion


def by_ags(ags: str) -> Municipality:
    """The municipality (8 digits) or county (5 digits) with this official key.

    Raises UnknownAgs for any other key; for the 5-digit key of a city that is its own district it
    suggests the city's 8-digit key.
    """
    if row := municipality_rows().get(ags):
        return municipality_of(row)
    if row := county_rows().get(ags):
        return county_of(row)
    raise UnknownAgs(ags, _probably_meant(ags))


def size_class(population: int | None) -> str | None:
    """The code of the size class after the BBSR thresholds, by population alone."""
    if population is None:
        return None
    return next((code for code, minimum in _size_thresholds() if population >= minimum), None)


def state_key(state: str) -> str | None:
    """The two digits by which the register names a state; None outside Germany."""
    return next((key for key, one in _STATE_BY_KEY.items() if one == state), None)


def size_range(code: str) -> tuple[int, int | None]:
    """The inhabitants of a size class: from so many to fewer than so many, if it ends at all."""
    thresholds = _size_thresholds()
    at = [one for one, _ in thresholds].index(code)
    return thresholds[at][1], thresholds[at - 1][1] if at else None


def municipality_of(row: Row) -> Municipality:
    """The municipality in a row of the register, with its district, association and size class."""
    population = int(row["population"])
    county = county_rows().get(row["ags"][:5])
    return Municipality(
        name=without_title(row["name"]),
        body=Body.MUNICIPALITY,
        state=_STATE_BY_KEY[row["state_code"]],
        population=population,
        ags=row["ags"],
        kind=row["kind"],
        district=county_name(county) if county else None,
        association=_associations().get(row["ars"][:9]),
        postal_code=row["postal_code"],
        size_class=size_class(population),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
    )


def county_of(row: Row) -> Municipality:
    """The county in a row of the register."""
    return Municipality(
        name=county_name(row),
        body=Body.COUNTY,
        state=_STATE_BY_KEY[row["state_code"]],
        population=int(row["population"]),
        ags=row["ags"],
        kind=row["kind"],
    )


@cache
def municipality_rows() -> dict[str, Row]:
    """The rows of all municipalities by AGS."""
    return {row["ags"]: row for row in _read("municipalities.csv")}


@cache
def county_rows() -> dict[str, Row]:
    """The rows of all counties by 5-digit key; cities that are their own district are left out."""
    cities = ("kreisfreie Stadt", "Stadtkreis")
    return {row["ags"]: row for row in _read("districts.csv") if row["kind"] not in cities}


def county_name(row: Row) -> str:
    """The full name: "Kreis Paderborn", but "Rhein-Kreis Neuss" as it says so itself."""
    says_so_itself = re.search("kreis|region", row["name"], re.IGNORECASE)
    return row["name"] if says_so_itself else f"{row['kind']} {row['name']}"


def district_name(key: str) -> str:
    """What the district with these five digits is called; the key where nobody knows it.

    A city that is its own district is called by its name.
    """
    if row := county_rows().get(key):
        return county_name(row)
    city = municipality_rows().get(f"{key}000")
    return without_title(city["name"]) if city else key


def without_title(name: str) -> str:
    """The bare name, "Flensburg" for "Flensburg, Stadt": the kind tells the rest."""
    bare = name.split(",", 1)[0].strip()
    return re.sub(r"(?<! )/ ", "/", bare) if "/" in bare else bare


def _probably_meant(ags: str) -> str | None:
    """The key of the city behind a district, with its leading zero, or of the ARS given."""
    candidates = (f"{ags}000", f"0{ags}", f"{ags[:5]}{ags[9:]}" if len(ags) == 12 else "")
    known = municipality_rows().keys() | county_rows().keys()
    return next((key for key in candidates if key in known), None)


@cache
def _associations() -> dict[str, str]:
    """Name of the association (Amt, Samtgemeinde ...) by the first nine digits of the ARS."""
    return {row["ars9"]: _association_name(row) for row in _read("municipal_associations.csv")}


def _association_name(row: Row) -> str:
    name = without_title(row["name"]).removesuffix(" (VGem)")
    says_so_itself = name.startswith(("GVV ", "VVG ")) or row["kind"] in name
    return name if says_so_itself else f"{row['kind']} {name}"


@cache
def _size_thresholds() -> tuple[tuple[str, int], ...]:
    """Codes with their lower bounds, largest class first."""
    rows = [row for row in _read("size_classes.csv") if row["scheme"] == "bbsr"]
    return tuple((row["code"], int(row["min_population"])) for row in rows)


def _read(name: str) -> Iterator[Row]:
    # Names of states, districts and kinds repeat thousands of times; each is kept once.
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: intern(value) for key, value in row.items()}
