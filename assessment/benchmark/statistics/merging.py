"""Classes of a distribution, merged until each holds enough members to be shown."""

from collections.abc import Sequence

Group = tuple[int, ...]


def merged(
    counts: Sequence[int], least: int, *, neighbours: bool, changes: Sequence[Sequence[int]] = ()
) -> tuple[Group, ...]:
    """Groups of classes of which each holds at least so many; none where fewer than two are left.

    The smallest group is merged with the smaller of its neighbours or, where classes have no
    order, with the smallest other one, until all are large enough. `changes` are the counts of
    those who came or went since an earlier release: of them each group holds enough as well.
    """
    groups: list[Group] = [(place,) for place in range(len(counts))]
    while len(groups) > 1:
        sizes = [_size(group, (counts, *changes)) for group in groups]
        if min(sizes) >= least:
            break
        smallest = sizes.index(min(sizes))
        near = range(max(smallest - 1, 0), min(smallest + 2, len(groups)))
        others = near if neighbours else range(len(groups))
        other = min((one for one in others if one != smallest), key=lambda one: (sizes[one], one))
        keep, gone = sorted((smallest, other))
        groups[keep] = tuple(sorted(groups[keep] + groups[gone]))
        del groups[gone]
    return tuple(groups) if len(groups) > 1 else ()


def _size(group: Group, tables: Sequence[Sequence[int]]) -> int:
    return min(sum(int(counts[one]) for one in group) for counts in tables)
