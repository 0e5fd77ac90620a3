"""Several clients side by side, for the consultant alone: never a part of anybody's documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assessment.errors import Invalid, Problem
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.clients import clients as stored
from assessment.presentation.stored_result import StoredSummary
from assessment.services.clients.lines import Standing, last_summaries, standings
from assessment.services.desk import Desk

FEWEST, MOST = 2, 8
# The lower edge of the third of five bands: below it a topic counts as weak.
WEAK_BELOW = 40.0


@dataclass(frozen=True)
class Column:
    """A client with what was last submitted for it; None where nothing was."""

    standing: Standing
    summary: StoredSummary | None


@dataclass(frozen=True)
class CommonGap:
    """A topic that is weak for more than half of those with a score: in how many, of how many."""

    topic: str
    weak: int
    known: int
    mean: float


@dataclass(frozen=True)
class ClientsBeside:
    """Clients side by side; `kinds` are the applications that any of them plans."""

    columns: tuple[Column, ...]
    kinds: tuple[str, ...]
    gaps: tuple[CommonGap, ...]

    @property
    def told(self) -> tuple[Column, ...]:
        """The clients that something was submitted for."""
        return tuple(column for column in self.columns if column.summary)


def clients_beside(desk: Desk, ids: Sequence[str]) -> ClientsBeside:
    """These clients in the order asked for; Invalid unless two to eight of them are there."""
    wanted = list(dict.fromkeys(ids))
    with desk.database.reading() as connection:
        clients = {one.id: one for one in stored.all_clients(connection)}
        chosen = [clients[id] for id in wanted if id in clients]
        if not FEWEST <= len(chosen) <= MOST:
            raise Invalid([Problem("clients_to_compare", values={"given": len(chosen)})])
        found = standings(chosen, stored_assessments.heads(connection))
        summaries = last_summaries(connection, found)
    columns = tuple(Column(one, summaries.get(one.client.id)) for one in found)
    told = [column.summary for column in columns if column.summary]
    kinds = dict.fromkeys(kind for summary in told for kind, _, _ in summary.applications)
    return ClientsBeside(columns, tuple(sorted(kinds)), common_gaps([one.topics for one in told]))


def common_gaps(scores: Sequence[Mapping[str, float | None]]) -> tuple[CommonGap, ...]:
    """The topics that are weak for most, the weakest first; at least two have to have a score.

    >>> common_gaps([{"data.catalogue": 10.0}, {"data.catalogue": 30.0}, {"data.catalogue": 90.0}])
    (CommonGap(topic='data.catalogue', weak=2, known=3, mean=43.333333333333336),)
    """
    gaps = []
    for topic in dict.fromkeys(topic for one in scores for topic in one):
        known = [score for one in scores if (score := one.get(topic)) is not None]
        weak = sum(score < WEAK_BELOW for score in known)
        if len(known) >= FEWEST and 2 * weak > len(known):
            gaps.append(CommonGap(topic, weak, len(known), fmean(known)))
    return tuple(sorted(gaps, key=lambda gap: (-gap.weak / gap.known, gap.mean, gap.topic)))
