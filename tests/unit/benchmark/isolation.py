"""An attacker who adds and subtracts shown cells of several releases until few persons are left.

It knows nothing of bounds or programmes of counts: a sum of shown cells, each taken so many times,
cancels out everybody but a few, or none does. What it works on are records, one for each answer
that a member had standing, in the releases that it stood in.
"""

from collections import defaultdict
from itertools import combinations

import numpy as np
from scipy.optimize import linprog


def isolated(layout, contributions, shown, least, most_kinds=4):
    """The kinds of records that few members have and that shown cells single out; None if none.

    `contributions` has for each release a number for each member, 0 where it took no part;
    `shown` the cells that each release shows.
    """
    members = _members_by_kind(layout, contributions)
    kinds = list(members)
    rows = [[float(release in kind[1] and cell in layout.cell_of_atom[:, kind[0]])
             for kind in kinds]
            for release, cells in enumerate(shown) for cell in np.flatnonzero(cells)]  # fmt: skip
    if not rows or not kinds:
        return None
    table = np.array(rows)
    rank = np.linalg.matrix_rank(table)
    small = [at for at, kind in enumerate(kinds) if len(members[kind]) < least]
    for count in range(1, most_kinds + 1):
        for chosen in combinations(small, count):
            if len(set().union(*(members[kinds[at]] for at in chosen))) >= least:
                continue
            rest = np.delete(table, chosen, axis=1)
            if np.linalg.matrix_rank(rest) < rank and _singled_out(table, chosen, kinds):
                return [kinds[at] for at in chosen]
    return None


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


def _singled_out(table, chosen, kinds):
    """Whether cells add up to a group, or to what its members say now less what they said then.

    A difference of two groups of strangers is no group: nobody's answers stand by themselves.
    """
    first, last = (choose(release for _, of in kinds for release in of) for choose in (min, max))
    others = [at for at in range(table.shape[1]) if at not in chosen]
    for of_those_who_stayed in (1, -1):
        signs = [
            1 if first not in kinds[at][1] and last in kinds[at][1]
            else -1 if first in kinds[at][1] and last not in kinds[at][1]
            else of_those_who_stayed
            for at in chosen
        ]  # fmt: skip
        wanted = table[:, list(chosen)].T * np.array(signs)[:, None]
        found = linprog(
            np.zeros(len(table)),
            A_ub=-wanted,
            b_ub=np.zeros(len(chosen)),
            A_eq=np.vstack([table[:, others].T, wanted.sum(axis=0)]),
            b_eq=[*np.zeros(len(others)), 1.0],
            bounds=(None, None),
        )
        if found.status == 0:
            return True
    return False
