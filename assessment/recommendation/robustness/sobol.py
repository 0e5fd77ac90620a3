"""Points of a scrambled Sobol sequence: they fill the space more evenly than chance would.

The sequence is that of scipy.stats.qmc.Sobol, bit for bit, which a test holds. SciPy's own loads
all of its statistics, which takes longer and more memory than everything that is drawn here.

Directions: S. Joe, F. Y. Kuo: Constructing Sobol sequences with better two-dimensional projections,
SIAM Journal on Scientific Computing 30(5), 2008. Scrambling: J. Matoušek: On the L2-discrepancy for
anchored boxes, Journal of Complexity 14(4), 1998 (a linear matrix scramble and a digital shift).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from assessment.resources import data_folder
from assessment.scoring.points import Numbers

BITS = 30
_POWERS = 1 << np.arange(BITS - 1, -1, -1, dtype=np.uint32)

_Digits = NDArray[np.uint32]


def sobol_points(count: int, columns: int, seed: int) -> Numbers:
    """The first points (d, c) between 0 and 1 of the sequence that the seed scrambles."""
    # SciPy draws from a child of the generator that it is given.
    (random,) = np.random.default_rng(seed).spawn(1)
    shift = random.integers(0, 2, (columns, BITS), np.uint32) @ _POWERS[::-1]
    matrices = np.tril(random.integers(0, 2, (columns, BITS, BITS), np.uint32))
    directions = _scrambled(_directions(columns), matrices)
    points = shift[np.newaxis]
    for bit in range((count - 1).bit_length()):
        # In the order of the Gray code the second half is the first one backwards, one bit apart.
        points = np.concatenate([points, points[::-1] ^ directions[:, bit]])
    even: Numbers = points[:count] * 2.0**-BITS
    return even


def _scrambled(directions: _Digits, matrices: _Digits) -> _Digits:
    """Every direction, read as a column of binary digits, times the matrix of its dimension."""
    matrices[:, np.arange(BITS), np.arange(BITS)] = 1
    digits = (directions[:, :, np.newaxis] & _POWERS) != 0
    turned: _Digits = np.matmul(digits.astype(np.uint32), matrices.transpose(0, 2, 1)) % 2
    return turned @ _POWERS


@cache
def _directions(columns: int) -> _Digits:
    """The directions (c, bit) of so many dimensions; the table has them from the second on."""
    table = (data_folder() / "sobol_directions.txt").read_text(encoding="ascii")
    lines = table.splitlines()[1:columns]
    if len(lines) < columns - 1:
        raise ValueError(f"no more than {len(lines) + 1} numbers can be drawn, not {columns}")
    rows = [[int(number) for number in line.split()] for line in lines]
    odd = [[1] * BITS, *(_recurred(row[1], row[2], row[3:]) for row in rows)]
    return np.array(odd, np.uint32) * _POWERS


def _recurred(degree: int, coefficients: int, starts: list[int]) -> list[int]:
    """The numbers of a dimension: those stated, then each from those before by its polynomial."""
    numbers = list(starts)
    for bit in range(degree, BITS):
        number = numbers[bit - degree] ^ (numbers[bit - degree] << degree)
        for back in range(1, degree):
            if coefficients >> (degree - 1 - back) & 1:
                number ^= numbers[bit - back] << back
        numbers.append(number)
    return numbers
