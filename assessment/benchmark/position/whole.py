"""The position of a body, put together."""

from collections.abc import Iterator

from assessment.benchmark.position.hints import ahead_of, routes_of_peers, wanted_by_peers
from assessment.benchmark.position.model import Moment, Own, Position
from assessment.benchmark.position.peers import Peers
from assessment.benchmark.position.placing import common_group, place_of
from assessment.benchmark.position.release import Cell


def position_of(own: Own, peers: Peers) -> Position:
    """Where a body with this result stands among these peers."""
    first, passed = common_group(peers)
    shown = first is not None
    return Position(
        origin=peers.origin,
        group=peers.groups[first] if first is not None else None,
        passed=passed,
        dimensions=tuple(
            place_of(peers, ("dimension", id), score, first) for id, score in own.dimensions.items()
        ),
        topics=tuple(
            place_of(peers, ("topic", id), score, first) for id, score in own.topics.items()
        ),
        ahead=ahead_of(peers, own, first or 0) if shown else (),
        routes=routes_of_peers(peers, own, first or 0) if shown else (),
        wanted=wanted_by_peers(peers, own, first or 0) if shown else (),
        course={id: tuple(_course(peers, id, first)) for id in own.dimensions}
        if first is not None and peers.earlier
        else {},
    )


def _course(peers: Peers, dimension: str, first: int) -> Iterator[Moment]:
    for one in peers.earlier:
        yield Moment(one.origin.date, one.origin.number, _median(one.cells.get(dimension), first))
    now = peers.cells.get(("dimension", dimension))
    yield Moment(peers.origin.date, peers.origin.number, _median(now, first))


def _median(cells: tuple[Cell | None, ...] | None, place: int) -> float | None:
    cell = cells[place] if cells else None
    return cell.median if cell else None
