"""Scores of topics and dimensions, worked by hand."""

import pytest

from assessment.scoring.scorecard import scorecard
from tests.unit.scoring.questionnaires import (
    NOT_APPLICABLE,
    NOT_ASKED,
    UNANSWERED,
    UNKNOWN,
    a_questionnaire,
    answers,
    levels,
    one_topic,
)


def topic(questionnaire, **given):
    found = scorecard(questionnaire, answers(**given)).topics["t"]
    return found.score, found.low, found.high, found.coverage


def dimension(questionnaire, **given):
    found = scorecard(questionnaire, answers(**given)).dimensions["d"]
    return found.score, found.low, found.high, found.coverage


NOTHING = (None, None, None, None)


class TestTopics:
    def test_the_score_is_the_weighted_mean(self):
        # 100 · (1 · 4/4 + 3 · 1/4) / 4
        questionnaire = one_topic(levels("a"), levels("b", weight=3))
        assert topic(questionnaire, a=4, b=1) == (43.75, 43.75, 43.75, 1)

    @pytest.mark.parametrize("still_open", [UNKNOWN, UNANSWERED])
    def test_an_open_question_leaves_the_score_and_widens_the_range(self, still_open):
        # Known: 4/4 with weight 1. Open: weight 3. Low 100 · 1/4, high 25 + 100 · 3/4.
        questionnaire = one_topic(levels("a"), levels("b", weight=3))
        assert topic(questionnaire, a=4, b=still_open) == (100, 25, 100, 0.25)

    def test_both_ends_of_the_range(self):
        # Known: 1/4 + 3/4 of two. Open: one of three. Low 100 · 1/3, high 100 · 2/3.
        questionnaire = one_topic(levels("a"), levels("b"), levels("c"))
        expected = (50, 100 / 3, 200 / 3, 2 / 3)
        assert topic(questionnaire, a=1, b=3, c=UNKNOWN) == pytest.approx(expected)

    @pytest.mark.parametrize("gone", [NOT_APPLICABLE, NOT_ASKED])
    def test_what_does_not_apply_or_was_not_asked_changes_nothing(self, gone):
        questionnaire = one_topic(levels("a"), levels("b", weight=3))
        assert topic(questionnaire, a=2, b=gone) == (50, 50, 50, 1)

    def test_without_any_answer_there_is_a_range_but_no_score(self):
        assert topic(one_topic(levels("a")), a=UNKNOWN) == (None, 0, 100, 0)

    def test_without_any_question_asked_there_is_nothing(self):
        assert topic(one_topic(levels("a")), a=NOT_APPLICABLE) == NOTHING

    def test_a_weight_of_0_stays_0(self):
        questionnaire = one_topic(levels("a"), levels("b", weight=0))
        assert topic(questionnaire, a=1, b=4) == (25, 25, 25, 1)
        assert topic(questionnaire, a=UNKNOWN, b=4) == (None, 0, 100, 0)
        assert topic(one_topic(levels("b", weight=0)), b=4) == NOTHING

    def test_all_answers_zero_is_a_score_of_zero(self):
        assert topic(one_topic(levels("a")), a=0) == (0, 0, 0, 1)


class TestDimensions:
    def test_the_score_is_the_weighted_mean_of_its_topics(self):
        # (1 · 100 + 3 · 25) / 4
        questionnaire = a_questionnaire(
            {"d": {"x": [levels("a")], "y": [levels("b")]}}, topic_weights={"y": 3}
        )
        assert dimension(questionnaire, a=4, b=1) == (43.75, 43.75, 43.75, 1)

    def test_a_topic_counts_once_however_many_questions_it_has(self):
        # x = 100, y = (0 + 0 + 0) / 3 = 0
        questionnaire = a_questionnaire(
            {"d": {"x": [levels("a")], "y": [levels("b"), levels("c"), levels("e")]}}
        )
        assert dimension(questionnaire, a=4, b=0, c=0, e=0) == (50, 50, 50, 1)

    def test_an_untouched_topic_leaves_the_score_and_widens_the_range(self):
        # x: 50, 50, 50. y: none, 0, 100. Low (50 + 0) / 2, high (50 + 100) / 2.
        questionnaire = a_questionnaire({"d": {"x": [levels("a")], "y": [levels("b")]}})
        assert dimension(questionnaire, a=2) == (50, 25, 75, 0.5)

    def test_a_topic_that_was_not_asked_is_not_there(self):
        questionnaire = a_questionnaire({"d": {"x": [levels("a")], "y": [levels("b")]}})
        assert dimension(questionnaire, a=2, b=NOT_ASKED) == (50, 50, 50, 1)

    def test_coverage_counts_question_weights(self):
        # Answered 1 + 3 of 1 + 3 + 4.
        questionnaire = a_questionnaire(
            {"d": {"x": [levels("a"), levels("b", weight=3)], "y": [levels("c", weight=4)]}}
        )
        assert dimension(questionnaire, a=2, b=2)[3] == 0.5

    def test_a_topic_of_weight_0_does_not_move_the_dimension(self):
        questionnaire = a_questionnaire(
            {"d": {"x": [levels("a")], "y": [levels("b")]}}, topic_weights={"y": 0}
        )
        assert dimension(questionnaire, a=1, b=4)[:3] == (25, 25, 25)

    def test_an_empty_dimension_is_no_result(self):
        questionnaire = a_questionnaire({"d": {"x": [levels("a")]}, "e": {"y": [levels("b")]}})
        found = scorecard(questionnaire, answers(a=NOT_APPLICABLE, b=4))
        assert dimension(questionnaire, a=NOT_APPLICABLE, b=4) == NOTHING
        assert found.dimensions["d"].level is None
        assert found.dimensions["e"].level == 4


class TestLevels:
    @pytest.mark.parametrize(
        ("score", "level"),
        [(0, 0), (19, 0), (20, 1), (39, 1), (40, 2), (59, 2), (60, 3), (79, 3), (80, 4), (100, 4)],
    )
    def test_bands_include_their_lower_edge(self, score, level):
        questionnaire = one_topic(levels("a", count=101))
        assert scorecard(questionnaire, answers(a=score)).dimensions["d"].level == level

    def test_bands_are_cut_on_unrounded_values(self):
        # 79.96 is shown as 80.0 and still is level 3.
        questionnaire = one_topic(levels("a", count=10_001))
        assert scorecard(questionnaire, answers(a=7996)).dimensions["d"].level == 3

    def test_sums_that_reach_an_edge_on_paper_reach_it(self):
        # 0, 80 and 100 with a weight of 0.1 each: 60, but 59.99999999999999 in binary.
        topics = {name: [levels(name, weight=0.1, count=11)] for name in "abc"}
        questionnaire = a_questionnaire({"d": topics}, topic_weights=dict.fromkeys("abc", 0.1))
        assert scorecard(questionnaire, answers(a=0, b=8, c=10)).dimensions["d"].level == 3


def test_coverage_of_the_whole_counts_every_asked_question():
    # Answered 2 of 1 + 2 + 1; the one that does not apply is not counted.
    questionnaire = a_questionnaire(
        {
            "d": {"x": [levels("a"), levels("b", weight=2)]},
            "e": {"y": [levels("c"), levels("f", weight=9)]},
        }
    )
    assert scorecard(questionnaire, answers(b=1, f=NOT_APPLICABLE)).coverage == 0.5


def test_coverage_without_any_question_asked_is_nothing():
    assert scorecard(one_topic(levels("a")), answers(a=NOT_ASKED)).coverage is None
