"""Which cases come first for an asker, and in which traits each is alike or different."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.cases.similarity import Asker, likeness, similarity
from assessment.cases.weights import Diversity, Matching

__all__ = ["Asker", "Match", "closest_cases"]


@dataclass(frozen=True)
class Match:
    """A case with its closeness to the asker; None if they have no known trait in common.

    `shared` and `differing` are traits (population, body, state, field, technology, route); what
    one side does not know is in neither.
    """

    case: Case
    similarity: float | None
    shared: tuple[str, ...]
    differing: tuple[str, ...]


def closest_cases(
    cases: Iterable[Case],
    asker: Asker,
    *,
    limit: int,
    diverse: bool,
    matching: Matching,
) -> tuple[Match, ...]:
    """The cases closest to the asker, closest first, ties by id.

    A diverse list holds at most a few customers of one vendor and mixes fields and places.
    """
    ranked = sorted((_match(case, asker, matching) for case in cases), key=_closest_first)
    chosen = _diversified(ranked, limit, matching.diversity) if diverse else ranked[:limit]
    return tuple(chosen)


def _match(case: Case, asker: Asker, matching: Matching) -> Match:
    traits = likeness(asker, case, matching.population)
    enough = {"population": matching.population.alike_from}  # the others are alike or not
    shared: list[str] = []
    differing: list[str] = []
    for trait, value in traits.items():
        if value is not None:
            (shared if value >= enough.get(trait, 1) else differing).append(trait)
    return Match(case, similarity(traits, matching), tuple(shared), tuple(differing))


def _diversified(ranked: Sequence[Match], limit: int, diversity: Diversity) -> list[Match]:
    """At most so many customers per vendor, chosen by maximal marginal relevance.

    Carbonell, J. and Goldstein, J. (1998): The use of MMR, diversity-based reranking for reordering
    documents and producing summaries. SIGIR 98, 335-336. Each next case is the one with the highest
    relevance · similarity - (1 - relevance) · its highest likeness to a case chosen already.
    """
    left = [_Candidate(match) for match in ranked]
    chosen: list[_Candidate] = []
    customers: Counter[str] = Counter()
    while left and len(chosen) < limit:
        best = max(left, key=lambda candidate: candidate.marginal(diversity.relevance))
        chosen.append(best)
        customers.update(best.vendors)
        full = {vendor for vendor, n in customers.items() if n >= diversity.at_most_per_vendor}
        left = [other for other in left if other is not best and full.isdisjoint(other.vendors)]
        for other in left:
            other.repeats = max(other.repeats, other.likeness_to(best, diversity))
    return sorted((candidate.match for candidate in chosen), key=_closest_first)


class _Candidate:
    """A match that may still be chosen, and how far it repeats what has been chosen."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.vendors = frozenset(partner.casefold() for partner in match.case.partners)
        self.repeats = 0.0

    def marginal(self, relevance: float) -> float:
        return relevance * (self.match.similarity or 0) - (1 - relevance) * self.repeats

    def likeness_to(self, other: "_Candidate", diversity: Diversity) -> float:
        same_vendor = not self.vendors.isdisjoint(other.vendors)
        same_field = self.match.case.field == other.match.case.field
        same_place = self.match.case.municipality == other.match.case.municipality
        return (
            diversity.vendor * same_vendor
            + diversity.field * same_field
            + diversity.place * same_place
        )


def _closest_first(match: Match) -> tuple[bool, float, str]:
    return (match.similarity is None, -(match.similarity or 0), match.case.id)
