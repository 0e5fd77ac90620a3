"""The quarter of the peer group that a body's own points lie in."""

from collections.abc import Iterator, Sequence

from assessment.benchmark.position.model import Because, OwnScore, Passed, Place, Quarter
from assessment.benchmark.position.peers import Group, Peers
from assessment.benchmark.position.release import Cell
from assessment.benchmark.rounding import points

LEAST_COVERAGE = 0.5
"""Whoever leaves more than half of a subject open has no place in it."""


def common_group(peers: Peers) -> tuple[int | None, tuple[Passed, ...]]:
    """The closest group whose quartiles are shown in every dimension, and those passed over.

    Where no group shows all of them, the closest that shows any; None where none does.
    """
    shown = [_shown(peers, place) for place in range(len(peers.groups))]
    found = next((at for at, one in enumerate(shown) if one and all(one)), None)
    if found is None:
        found = next((at for at, one in enumerate(shown) if any(one)), None)
    before = range(len(shown)) if found is None else range(found)
    return found, tuple(_passed(peers, at) for at in before)


def cells_from(peers: Peers, subject: tuple[str, str], first: int) -> Iterator[tuple[Group, Cell]]:
    """A subject's cells, from the common group on to the wider ones."""
    cells: Sequence[Cell | None] = peers.cells.get(subject, ())
    for group, cell in list(zip(peers.groups, cells, strict=False))[first:]:
        if cell is not None:
            yield group, cell


def place_of(peers: Peers, subject: tuple[str, str], own: OwnScore, first: int | None) -> Place:
    """Where the own points stand, in the common group or the next wider one that is shown."""
    name = subject[1]
    if own.score is None:
        return Place(name, own, because=Because.NO_VALUE)
    if (own.coverage or 0) < LEAST_COVERAGE:
        return Place(name, own, because=Because.MOSTLY_OPEN)
    if first is None:
        return Place(name, own, because=Because.HIDDEN)
    for group, cell in cells_from(peers, subject, first):
        if cell.quartiles and cell.median is not None:
            return _placed(name, own, group, cell)
    return Place(name, own, because=Because.HIDDEN)


def _placed(name: str, own: OwnScore, group: Group, cell: Cell) -> Place:
    score = own.score or 0.0
    low, high = cell.quartiles or (0.0, 100.0)
    borders = (low, cell.median or 0.0, high)
    ends = (own.low if own.low is not None else score, own.high if own.high is not None else score)
    return Place(
        name,
        own,
        quarter=quarter(score, borders),
        lowest=quarter(ends[0], borders),
        highest=quarter(ends[1], borders),
        group=group,
        n=cell.n,
        median=cell.median,
        quartiles=(low, high),
        as_of=cell.as_of,
    )


def quarter(value: float, borders: tuple[float, float, float]) -> Quarter:
    """The quarter that a value lies in; it is rounded as the borders are."""
    low, middle, high = borders
    shown = points(value)
    if shown < low:
        return Quarter.LOWER
    if shown > high:
        return Quarter.UPPER
    return Quarter.BELOW_MEDIAN if shown < middle else Quarter.ABOVE_MEDIAN


def _shown(peers: Peers, place: int) -> list[bool]:
    """For every dimension, whether the group's quartiles are shown."""
    cells = [cells[place] for (kind, _), cells in peers.cells.items() if kind == "dimension"]
    return [bool(cell and cell.quartiles and cell.median is not None) for cell in cells]


def _passed(peers: Peers, place: int) -> Passed:
    cells = {id: of[place] for (kind, id), of in peers.cells.items() if kind == "dimension"}
    medians = {
        id: (cell.median, cell.as_of)
        for id, cell in cells.items()
        if cell is not None and cell.median is not None
    }
    return Passed(peers.groups[place], _why(peers, place), medians)


def _why(peers: Peers, place: int) -> Because:
    hidden = peers.groups[place].taking.n is None
    return Because.HIDDEN if hidden else Because.NO_QUARTILES
