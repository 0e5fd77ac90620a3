"""How close a case is to the asker: a Gower mean over the traits known on both sides.

Gower, J. C. (1971): A general coefficient of similarity and some of its properties. Biometrics 27,
857-871. Each trait gives a likeness from 0 to 1, and the weighted mean leaves out traits that one
side does not know. Not knowing must be no advantage, so the mean is lowered for what the asker
states and the case lacks:

    similarity = Σ w·likeness / Σ w · (1 - lowered_by · W_unknown / W_stated)

with both sums over the known traits, W_stated the weight of all traits that the asker states and
W_unknown the part of it that the case leaves open.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.cases.weights import Matching, PopulationScale
from assessment.municipality import Body, Municipality
from assessment.recommendation.model import Route

Likeness = Mapping[str, float | None]
"""0 to 1 for each trait that the asker states; None where the case is silent."""


@dataclass(frozen=True)
class Asker:
    """Who looks for cases, and for what; None or empty where nothing is stated.

    `routes` are those within reach. A body does not compare itself with itself: the cases of the
    place with this `ags` are left out of what it is shown as comparable.
    """

    population: int | None = None
    body: Body | None = None
    state: str | None = None
    field: str | None = None
    technology: str | None = None
    routes: frozenset[Route] = frozenset()
    ags: str | None = None

    @classmethod
    def of(
        cls,
        municipality: Municipality,
        *,
        field: str | None = None,
        technology: str | None = None,
        routes: frozenset[Route] = frozenset(),
    ) -> "Asker":
        """The asker that a municipality is, perhaps with an application in mind."""
        return cls(
            population=municipality.population,
            body=municipality.body,
            state=municipality.state,
            field=field,
            technology=technology,
            routes=routes,
            ags=municipality.ags,
        )

    def is_home_of(self, case: Case) -> bool:
        """Whether the case is the asker's own, or one of a utility in the same place."""
        return self.ags is not None and case.ags == self.ags


def likeness(asker: Asker, case: Case, scale: PopulationScale) -> Likeness:
    """How alike asker and case are in each trait that the asker states."""
    found: dict[str, float | None] = {}
    if asker.population:
        found["population"] = population_likeness(asker.population, case.inhabitants, scale)
    if asker.body:
        found["body"] = float(asker.body == case.kind)
    if asker.state:
        found["state"] = float(asker.state == case.state)
    if asker.field:
        found["field"] = float(asker.field == case.field)
    if asker.technology:
        found["technology"] = float(asker.technology == case.technology)
    if asker.routes:
        known = case.approach != "unknown"
        found["route"] = float(case.approach in asker.routes) if known else None
    return found


def population_likeness(one: int, other: int | None, scale: PopulationScale) -> float | None:
    """1 for equal populations, falling with the logarithm of their ratio to 0 over the range."""
    if other is None:
        return None
    low, high = sorted(min(max(size, scale.smallest), scale.largest) for size in (one, other))
    return 1 - math.log(high / low) / scale.span


def similarity(traits: Likeness, matching: Matching) -> float | None:
    """The mean of the known traits, lowered for the unknown ones; None if none is known."""
    weight_of = matching.weight_of
    stated = known = alike = 0.0
    for trait, value in traits.items():
        stated += weight_of[trait]
        if value is not None:
            known += weight_of[trait]
            alike += weight_of[trait] * value
    if known == 0:
        return None
    return alike / known * (1 - matching.unknown.lowered_by * (stated - known) / stated)
