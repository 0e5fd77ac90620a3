"""Which cases come first for an asker, and in which traits each is alike or different."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.cases.similarity import Asker, likeness, similarity
from assessment.cases.weights import Diversity, Matching

__all__ = ["Asker", "Match", "closest_cases", "ranked_cases"]


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
    """The cases closest to the asker, closest first, ties by id, each project once.

    A diverse list holds at most a few customers of one vendor, mixes fields and places, and shows
    an ended or failed case where one is comparable. The asker's own cases are left out.
    """
    ranked = ranked_cases(cases, asker, matching)
    return _diversified(ranked, limit, matching) if diverse else ranked[:limit]


def ranked_cases(cases: Iterable[Case], asker: Asker, matching: Matching) -> tuple[Match, ...]:
    """All cases but the asker's own, closest first, ties by id.

    Of several records of one project the closest stands for it.
    """
    matches = [_match(case, asker, matching) for case in cases if not asker.is_home_of(case)]
    of_project: dict[str, Match] = {}
    for match in sorted(matches, key=_closest_first):
        of_project.setdefault(match.case.project, match)
    return tuple(of_project.values())


def _match(case: Case, asker: Asker, matching: Matching) -> Match:
    traits = likeness(asker, case, matching.population)
    enough = {"population": matching.population.alike_from}  # the others are alike or not
    shared: list[str] = []
    differing: list[str] = []
    for trait, value in traits.items():
        if value is not None:
            (shared if value >= enough.get(trait, 1) else differing).append(trait)
    return Match(case, similarity(traits, matching), tuple(shared), tuple(differing))


def _diversified(ranked: Sequence[Match], limit: int, matching: Matching) -> tuple[Match, ...]:
    """At most so many customers per vendor, chosen by maximal marginal relevance.

    Carbonell, J. and Goldstein, J. (1998): The use of MMR, diversity-based reranking for reordering
    documents and producing summaries. SIGIR 98, 335-336. Each next case is the one with the highest
    relevance · similarity - (1 - relevance) · its highest likeness to a case chosen already. The
    last place is kept for an ended or failed case as long as none has been chosen.
    """
    left = [_Candidate(match, matching.diversity) for match in ranked]
    chosen: list[_Candidate] = []
    customers: Counter[str] = Counter()
    while left and len(chosen) < limit:
        eligible = left
        if len(chosen) == limit - 1 and limit >= matching.setbacks.in_lists_of:
            eligible = _missing_setbacks(chosen, left, matching.comparable.at_least) or left
        best = _best(eligible, chosen)
        chosen.append(best)
        customers.update(best.vendors)
        full = {v for v, n in customers.items() if n >= matching.diversity.at_most_per_vendor}
        left = [other for other in left if other is not best and full.isdisjoint(other.vendors)]
    return tuple(sorted((candidate.match for candidate in chosen), key=_closest_first))


def _missing_setbacks(
    chosen: Sequence["_Candidate"], left: Sequence["_Candidate"], at_least: float
) -> list["_Candidate"]:
    """The comparable ended or failed cases; none if one has been chosen already."""
    if any(candidate.match.case.ended_or_failed for candidate in chosen):
        return []
    return [
        candidate
        for candidate in left
        if candidate.similarity >= at_least and candidate.match.case.ended_or_failed
    ]


def _best(eligible: Sequence["_Candidate"], chosen: Sequence["_Candidate"]) -> "_Candidate":
    """The first one of those that add most; they come closest first."""
    best = eligible[0]
    value = best.marginal(chosen)
    for candidate in eligible[1:]:
        if candidate.relevance <= value:
            break  # repetition only takes away from relevance, and the others have less of it
        if (its := candidate.marginal(chosen)) > value:
            best, value = candidate, its
    return best


class _Candidate:
    """A match that may still be chosen, and how far it repeats what has been chosen."""

    def __init__(self, match: Match, diversity: Diversity) -> None:
        self.match = match
        self.vendors = match.case.partner_names
        self.similarity = match.similarity or 0
        self.relevance = diversity.relevance * self.similarity
        self._diversity = diversity
        self._compared = 0
        self._repeats = 0.0

    def marginal(self, chosen: Sequence["_Candidate"]) -> float:
        """What it adds to those chosen, which only grow between two calls."""
        for other in chosen[self._compared :]:
            self._repeats = max(self._repeats, self._likeness_to(other))
        self._compared = len(chosen)
        return self.relevance - (1 - self._diversity.relevance) * self._repeats

    def _likeness_to(self, other: "_Candidate") -> float:
        mine, its = self.match.case, other.match.case
        return (
            self._diversity.vendor * (not self.vendors.isdisjoint(other.vendors))
            + self._diversity.field * (mine.field == its.field)
            + self._diversity.place * (mine.municipality == its.municipality)
        )


def _closest_first(match: Match) -> tuple[bool, float, str]:
    return (match.similarity is None, -(match.similarity or 0), match.case.id)
