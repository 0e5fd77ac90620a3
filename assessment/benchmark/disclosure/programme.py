"""One linear programme that is asked many questions: the same table, another sum each time.

Most of what a programme costs is to find a first table that agrees. HiGHS keeps the last one, so
that the next question costs a few steps from there, some twenty times less than asking anew
through `linprog`. SciPy brings HiGHS along but shows no way to keep a programme; what is used here
is the binding inside SciPy, the same as that of the package highspy. Nothing else may use it.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize._highspy import _core as highs
from scipy.sparse import csr_array

Numbers = npt.NDArray[np.float64]

_PRIMAL = 4
_OPTIONS = {"output_flag": False, "presolve": "off", "simplex_strategy": _PRIMAL, "threads": 1}
_UNBOUNDED = (highs.HighsModelStatus.kUnbounded, highs.HighsModelStatus.kUnboundedOrInfeasible)


class NoTable(ArithmeticError):
    """No table agrees with what is published: what was counted contradicts itself."""


class Programme:
    """Tables of counts, none below zero, whose sums lie between `low` and `high`."""

    def __init__(self, rows: csr_array, low: Numbers, high: Numbers) -> None:
        self._solver: Any = highs._Highs()  # noqa: SLF001 - the public way keeps nothing
        for name, value in _OPTIONS.items():
            self._solver.setOptionValue(name, value)
        self._solver.passModel(_model(rows, low, high))
        self._asked = np.zeros(0, dtype=np.int64)

    def forget(self, row: int) -> None:
        """From now on nothing is known of a sum any more."""
        self._solver.changeRowBounds(int(row), -np.inf, np.inf)

    def smallest(self, weights: Numbers) -> tuple[Numbers, Numbers] | None:
        """A table whose weighted sum is smallest, and what each row adds; None where none is.

        Raises NoTable.
        """
        self._ask(weights)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status in _UNBOUNDED:
            return None
        if status != highs.HighsModelStatus.kOptimal:
            raise NoTable(self._solver.modelStatusToString(status))
        solution = self._solver.getSolution()
        return np.array(solution.col_value), np.array(solution.row_dual)

    def _ask(self, weights: Numbers) -> None:
        for column in self._asked.tolist():
            self._solver.changeColCost(column, 0.0)
        self._asked = np.flatnonzero(weights)
        for column in self._asked.tolist():
            self._solver.changeColCost(column, float(weights[column]))


def _model(rows: csr_array, low: Numbers, high: Numbers) -> Any:
    matrix = rows.tocsc()
    count, columns = matrix.shape
    model = highs.HighsLp()
    model.num_col_, model.num_row_ = columns, count
    model.col_cost_ = np.zeros(columns)
    model.col_lower_, model.col_upper_ = np.zeros(columns), np.full(columns, np.inf)
    model.row_lower_, model.row_upper_ = low.astype(float), high.astype(float)
    model.a_matrix_.format_ = highs.MatrixFormat.kColwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = columns, count
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    return model
