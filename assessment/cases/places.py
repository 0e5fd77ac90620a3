"""Where a case lies in Germany, as far as it has one place there."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from assessment.cases.model import Case
from assessment.errors import NotFound
from assessment.municipality import Body, Municipality, by_ags
from assessment.municipality.outline import Point, position
from assessment.municipality.register import municipality_rows, without_title


@dataclass(frozen=True)
class Place:
    """A municipality or county with its position on the map; `ags` is its key."""

    ags: str
    name: str
    state: str | None
    at: Point


def place_of_case(case: Case) -> Place | None:
    """The place of the body, or of its seat; None for bodies of no one place and other countries.

    The dot of a county lies in the middle of its municipalities.
    """
    if not case.in_germany:
        return None
    key = case.ags or _key_of(case.seat or case.municipality, case.state)
    return place_of(key) if key else None


# What is asked for may come from an address, so not everything is remembered.
@lru_cache(maxsize=2_048)
def place_of(ags: str) -> Place | None:
    """The place with this official key; None for an unknown one."""
    try:
        body = by_ags(ags)
    except NotFound:
        return None
    at = _midpoint(body)
    return Place(ags, body.name, body.state, at) if at else None


def _midpoint(body: Municipality) -> Point | None:
    if body.lat is not None and body.lon is not None:
        return position(body.lat, body.lon)
    key = body.ags or ""
    return _middle_of_counties().get(key if body.body == Body.COUNTY else key[:5])


@cache
def _middle_of_counties() -> dict[str, Point]:
    """The middle of the municipalities of each county, by the county's key."""
    points = defaultdict(list)
    for row in municipality_rows().values():
        if row["lat"]:
            points[row["ags"][:5]].append(position(float(row["lat"]), float(row["lon"])))
    return {
        county: (sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found))
        for county, found in points.items()
    }


@cache
def _key_of(name: str, state: str) -> str | None:
    """The key of the largest municipality of this name in a state."""
    begins = (row for row in municipality_rows().values() if row["name"].startswith(name))
    found = [
        row
        for row in begins
        if without_title(row["name"]) == name and by_ags(row["ags"]).state == state
    ]
    return max(found, key=lambda row: int(row["population"]))["ags"] if found else None
