"""What releases say of the groups that a body belongs to: all that its position is made from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.benchmark.position.release import Cell, Key, Origin, Released, Taking

CLOSENESS: tuple[tuple[str, ...], ...] = (
    ("size_class", "district"),
    ("size_class", "state", "kind"),
    ("size_class", "state"),
    ("size_class", "kind"),
    ("size_class",),
    ("state", "kind"),
    ("kind",),
    ("district",),
    ("state",),
    (),
)
"""Groups from the closest to the widest: alike in size first, then in kind and place, then all."""

_BY_KIND = (("state", "kind"), ("kind",))

Subject = tuple[str, str]


@dataclass(frozen=True)
class Group:
    """Members that share what the key says, the body among them, and how many took part."""

    key: Key
    taking: Taking


@dataclass(frozen=True)
class Earlier:
    """An earlier release: its day and the figures of each dimension, a cell for each group."""

    origin: Origin
    cells: Mapping[str, tuple[Cell | None, ...]]


@dataclass(frozen=True, repr=False)
class Peers:
    """The groups of a body, closest first, and for each subject a cell for each of them."""

    origin: Origin
    groups: tuple[Group, ...]
    cells: Mapping[Subject, tuple[Cell | None, ...]]
    earlier: tuple[Earlier, ...] = ()

    def __repr__(self) -> str:
        """Short, and another one as soon as anything is different."""
        keys = [sorted(group.key.items()) for group in self.groups]
        digests = [one.origin.digest for one in self.earlier]
        return f"Peers({self.origin.digest}, {keys}, {digests})"


def peers_of(
    release: Released, attributes: Mapping[str, str], earlier: Sequence[Released] = ()
) -> Peers:
    """What the release says of the groups that a body with these attributes belongs to.

    `earlier` are releases before it, oldest first.
    """
    keys = [key for key in _keys(attributes) if release.has(key)]
    return Peers(
        release.origin,
        tuple(Group(key, release.taking(key)) for key in keys),
        _cells(release, release.subjects, keys),
        tuple(_earlier(one, keys) for one in earlier),
    )


def _earlier(release: Released, keys: Sequence[Key]) -> Earlier:
    dimensions = [subject for subject in release.subjects if subject[0] == "dimension"]
    found = _cells(release, dimensions, keys)
    return Earlier(release.origin, {subject: cells for (_, subject), cells in found.items()})


def _cells(
    release: Released, subjects: Iterable[Subject], keys: Sequence[Key]
) -> dict[Subject, tuple[Cell | None, ...]]:
    of_groups = [release.cells(key) for key in keys]
    return {subject: tuple(cells.get(subject) for cells in of_groups) for subject in subjects}


def _keys(attributes: Mapping[str, str]) -> Iterator[Key]:
    """The groups of the body; the kind alone makes one only where there is no size, as of counties.

    A town is closer to towns of other states of its size than to all towns of its own.
    """
    for by in CLOSENESS:
        if by in _BY_KIND and attributes.get("size_class"):
            continue
        if all(attributes.get(name) for name in by):
            yield {name: attributes[name] for name in by}
