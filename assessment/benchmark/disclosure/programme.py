"""One linear programme that is asked many questions: the same table, another sum each time.

Most of what a programme costs is to find a first table that agrees. HiGHS keeps the last one, so
that the next question costs a few steps from there, some twenty times less than asking anew
through `linprog`. SciPy brings HiGHS along but shows no way to keep a programme; what is used here
is the binding inside SciPy, the same as that of the package highspy. Nothing else may use it. It is
private to SciPy: where a version has it no more, each question is asked anew, only slower.
"""

from importlib import import_module
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

Numbers = npt.NDArray[np.float64]

_PRIMAL = 4
_OPTIONS = {"output_flag": False, "presolve": "off", "simplex_strategy": _PRIMAL, "threads": 1}
_BINDING = "scipy.optimize._highspy._core"
_OPTIMAL, _IS_UNBOUNDED = 0, 3


class NoTable(ArithmeticError):
    """No table agrees with what is published: what was counted contradicts itself."""


class Programme(Protocol):
    """Tables of counts, none below zero, whose sums lie between a lowest and a highest value."""

    def forget(self, row: int) -> None:
        """From now on nothing is known of a sum any more."""

    def smallest(self, weights: Numbers) -> tuple[Numbers, Numbers] | None:
        """A table whose weighted sum is smallest, and what each row adds; None where none is.

        Raises NoTable.
        """


def programme_of(rows: csr_array, low: Numbers, high: Numbers) -> Programme:
    """The tables whose sums lie between `low` and `high`."""
    try:
        highs = import_module(_BINDING)
        return KeptProgramme(highs, rows, low, high)
    except (ImportError, AttributeError):
        return AskedAnew(rows, low, high)


class KeptProgramme:
    """A programme that HiGHS keeps between questions."""

    def __init__(self, highs: Any, rows: csr_array, low: Numbers, high: Numbers) -> None:
        self._status = highs.HighsModelStatus
        self._unbounded = (self._status.kUnbounded, self._status.kUnboundedOrInfeasible)
        self._solver: Any = highs._Highs()  # noqa: SLF001 - the public way keeps nothing
        for name, value in _OPTIONS.items():
            self._solver.setOptionValue(name, value)
        self._solver.passModel(_model(highs, rows, low, high))
        self._weights = np.zeros(rows.shape[1])

    def forget(self, row: int) -> None:
        """From now on nothing is known of a sum any more."""
        self._solver.changeRowBounds(int(row), -np.inf, np.inf)

    def smallest(self, weights: Numbers) -> tuple[Numbers, Numbers] | None:
        """The best table and what each row adds. Raises NoTable."""
        self._ask(weights)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status in self._unbounded:
            return None
        if status != self._status.kOptimal:
            raise NoTable(self._solver.modelStatusToString(status))
        solution = self._solver.getSolution()
        return np.array(solution.col_value), np.array(solution.row_dual)

    def _ask(self, weights: Numbers) -> None:
        changed = np.flatnonzero(weights != self._weights).astype(np.int32)
        self._solver.changeColsCost(len(changed), changed, weights[changed])
        self._weights = weights.copy()


class AskedAnew:
    """A programme that is put together anew for every question, by SciPy's public function."""

    def __init__(self, rows: csr_array, low: Numbers, high: Numbers) -> None:
        self._rows, self._low, self._high = rows, low.astype(float), high.astype(float)

    def forget(self, row: int) -> None:
        """From now on nothing is known of a sum any more."""
        self._low[row], self._high[row] = -np.inf, np.inf

    def smallest(self, weights: Numbers) -> tuple[Numbers, Numbers] | None:
        """The best table and what each row adds. Raises NoTable."""
        fixed = np.flatnonzero(self._low == self._high)
        least = np.flatnonzero(np.isfinite(self._low) & (self._low != self._high))
        most = np.flatnonzero(np.isfinite(self._high) & (self._low != self._high))
        solved = linprog(
            weights,
            A_ub=vstack([-self._rows[least], self._rows[most]], format="csr"),
            b_ub=np.concatenate([-self._low[least], self._high[most]]),
            A_eq=self._rows[fixed],
            b_eq=self._low[fixed],
        )
        if solved.status == _IS_UNBOUNDED:
            return None
        if solved.status != _OPTIMAL:
            raise NoTable(solved.message)
        adds = np.zeros(len(self._low))
        adds[fixed] = solved.eqlin.marginals
        np.add.at(adds, least, -solved.ineqlin.marginals[: len(least)])
        np.add.at(adds, most, solved.ineqlin.marginals[len(least) :])
        return np.array(solved.x), adds


def _model(highs: Any, rows: csr_array, low: Numbers, high: Numbers) -> Any:
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
