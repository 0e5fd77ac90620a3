"""Where the cases that were found lie in Germany."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.cases.matching import Match
from assessment.cases.places import Place, place_of, place_of_case
from assessment.municipality import Municipality


@dataclass(frozen=True)
class Spot:
    """A place with the number of cases found there."""

    place: Place
    cases: int


@dataclass(frozen=True)
class CaseMap:
    """Places with cases, the most first; `home` is the place of whoever asks.

    `elsewhere` counts the cases abroad, `nowhere` those of bodies of no one place.
    """

    spots: tuple[Spot, ...]
    elsewhere: int
    nowhere: int
    home: Place | None

    @property
    def cases(self) -> int:
        """How many cases have a dot."""
        return sum(spot.cases for spot in self.spots)


def map_of(found: Iterable[Match], home: Municipality | None) -> CaseMap:
    """The map of the cases found."""
    cases = [match.case for match in found]
    by_place: dict[str, list[Place]] = defaultdict(list)
    for case in cases:
        if place := place_of_case(case):
            by_place[place.ags].append(place)
    spots = (Spot(places[0], len(places)) for places in by_place.values())
    abroad = sum(not case.in_germany for case in cases)
    return CaseMap(
        spots=tuple(sorted(spots, key=lambda spot: (-spot.cases, spot.place.name))),
        elsewhere=abroad,
        nowhere=len(cases) - abroad - sum(map(len, by_place.values())),
        home=place_of(home.ags) if home and home.ags else None,
    )
