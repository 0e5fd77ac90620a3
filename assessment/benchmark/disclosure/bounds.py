"""What an attacker can infer of hidden counts: exact bounds by linear programming.

The feasibility interval of a count is the range of values that it takes over all tables of whole
counts that agree with everything published (Hundepool et al., Statistical Disclosure Control,
Wiley 2012, ch. 4; ESSnet Handbook on Statistical Disclosure Control, ch. 4). The programmes run
over atoms, so their size does not depend on the number of members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from assessment.benchmark.layout import Flags, Ints, Layout

Numbers = npt.NDArray[np.float64]

NOWHERE = -1
_WHOLE = 1e-6
_FELT = 1e-7


def membership(layout: Layout) -> csr_array:
    """Cells by atoms: 1 where the atom belongs to the cell."""
    rows = layout.cell_of_atom.reshape(-1)
    columns = np.tile(np.arange(layout.atoms), len(layout.breakdowns))
    shape = (len(layout.cells), layout.atoms)
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)


@dataclass(frozen=True)
class Known:
    """All that is known of the counts: rows over the atoms, with what they come to.

    `equal` are sums known exactly, `at_least` sums known to reach a value. `place` says which
    published figure each of these rows comes from, first the exact ones; -1 where none can be
    hidden to lose it.
    """

    equal: csr_array
    values: Numbers
    at_least: csr_array
    least: Numbers
    place: Ints

    @property
    def atoms(self) -> int:
        return int(self.equal.shape[1])

    @cached_property
    def rules(self) -> LinearConstraint:
        """All rows at once, as one of the two interfaces to the solver wants them."""
        rows = vstack([self.equal, self.at_least], format="csc")
        low = np.concatenate([self.values, self.least])
        high = np.concatenate([self.values, np.full(len(self.least), np.inf)])
        return LinearConstraint(rows, low, high)


def known(cells: csr_array, counts: Ints, *, shown: Flags, positive: Flags) -> Known:
    """What follows for the atoms when these cells are shown and those are known not to be empty."""
    place, filled = np.flatnonzero(shown), np.flatnonzero(positive)
    return Known(
        equal=cells[place],
        values=counts[place].astype(float),
        at_least=cells[filled],
        least=np.ones(len(filled)),
        place=np.concatenate([place, np.full(len(filled), NOWHERE)]),
    )


@dataclass(frozen=True)
class Bound:
    """One end of a feasibility interval, the table that reaches it, and the cells that hold it."""

    value: float
    table: Ints | None
    held_by: Ints


def bound(what: Known, target: csr_array, *, upper: bool) -> Bound:
    """The largest, or the smallest, value of a sum of atoms; infinite where nothing holds it."""
    sign = -1.0 if upper else 1.0
    cost = sign * np.asarray(target.todense()).reshape(-1)
    solved = linprog(cost, method="highs", **_rows(what))
    if solved.status == 3:  # unbounded
        return Bound(np.inf, None, np.zeros(0, dtype=np.int64))
    if solved.status != 0:
        raise ArithmeticError(f"no table agrees with what is published: {solved.message}")
    felt = np.abs(np.concatenate([solved.eqlin.marginals, solved.ineqlin.marginals])) > _FELT
    held = what.place[felt]
    table = _whole(solved.x)
    if table is None:
        table = _in_whole_numbers(what, cost)
    return Bound(float(np.round(abs(cost) @ table)), table, held[held != NOWHERE])


def spread(what: Known, weights: Numbers, most: Numbers) -> Ints | None:
    """A table that agrees with what is known and makes the weighted atoms as large as it can.

    None where the best one is not in whole numbers, and so proves nothing.
    """
    # `milp` without whole numbers is the same solver with less said around it.
    solved = milp(-weights, constraints=what.rules, bounds=Bounds(0, most))
    return _whole(solved.x) if solved.status == 0 else None


def rows_of(
    cells: csr_array, cell_targets: Sequence[int], atom_targets: Sequence[int]
) -> csr_array:
    """The sums that are to be protected: these cells, then these atoms."""
    atoms = int(cells.shape[1])
    count = len(atom_targets)
    units = csr_array((np.ones(count), (np.arange(count), list(atom_targets))), (count, atoms))
    return vstack([cells[list(cell_targets)], units], format="csr")


def _rows(what: Known) -> dict[str, object]:
    rows: dict[str, object] = {"bounds": (0, None)}
    if what.equal.shape[0]:
        rows |= {"A_eq": what.equal, "b_eq": what.values}
    if what.at_least.shape[0]:
        rows |= {"A_ub": -what.at_least, "b_ub": -what.least}
    return rows


def _whole(table: Numbers) -> Ints | None:
    rounded = np.round(table)
    return rounded.astype(np.int64) if np.abs(table - rounded).max(initial=0) < _WHOLE else None


def _in_whole_numbers(what: Known, cost: Numbers) -> Ints:
    """The best table in whole numbers, where the linear programme ends at a fraction."""
    solved = milp(cost, constraints=what.rules, integrality=np.ones(what.atoms))
    if solved.x is None:
        raise ArithmeticError(f"no table agrees with what is published: {solved.message}")
    whole: Ints = np.round(solved.x).astype(np.int64)
    return whole
