"""The cells of a release: which members each table groups together, and the atoms beneath them.

An atom is a set of members that no table tells apart: they agree in every attribute that any
breakdown uses. Whoever adds and subtracts published figures can never look below an atom, and all
disclosure control is done on atoms. Their number does not grow with the members.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Breakdown = tuple[str, ...]

TOTAL: Breakdown = ()
ATTRIBUTES = ("size_class", "state", "kind", "district")
_CROSSED = "*"


class UnknownBreakdown(ValueError):
    """A breakdown names an attribute that members do not have, or names one twice."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


def breakdowns(text: str) -> tuple[Breakdown, ...]:
    """The total, and the breakdowns in such as "size_class,state*size_class", each once.

    A comma means separate breakdowns, `*` crossed ones. Raises UnknownBreakdown.
    """
    found: dict[frozenset[str], Breakdown] = {frozenset(): TOTAL}
    for part in filter(None, (part.strip() for part in text.split(","))):
        names = tuple(name.strip() for name in part.split(_CROSSED))
        if len(set(names)) < len(names) or not set(names) <= set(ATTRIBUTES):
            raise UnknownBreakdown(part)
        found.setdefault(frozenset(names), names)
    return tuple(found.values())


@dataclass(frozen=True)
class Cell:
    """A group of members that is shown together: those with these values of these attributes."""

    by: Breakdown
    key: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """All cells of all tables, and where each member stands in them.

    `cell_of` has a row for each breakdown and a column for each member; `atom_of` says the atom of
    each member, `cell_of_atom` the cells of each atom.
    """

    breakdowns: tuple[Breakdown, ...]
    cells: tuple[Cell, ...]
    cell_of: Ints
    atom_of: Ints
    cell_of_atom: Ints

    @property
    def members(self) -> int:
        return int(self.cell_of.shape[1])

    @property
    def atoms(self) -> int:
        return int(self.cell_of_atom.shape[1])

    @cached_property
    def place(self) -> dict[Cell, int]:
        """Where each cell stands."""
        return {cell: place for place, cell in enumerate(self.cells)}

    @cached_property
    def place_of_key(self) -> dict[frozenset[tuple[str, str]], int]:
        """Where the cell with these values by attribute stands, in whatever order."""
        return {
            frozenset(zip(cell.by, cell.key, strict=True)): at for cell, at in self.place.items()
        }

    @cached_property
    def nested(self) -> tuple[Ints, ...]:
        """For each two breakdowns of which one is finer: the cell that each of its cells lies in.

        -1 for the cells of other breakdowns. Districts lie in states whatever they are called.
        """
        found = []
        for coarse, fine in permutations(self.cell_of_atom, 2):
            pairs = np.unique(np.stack([fine, coarse]), axis=1)
            if len(np.unique(pairs[0])) == pairs.shape[1]:
                whole_of = np.full(len(self.cells), -1)
                whole_of[pairs[0]] = pairs[1]
                found.append(whole_of)
        return tuple(found)

    def alike(self, filled: Flags) -> dict[int, tuple[int, ...]]:
        """For each cell the others that hold the same atoms, of those that are filled.

        What is said of one of them is said of all; empty cells are alike to none.
        """
        held: dict[bytes, list[int]] = {}
        inside = np.zeros((len(self.cells), self.atoms), dtype=bool)
        inside[self.cell_of_atom, np.arange(self.atoms)] = filled
        for cell in np.flatnonzero(inside.any(axis=1)).tolist():
            held.setdefault(np.packbits(inside[cell]).tobytes(), []).append(cell)
        return {
            cell: tuple(one for one in cells if one != cell)
            for cells in held.values()
            for cell in cells
            if len(cells) > 1
        }

    def count_atoms(self, of: Flags) -> Ints:
        """How many of the members that are flagged each atom has."""
        return np.bincount(self.atom_of[of], minlength=self.atoms)

    def count_cells(self, atoms: Ints) -> Ints:
        """What each cell holds, when the atoms hold so much."""
        totals = np.zeros(len(self.cells), dtype=np.int64)
        for of_atom in self.cell_of_atom:
            np.add.at(totals, of_atom, atoms)
        return totals


def layout_of(
    attributes: Mapping[str, Sequence[str]], by: Sequence[Breakdown], members: int
) -> Layout:
    """The cells of these breakdowns over members with these attributes, in order of key."""
    used = sorted({name for names in by for name in names})
    codes = {name: np.unique(np.asarray(attributes[name]), return_inverse=True) for name in used}
    cells: list[Cell] = []
    cell_of = np.zeros((len(by), members), dtype=np.int64)
    for row, names in enumerate(by):
        keys, place = _groups([codes[name][1] for name in names], members)
        labels = [[str(codes[name][0][code]) for name, code in zip(names, key, strict=True)]
                  for key in keys]  # fmt: skip
        cell_of[row] = place + len(cells)
        cells += [Cell(names, tuple(label)) for label in labels]
    atoms, atom_of = _groups(list(cell_of), members)
    return Layout(tuple(by), tuple(cells), cell_of, atom_of, atoms.T.reshape(len(by), len(atoms)))


def _groups(codes: Sequence[Ints], members: int) -> tuple[Ints, Ints]:
    """The combinations of codes that occur, in order, and which of them each member has."""
    if not codes:
        return np.zeros((min(members, 1), 0), dtype=np.int64), np.zeros(members, dtype=np.int64)
    found, place = np.unique(np.column_stack(codes), axis=0, return_inverse=True)
    return found, place.reshape(-1)
