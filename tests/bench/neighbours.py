"""How well the closest cases tell a case's route: leave one out, against the most frequent route.

The whole project is left out, and with it everything from the same place, so that neither a second
record nor the own city's other projects give the answer away. Votes are weighted by similarity.
"""

from collections import Counter
from dataclasses import dataclass

from assessment.cases.evidence import evidence_for
from assessment.cases.matching import Asker, ranked_cases
from assessment.model import load_model
from assessment.recommendation.model import Route
from tests.bench.measure import Figure

HOLD = 0.60


@dataclass(frozen=True)
class Study:
    """True routes with those that the neighbours voted for; None where no case was comparable."""

    pairs: tuple[tuple[str, str | None], ...]

    @property
    def accuracy(self) -> float:
        return sum(true == voted for true, voted in self.pairs) / len(self.pairs)

    @property
    def naive(self) -> float:
        """What always naming the most frequent route would reach."""
        return Counter(true for true, _ in self.pairs).most_common(1)[0][1] / len(self.pairs)

    @property
    def recall(self) -> dict[str, float]:
        """The part of each route's cases that were told rightly."""
        right = Counter(true for true, voted in self.pairs if true == voted)
        of = Counter(true for true, _ in self.pairs)
        return {route.value: right[route] / of[route] for route in Route}


def figures():
    for neighbours in (5, 15):
        study = leave_one_out(neighbours)
        yield _figure(f"route by {neighbours} closest, {len(study.pairs)} projects", study)
    study = evidence_left_out()
    yield _figure(f"route as evidence counts, {len(study.pairs)} German", study)


def leave_one_out(neighbours):
    """The vote of so many closest projects with a known route, before diversification."""
    matching = load_model().matching
    pairs = []
    for case in projects():
        ranked = ranked_cases(_others(case), _asker(case), matching)
        pairs.append((case.approach, _vote(ranked[:neighbours])))
    return Study(tuple(pairs))


def evidence_left_out():
    """The vote of what is shown beside the advice: comparable German cases only."""
    matching = load_model().matching
    return Study(
        tuple(
            (case.approach, _vote(evidence_for(_others(case), _asker(case), matching).counted))
            for case in projects()
            if case.in_germany
        )
    )


def projects():
    """The first record of every project whose route is known."""
    return [c for c in load_model().cases if c.approach != "unknown" and not c.same_as]


def _others(case):
    return [other for other in projects() if other.project != case.project]


def _asker(case):
    return Asker(
        population=case.inhabitants,
        body=case.kind,
        state=case.state,
        field=case.field,
        technology=case.technology,
        ags=case.ags,
    )


def _vote(matches):
    votes = Counter()
    for match in matches:
        votes[match.case.approach] += match.similarity
    return votes.most_common(1)[0][0] if votes else None


def _figure(name, study):
    return Figure(
        name=name,
        floor=f"always the most frequent route: {study.naive:.3f}",
        value=study.accuracy,
        unit="",
        hold=HOLD,
        higher_is_better=True,
        details={f"recall {route}": value for route, value in study.recall.items()},
    )
