"""An attacker who adds and subtracts shown classes of several releases until few are left.

Like `isolation`, class by class: records are of a member's answer as long as it stood, and a sum of
shown classes, each taken so many times, cancels out all records but those of a few, or none does.
It shares no code with the disclosure control.
"""

from collections import defaultdict
from itertools import combinations, product

import numpy as np

from tests.unit.benchmark.class_attacker import LEVELS, UNKNOWN, left_by_median, listed
from tests.unit.benchmark.isolation import adds_up, ways

_WHOLE = 1 - 1e-6


def told_apart(atoms, said, cells, least, most_kinds=2, *, still=True):
    """Records of fewer members than `least` that shown classes single out; None if none.

    `atoms` has of each member what it is known by, `said` for each release what each member
    answered, None for nothing; `cells` are those of each release.
    """
    rows = [(at, *row) for at, of_release in enumerate(cells) for row in _shown(of_release)]
    members = _members_by_kind(atoms, said)
    alike = defaultdict(list)
    for kind in members:
        alike[_column(rows, kind)].append(kind)
    columns = [one for one in alike if any(one)]
    if not columns:
        return None
    table = np.array(columns).T
    kinds = [alike[one] for one in columns]
    people = [set().union(*(members[kind] for kind in of)) for of in kinds]
    nobody = [kind for kind in _all_kinds(atoms, rows, len(said)) if kind not in members]
    of_nobody = _table(rows, nobody)
    within = _projection(table)
    small = [at for at, of in enumerate(people) if len(of) < least]
    for count in range(1, most_kinds + 1):
        for chosen in combinations(small, count):
            if len(set().union(*(people[at] for at in chosen))) >= least:
                continue
            # Some sum has these columns alone where the rows span a vector within them.
            if np.linalg.eigvalsh(within[np.ix_(chosen, chosen)])[-1] < _WHOLE:
                continue
            others = np.delete(table, chosen, axis=1)
            for way in ways(len(said) - 1, still=still):
                signs = (
                    [way(kinds[at][0][-1]) for at in chosen],
                    [way(standing) for *_, standing in nobody],
                )
                if adds_up(others, table[:, chosen], of_nobody, *signs):
                    found = [kinds[at] for at in chosen]
                    if not _left_by_a_median(found, cells, least):
                        return found
    return None


def _left_by_a_median(found, cells, least):
    """Whether a median by itself leaves less of each: four of eight said 0 or 1, as it lies at 1.5.

    That is what a median of few may tell.
    """
    kinds = [kind for alike in found for kind in alike]
    return any(
        all(left_by_median(cell, dict(atom), answer, LEVELS) < least for atom, answer, _ in kinds)
        for of_release in cells
        for cell in of_release
    )


def _shown(cells):
    """The classes shown together, with the key of their cell."""
    for cell in cells:
        if {"suppressed", "as_of"} & cell.keys():
            continue
        for part in listed(cell["distribution"]):
            yield cell["key"], frozenset(part["classes"])
        if "share" in cell["unknown"]:
            yield cell["key"], frozenset([UNKNOWN])


def _members_by_kind(atoms, said):
    """Who has a record of each kind: of an atom and a class, standing in certain releases."""
    members = defaultdict(set)
    for at, atom in enumerate(atoms):
        stands = defaultdict(list)
        for release, of_release in enumerate(said):
            if of_release[at] is not None:
                stands[str(of_release[at])].append(release)
        for answer, releases in stands.items():
            members[tuple(atom.items()), answer, tuple(releases)].add(at)
    return members


def _all_kinds(atoms, rows, releases):
    """What kinds of records there may be of the classes that are shown."""
    standing = [one for n in range(releases) for one in combinations(range(releases), n + 1)]
    answers = set().union(*(classes for _, _, classes in rows))
    return product({tuple(atom.items()) for atom in atoms}, answers, standing)


def _column(rows, kind):
    atom, answer, standing = kind
    return tuple(
        float(release in standing and answer in classes and key.items() <= dict(atom).items())
        for release, key, classes in rows
    )


def _table(rows, kinds):
    return np.array([_column(rows, kind) for kind in kinds]).T


def _projection(table):
    """Onto all that shown classes can be added and subtracted to."""
    _, strength, across = np.linalg.svd(table, full_matrices=False)
    basis = across[strength > strength[0] * 1e-9]
    return basis.T @ basis
