"""Flips, against every changed assessment asked about one by one."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.outcome import OUTCOMES
from assessment.recommendation.robustness.flips import MOST_PAIRS, all_flips
from assessment.recommendation.robustness.steps import single_steps
from assessment.recommendation.variants.situation import situation
from tests.unit.recommendation.robustness.by_hand import Changes, as_tuples, routes
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE, assessments, models
from tests.unit.recommendation.small_model import a_condition, a_gate, a_model, own
from tests.unit.scoring.questionnaires import UNKNOWN, answers

EXAMPLES = Path(__file__).parents[4] / "questionnaires" / "ki-readiness" / "examples"


def flips_of(assessment, questionnaire, model):
    """The flips of each application, and what each comes to as things stand."""
    applications = stated_applications(assessment, model)
    of = situation(questionnaire, model, applications, assessment.answers)
    singles = single_steps(of)
    now = {one.id: OUTCOMES[at] for one, at in zip(applications, singles.now, strict=True)}
    found = zip(applications, all_flips(singles), strict=True)
    return {one.id: flips for one, flips in found}, now


@settings(max_examples=15, deadline=None)
@given(model=models(), assessment=assessments())
def test_all_flips_are_those_found_one_by_one(model, assessment):
    found, now = flips_of(assessment, QUESTIONNAIRE, model)
    assert now == routes(assessment, QUESTIONNAIRE, model)
    for application in ("a", "b"):
        by_hand = Changes(assessment, QUESTIONNAIRE, model, application)
        expected = [((change,), route) for change, route in by_hand.single_flips()]
        assert as_tuples(found[application]) == expected + by_hand.pair_flips()


@pytest.mark.parametrize("example", ["kleinstadt", "kleinstadt-halb-ausgefuellt"])
def test_the_single_flips_under_the_real_model_are_those_found_one_by_one(example):
    model = load_model()
    assessment = read_answer_file(EXAMPLES / f"{example}.yaml", model.vocabulary)
    assessment = replace(assessment, applications=assessment.applications[:2])
    found, _ = flips_of(assessment, model.questionnaire, model.recommendation)
    for application, flips in found.items():
        by_hand = Changes(assessment, model.questionnaire, model.recommendation, application)
        singles = [flip for flip in flips if len(flip.changes) == 1]
        assert as_tuples(singles) == [((c,), route) for c, route in by_hand.single_flips()]
        pairs = flips[len(singles) :]
        assert len(pairs) <= MOST_PAIRS
        for changes, route in as_tuples(pairs):
            assert by_hand.after(*changes) == route != by_hand.now


class TestAFlip:
    """A gate that asks level 1 of "law" on all routes, and another that asks level 2 of "staff"."""

    model = a_model(
        gates=[
            a_gate("law", a_condition((1,), question="law")),
            a_gate("staff", a_condition((2,), question="staff")),
        ]
    )

    def flips(self, assessment, **given):
        given = {"data": 2, "follow_up": 2, "form": "file"} | given
        assessment = replace(assessment, answers=answers(**given), applications=(own(),))
        found, _ = flips_of(assessment, QUESTIONNAIRE, self.model)
        return found["own"]

    def test_may_open_what_was_stopped(self, blank):
        (flip,) = self.flips(blank, law=0, staff=2)
        assert as_tuples([flip]) == [((("question", "law", 1),), "turnkey")]
        assert not flip.rests_on

    def test_may_be_an_answer_that_nobody_knows_yet(self, blank):
        (flip,) = self.flips(blank, law=UNKNOWN, staff=2)
        assert (flip.changes[0].from_, flip.changes[0].to) == (None, 1)
        assert not flip.rests_on

    def test_may_tell_what_the_advice_rests_on(self, blank):
        flips = self.flips(blank, law=2, staff=2)
        assert as_tuples(flips) == [
            ((("question", "staff", 1),), None),
            ((("question", "law", 0),), None),
        ]
        assert all(flip.rests_on for flip in flips)

    def test_of_two_answers_counts_where_neither_flips_alone(self, blank):
        (flip,) = self.flips(blank, law=0, staff=1)
        assert as_tuples([flip]) == [
            ((("question", "law", 1), ("question", "staff", 2)), "turnkey")
        ]
