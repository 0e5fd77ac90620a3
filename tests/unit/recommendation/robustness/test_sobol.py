"""The points are those of SciPy's sequence, bit for bit: results that are kept rest on them."""

import numpy as np
import pytest
from scipy.stats import qmc

from assessment.recommendation.robustness.sobol import sobol_points


@pytest.mark.parametrize(
    ("count", "columns", "seed"),
    [(1, 3, 1), (2, 5, 2), (4096, 272, 0xC0FFEE), (64, 2048, 2**200 + 7), (1024, 1, 5)],
)
def test_every_point_is_that_of_scipy(count, columns, seed):
    theirs = qmc.Sobol(columns, scramble=True, rng=np.random.default_rng(seed)).random(count)
    assert np.array_equal(sobol_points(count, columns, seed), theirs)


def test_more_numbers_than_the_table_has_directions_are_refused():
    with pytest.raises(ValueError, match="no more than 2048 numbers can be drawn"):
        sobol_points(2, 2049, 1)
