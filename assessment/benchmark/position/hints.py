"""What can be learnt from peers: what they have in place, how they go about it, what they want."""

from collections.abc import Iterator
from math import floor

from assessment.benchmark.position.model import Ahead, Own, OwnLevel, OwnPlan, PeersRoutes, Wanted
from assessment.benchmark.position.peers import Peers
from assessment.benchmark.position.placing import cells_from

SHOWN_WANTED = 5
LEAST_WANTED = 0.2
"""Fewer than one in five is no hint."""


def ahead_of(peers: Peers, own: Own, first: int) -> tuple[Ahead, ...]:
    """The questions in which a quarter of the group is at least a level further, widest first."""
    found = (_ahead(peers, id, level, first) for id, level in own.questions.items())
    return tuple(sorted(filter(None, found), key=lambda one: -_part(one)))


def _ahead(peers: Peers, question: str, own: OwnLevel, first: int) -> Ahead | None:
    for group, cell in cells_from(peers, ("question", question), first):
        if cell.quartiles:
            # Between two levels, it is the lower one that a whole quarter has reached.
            reached = floor(cell.quartiles[1] * own.highest / 100 + 1e-6)
            if reached <= own.level:
                return None
            return Ahead(question, own.level, reached, own.highest, group, cell.n)
    return None


def _part(one: Ahead) -> float:
    return (one.reached - one.own) / one.highest


def routes_of_peers(peers: Peers, own: Own, first: int) -> tuple[PeersRoutes, ...]:
    """For every planned application of a known kind, the routes advised to peers."""
    return tuple(
        _routes(peers, plan, plan.archetype, first) for plan in own.plans if plan.archetype
    )


def _routes(peers: Peers, plan: OwnPlan, archetype: str, first: int) -> PeersRoutes:
    for group, cell in cells_from(peers, ("route", archetype), first):
        if cell.distribution:
            shares = tuple(sorted(cell.distribution, key=lambda one: -one[1]))
            return PeersRoutes(plan.id, archetype, plan.route, shares, group, cell.n)
    return PeersRoutes(plan.id, archetype, plan.route, None, None, None)


def wanted_by_peers(peers: Peers, own: Own, first: int) -> tuple[Wanted, ...]:
    """What the peers plan most and the body does not, all from the same group."""
    planned = {plan.archetype for plan in own.plans}
    others = [one for one in own.archetypes if one not in planned]
    for place in range(first, len(peers.groups)):
        found = sorted(_wanted(peers, others, place), key=lambda one: -one.share)
        if found:
            return tuple(one for one in found if one.share >= LEAST_WANTED)[:SHOWN_WANTED]
    return ()


def _wanted(peers: Peers, archetypes: list[str], place: int) -> Iterator[Wanted]:
    for archetype in archetypes:
        cells = peers.cells.get(("application", archetype), ())
        cell = cells[place] if cells else None
        for classes, share in (cell.distribution or ()) if cell else ():
            if classes == ("planned",):
                yield Wanted(archetype, share, peers.groups[place])
