"""A mixed-integer linear programme, put together row by row and solved by HiGHS through SciPy."""

from collections.abc import Mapping
from math import inf

import numpy as np
import numpy.typing as npt


class Program:
    """Variables from 0 to 1 with a cost each, and rows that bound sums of them."""

    def __init__(self) -> None:
        self._costs: list[float] = []
        self._rows: list[Mapping[int, float]] = []
        self._low: list[float] = []
        self._high: list[float] = []

    def binary(self, cost: float = 0) -> int:
        """A new variable that is 0 or 1; its place."""
        self._costs.append(cost)
        return len(self._costs) - 1

    def bound(self, row: Mapping[int, float], *, low: float = -inf, high: float = inf) -> None:
        """Keep the weighted sum of variables between low and high."""
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)

    def solve(self, *, gap: float, most_nodes: int) -> npt.NDArray[np.bool_] | None:
        """Which variables are 1 at least cost, up to a gap (a share); None if nothing was found.

        After so many branches the best so far is taken. A limit on time would make the result
        depend on the machine; this one makes it the same everywhere.
        """
        # A process that plans nothing does not pay for loading it.
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
        from scipy.sparse import csr_array  # noqa: PLC0415

        lengths = [len(row) for row in self._rows]
        columns = [column for row in self._rows for column in row]
        factors = [factor for row in self._rows for factor in row.values()]
        matrix = csr_array(
            (factors, columns, np.concatenate([[0], np.cumsum(lengths)])),
            shape=(len(self._rows), len(self._costs)),
        )
        found = milp(
            self._costs,
            integrality=np.ones(len(self._costs)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(matrix, self._low, self._high),
            options={"mip_rel_gap": gap, "node_limit": most_nodes},
        )
        return None if found.x is None else np.asarray(found.x) > 0.5
