"""What is drawn, and that nothing but the model and its hash decides it."""

import numpy as np
import pytest

from assessment.recommendation.robustness.draws import make_draws
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE
from tests.unit.recommendation.robustness.trying_out import SEED, with_firmness
from tests.unit.recommendation.small_model import a_factor, a_model

RISING = [0, 0.2, 0.5, 0.8, 1]
HEAVY = a_factor("heavy", 3, turnkey=RISING)
LIGHT = a_factor("light", 1, of="body", in_house=RISING)
MODEL = with_firmness(a_model(factors=[HEAVY, LIGHT]), draws=4096)
DRAWS = make_draws(MODEL, QUESTIONNAIRE, SEED)


def test_the_weights_of_a_draw_sum_to_1_and_scatter_around_the_stated_ones():
    at_level_0 = DRAWS.weighted_utility[:, 0, :, 1]  # (f, d), stated utility 0.5 of both
    mean = at_level_0.mean(axis=1)
    assert mean == pytest.approx([0.5 * 0.75, 0.5 * 0.25], rel=0.005)
    flat = make_draws(
        with_firmness(MODEL, utility_factor=(1, 1)), QUESTIONNAIRE, SEED
    ).weighted_utility[:, 0, :, 1]
    assert flat.sum(axis=0) == pytest.approx(np.full(4096, 0.5))
    # Dirichlet: the variance of a share p is p·(1 - p) / (concentration + 1).
    assert (2 * flat).std(axis=1) == pytest.approx(np.sqrt([0.1875 / 201] * 2), rel=0.02)


def test_utilities_vary_by_a_fifth_and_stay_within_0_and_1():
    fixed = with_firmness(MODEL, weight_concentration=1e12)
    heavy = make_draws(fixed, QUESTIONNAIRE, SEED).weighted_utility[0] / 0.75
    for level, stated in enumerate(RISING):
        drawn = heavy[level, :, 0]
        assert drawn.min() == pytest.approx(0.8 * stated, abs=0.001)
        assert drawn.max() == pytest.approx(min(1, 1.2 * stated), abs=0.001)
        assert drawn.max() <= 1 + 1e-5  # the weight is all but fixed


def test_the_share_of_readiness_is_even_between_its_bounds():
    share = DRAWS.readiness_share[:, 0]
    assert (share.min(), share.max()) == pytest.approx((0.3, 0.6), abs=0.001)
    assert share.mean() == pytest.approx(0.45, abs=0.001)


def test_what_nobody_knows_is_drawn_evenly():
    drawn = np.array([*DRAWS.answers.values(), *DRAWS.factors.values()])
    for column in drawn:
        assert np.bincount((5 * column).astype(int)) == pytest.approx([819.2] * 5, abs=2)
    together = np.corrcoef(drawn) - np.eye(len(drawn))
    assert np.abs(together).max() < 0.05


def test_the_hash_decides_the_draws():
    again, other = (make_draws(MODEL, QUESTIONNAIRE, seed) for seed in (SEED, "5eee"))
    assert np.array_equal(again.weighted_utility, DRAWS.weighted_utility)
    assert not np.array_equal(other.weighted_utility, DRAWS.weighted_utility)


def test_a_column_belongs_to_an_id_whatever_the_order():
    turned = make_draws(
        MODEL.model_copy(update={"factors": MODEL.factors[::-1]}),
        QUESTIONNAIRE.model_copy(update={"questions": QUESTIONNAIRE.questions[::-1]}),
        SEED,
    )
    assert np.allclose(turned.weighted_utility[::-1], DRAWS.weighted_utility, rtol=1e-14)
    for name, column in DRAWS.answers.items():
        assert np.array_equal(turned.answers[name], column)
