"""An attacker who adds and subtracts shown cells of several releases until few persons are left.

It knows nothing of bounds or programmes of counts: a sum of shown cells, each taken so many times,
cancels out everybody but a few, or none does. What it works on are records, one for each answer
that a member had standing, in the releases that it stood in.

Records that nobody has might as well be there: only the holder of the round knows that they are
not. So they may count with the few, but not against them; what was said then may count against what
is said now, as in what came less what went.

By default he assumes that other figures held still: that of a sum in which strangers who stayed
count as well nobody did. That is more than a release promises, and it holds where members come and
change; only where many leave it does not (`still=False`).
"""

from collections import defaultdict
from functools import partial
from itertools import combinations, product

import numpy as np
from scipy.optimize import linprog


def isolated(layout, contributions, shown, least, most_kinds=4, *, still=True):
    """The kinds of records that few members have and that shown cells single out; None if none.

    `contributions` has for each release a number for each member, 0 where it took no part;
    `shown` the cells that each release shows; `still` is explained above.
    """
    members = _members_by_kind(layout, contributions)
    kinds = list(members)
    table = _sums(layout, kinds, shown)
    if not table.size:
        return None
    nobody = [kind for kind in _all_kinds(layout, len(shown)) if kind not in members]
    of_nobody = _sums(layout, nobody, shown)
    rank = np.linalg.matrix_rank(table)
    small = [at for at, kind in enumerate(kinds) if len(members[kind]) < least]
    for count in range(1, most_kinds + 1):
        for chosen in combinations(small, count):
            if len(set().union(*(members[kinds[at]] for at in chosen))) >= least:
                continue
            rest = np.delete(table, chosen, axis=1)
            if np.linalg.matrix_rank(rest) == rank:
                continue
            some = [kinds[at] for at in chosen]
            for way in ways(len(shown) - 1, still=still):
                signs = [[way(standing) for _, standing in one] for one in (some, nobody)]
                if adds_up(rest, table[:, chosen], of_nobody, *signs):
                    return some
    return None


def ways(last, *, still):
    """How records may count that stood in certain releases: all for, all against, or then against.

    A way is 1 for a record that counts for, -1 for one that counts against and 0 for one that must
    not count.
    """
    yield lambda _: 1
    yield lambda _: -1
    for stayed in (1, -1) if still else (0,):
        yield partial(_what_came_less_what_went, last=last, stayed=stayed)


def _what_came_less_what_went(standing, last, stayed):
    if (0 in standing) == (last in standing):
        return stayed
    return 1 if last in standing else -1


def _sums(layout, kinds, shown):
    """A row for each shown cell: 1 for each kind of records that it is the sum of."""
    return np.array([
        [release in kind[1] and cell in layout.cell_of_atom[:, kind[0]] for kind in kinds]
        for release, cells in enumerate(shown) for cell in np.flatnonzero(cells)
    ], dtype=float)  # fmt: skip


def _all_kinds(layout, releases):
    """What kinds of records there may be: of each atom, standing in any of the releases."""
    standing = [s for n in range(releases) for s in combinations(range(releases), n + 1)]
    return product(sorted(set(layout.atom_of.tolist())), standing)


def _members_by_kind(layout, contributions):
    """Who has a record of each kind: of an atom, standing in certain releases."""
    stands = defaultdict(set)
    for release, of_members in enumerate(contributions):
        for member, number in enumerate(of_members.tolist()):
            if number:
                stands[member, number].add(release)
    members = defaultdict(set)
    for (member, _), releases in stands.items():
        members[layout.atom_of[member], tuple(sorted(releases))].add(member)
    return members


def adds_up(others, few, nobody, of_few, of_nobody):
    """Whether shown cells can be added and subtracted until only the few are left, all as signed.

    Others cancel out; what nobody has may count as signed, too.
    """
    of_few, of_nobody = np.array(of_few), np.array(of_nobody)
    if not of_few.all():
        return False
    none = np.hstack([others, nobody[:, of_nobody == 0]])
    few = few * of_few
    some = np.hstack([few, (nobody * of_nobody)[:, of_nobody != 0]])
    found = linprog(
        np.zeros(len(few)),
        A_ub=-some.T,
        b_ub=np.zeros(some.shape[1]),
        A_eq=np.vstack([none.T, few.sum(axis=1)]),
        b_eq=[*np.zeros(none.shape[1]), 1.0],
        bounds=(None, None),
    )
    return found.status == 0
