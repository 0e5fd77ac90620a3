"""How firm advice is called, and what does and does not move its shares."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Route
from assessment.recommendation.robustness.draws import make_draws
from assessment.recommendation.robustness.model import Firmness
from tests.unit.recommendation.robustness.by_hand import overall_of, routes
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE, assessments, models
from tests.unit.recommendation.robustness.trying_out import (
    all_as_stated,
    fixed,
    tried,
    with_firmness,
)
from tests.unit.recommendation.small_model import a_condition, a_factor, a_gate, a_model, own
from tests.unit.scoring.questionnaires import UNKNOWN, answers

EXAMPLES = Path(__file__).parents[4] / "questionnaires" / "ki-readiness" / "examples"
MODEL = load_model()
KNOWN = {"data": 2, "follow_up": 2, "law": 2, "form": "file", "staff": 2}


def example(name):
    return read_answer_file(EXAMPLES / f"{name}.yaml", MODEL.vocabulary)


def tried_under_the_real_model(assessment, draws=None):
    draws = draws or MODEL.draws
    return tried(assessment, MODEL.recommendation, MODEL.questionnaire, draws)


@settings(max_examples=30, deadline=None)
@given(model=models(), assessment=assessments())
def test_with_every_draw_fixed_and_nothing_unknown_a_share_is_0_or_1(model, assessment):
    known = replace(
        assessment,
        answers=answers(**KNOWN),
        factors={"sensitivity": 2, "partner": 3},
        applications=(own("a"), own("b", priority=2)),
    )
    found, standing = tried(known, model, draws=all_as_stated(model))
    for name, route in routes(known, QUESTIONNAIRE, model).items():
        assert found[name].shares[route] == 1
        assert found[name].firmness == Firmness.FIRM
    assert standing.shares[overall_of(known, QUESTIONNAIRE, model).route] == 1


def test_order_and_remarks_and_language_move_no_share():
    assessment = example("kleinstadt-halb-ausgefuellt")
    before, _ = tried_under_the_real_model(assessment)
    turned = replace(
        assessment,
        answers={
            name: replace(answer, comment="anders", respondent="IT")
            for name, answer in reversed(assessment.answers.items())
        },
        factors=dict(reversed(assessment.factors.items())),
        applications=tuple(
            replace(one, title="anders", factors=dict(reversed(one.factors.items())))
            for one in reversed(assessment.applications)
        ),
    )
    after, _ = tried_under_the_real_model(turned)
    assert after == before


def test_another_application_moves_no_share():
    assessment = example("kleinstadt-halb-ausgefuellt")
    both, _ = tried_under_the_real_model(assessment)
    for one in assessment.applications:
        alone, _ = tried_under_the_real_model(replace(assessment, applications=(one,)))
        assert alone[one.id] == both[one.id]


def test_the_order_of_questions_and_factors_in_the_files_moves_no_share():
    assessment = example("kleinstadt-halb-ausgefuellt")
    before, _ = tried_under_the_real_model(assessment)
    turned = replace(
        MODEL,
        questionnaire=MODEL.questionnaire.model_copy(
            update={"questions": MODEL.questionnaire.questions[::-1]}
        ),
        recommendation=MODEL.recommendation.model_copy(
            update={"factors": MODEL.recommendation.factors[::-1]}
        ),
    )
    assert turned.hash == MODEL.hash
    after, _ = tried(assessment, turned.recommendation, turned.questionnaire, turned.draws)
    for name, firm in before.items():
        assert after[name].shares == firm.shares
        assert after[name].flips == firm.flips
        assert after[name].find_out_first == firm.find_out_first


def test_many_more_draws_move_a_share_by_less_than_2_points():
    more = with_firmness(MODEL.recommendation, draws=2**15)
    reference = make_draws(more, MODEL.questionnaire, "0dd")
    for name in ("kleinstadt-halb-ausgefuellt", "alles-unbekannt"):
        assessment = example(name)
        found, standing = tried_under_the_real_model(assessment)
        expected, overall = tried_under_the_real_model(assessment, reference)
        for one, other in [*((found[id], expected[id]) for id in found), (standing, overall)]:
            for outcome, share in one.shares.items():
                assert share == pytest.approx(other.shares[outcome], abs=0.02)


class TestTheLabel:
    """Turnkey is certain unless "law" is below level 1; then everything is stopped."""

    model = with_firmness(
        fixed(
            a_model(
                factors=[a_factor("market", turnkey=[1] * 5), a_factor("partner", of="body")],
                gates=[a_gate("law", a_condition((1,), question="law"))],
            ),
            draws=4096,
        ),
        utility_factor=(0.99, 1.01),
    )

    def tried(self, blank, *, partner=3, **given):
        given = answers(**(KNOWN | given))
        stated = replace(blank, answers=given, factors={"partner": partner}, applications=(own(),))
        found, standing = tried(stated, self.model)
        assert standing.shares == found["own"].shares
        return found["own"]

    def test_is_firm_where_hardly_any_draw_says_otherwise(self, blank):
        found = self.tried(blank)
        assert found.shares == {**dict.fromkeys(Route, 0), None: 0, "turnkey": 1}
        assert (found.firmness, found.ask_first) == (Firmness.FIRM, ())
        assert found.too_close is None

    def test_is_never_firm_while_a_factor_of_the_body_is_not_given(self, blank):
        found = self.tried(blank, partner=None)
        assert found.shares["turnkey"] == 1
        assert (found.firmness, found.ask_first) == (Firmness.LIKELY, ("partner",))

    def test_counts_that_everything_is_stopped_as_a_result_too(self, blank):
        found = self.tried(blank, law=UNKNOWN)
        assert found.shares[None] == pytest.approx(1 / 3, abs=0.001)
        assert found.shares["turnkey"] == pytest.approx(2 / 3, abs=0.001)
        assert found.firmness == Firmness.UNDECIDED  # of what is recommended: nothing
        assert found.too_close.between == (None, Route.TURNKEY)

    @pytest.mark.parametrize(
        ("likely", "label"), [(0.3, Firmness.LIKELY), (0.4, Firmness.UNDECIDED)]
    )
    def test_follows_the_shares_that_the_data_names(self, blank, likely, label):
        self.model = with_firmness(self.model, likely=likely)
        assert self.tried(blank, law=UNKNOWN).firmness == label


def test_with_none_of_the_four_factors_nothing_is_firm_under_the_real_model():
    assessment = example("grossstadt")
    planned = [PlannedApplication(one.id, one.id) for one in MODEL.recommendation.archetypes[:5]]
    found, standing = tried_under_the_real_model(
        replace(assessment, factors={}, applications=tuple(planned))
    )
    for firm in (*found.values(), standing):
        assert firm.ask_first == ("partner", "time", "budget", "reuse")
        assert firm.firmness != Firmness.FIRM


def test_without_applications_the_standard_set_is_tried_out():
    found, standing = tried_under_the_real_model(replace(example("kleinstadt"), applications=()))
    assert found == {}
    assert sum(standing.shares.values()) == 1


def test_without_a_standard_set_there_is_no_stance(blank):
    assert tried(blank, a_model()) == ({}, None)


def test_an_application_without_archetype_has_any_level_of_what_is_not_given(blank):
    """Turnkey suits from level 2 of "market" on: three of five levels."""
    market = a_factor("market", turnkey=[0, 0, 1, 1, 1])
    model = with_firmness(fixed(a_model(factors=[market]), draws=4096))
    stated = replace(blank, answers=answers(**KNOWN), applications=(own(),))
    found, _ = tried(stated, model)
    assert found["own"].shares["turnkey"] == pytest.approx(0.6, abs=0.001)
