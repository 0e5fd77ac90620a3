"""An attacker who has the documents, the register and the list of members, and nothing else.

It bounds how many of a group gave an answer by linear programmes of its own, from what is printed:
numbers, shares, medians and quartiles, and how many members each group has. It shares no code with
the disclosure control.
"""

from math import ceil, floor

import numpy as np
from scipy.optimize import linprog

UNKNOWN = "unknown"
LEVELS = ["0", "1", "2", "3", "4"]


class Attacker:
    """Counts of atoms by answers, and all that is known of them as sums with two ends."""

    def __init__(self, atoms, classes):
        self.atoms, self.classes = list(atoms), [*classes, UNKNOWN]
        self.rows, self.low, self.high = [], [], []

    def learns(self, key, classes, low, high):
        """So many of a group gave one of these answers."""
        self.rows.append(self.row(key, classes))
        self.low.append(low)
        self.high.append(high)

    def counts(self, key, classes, number, most):
        """So many of a group gave these answers or, where that is hidden, at most so many."""
        if number is not None:
            self.learns(key, classes, number, number)
        elif most is not None:
            self.learns(key, classes, 0, most)

    def row(self, key, classes):
        """The sum over the atoms in a group and over these answers."""
        return [
            float(all(atom[name] == value for name, value in key.items()) and one in classes)
            for atom in self.atoms for one in self.classes
        ]  # fmt: skip

    def reads(self, cell, levels, whole=None):
        """Takes in all figures of a cell; `levels` are the answers in order."""
        if "suppressed" in cell:
            return
        key, count = cell["key"], cell["n"]
        self.learns(key, levels, count, count)
        for part in listed(cell.get("distribution")):
            of_part = round(part["share"] * count)
            self.learns(key, part["classes"], of_part, of_part)
        if "share" in cell.get("unknown", ()) and whole:
            of_part = round(cell["unknown"]["share"] * whole)
            self.learns(key, [UNKNOWN], of_part, of_part)
        lower, upper = listed(cell.get("quartiles")) or (None, None)
        for value, share in ((lower, 0.25), (cell.get("median"), 0.5), (upper, 0.75)):
            if isinstance(value, float):
                self.between(key, levels, value, at=(count - 1) * share, count=count)

    def between(self, key, levels, value, *, at, count):
        """Takes in a quartile: which two levels, one behind the other, could lie on either side."""
        step = 100 / (len(levels) - 1)
        pairs = [
            (one, other)
            for one in range(len(levels))
            for other in range(one, len(levels) if at % 1 else one + 1)
            if abs(step * (one + (other - one) * (at % 1)) - value) <= 0.051
        ]
        for side, rank in ((0, floor(at)), (1, ceil(at))):
            possible = [pair[side] for pair in pairs]
            self.learns(key, levels[: max(possible) + 1], rank + 1, np.inf)
            self.learns(key, levels[min(possible) :], count - rank, np.inf)

    def bounds(self, atom, classes):
        """Between what an attacker knows the answers of an atom to lie."""
        cost = np.array(self.row(atom, classes))
        rows, low, high = np.array(self.rows), np.array(self.low), np.array(self.high)
        table = np.vstack([-rows[np.isfinite(low)], rows[np.isfinite(high)]])
        limit = np.concatenate([-low[np.isfinite(low)], high[np.isfinite(high)]])
        ends = [linprog(way * cost, A_ub=table, b_ub=limit) for way in (1, -1)]
        return ends[0].fun, np.inf if ends[1].status == 3 else -ends[1].fun


def listed(value):
    """A list that is shown, and nothing where it is hidden."""
    return value if isinstance(value, list) else []


def left_by_median(cell, atom, answer, levels):
    """How far apart the answers of a group can be, as far as one median alone tells."""
    if "median" not in cell or cell["key"].items() - atom.items():
        return np.inf
    alone = Attacker([atom], levels)
    alone.reads({name: cell[name] for name in ("key", "n", "median")}, levels)
    low, high = alone.bounds(atom, [answer])
    return high - low - 1e-6
