"""What holds for every questionnaire and every set of answers."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.questionnaire.answers import Answer, State
from assessment.scoring.dimensions import NO_LEVEL, dimension_scores, levels
from assessment.scoring.points import points
from assessment.scoring.scorecard import scorecard
from assessment.scoring.topics import topic_scores, topic_sums
from tests.unit.scoring import questionnaires as build

NAMES = ("a", "b", "c", "e", "f", "g")
TOPICS = ("x", "x", "y", "y", "y", "z")

weights = st.sampled_from([0, 0.1, 0.5, 1, 2, 3.7])
given_answers = st.one_of(
    st.integers(0, 4).map(lambda level: Answer(State.ANSWERED, level)),
    st.sampled_from([build.UNKNOWN, build.UNANSWERED, build.NOT_APPLICABLE, build.NOT_ASKED]),
)
sheets = st.fixed_dictionaries(dict.fromkeys(NAMES, given_answers))


@st.composite
def small_questionnaires(draw):
    topics = {}
    for name, topic in zip(NAMES, TOPICS, strict=True):
        topics.setdefault(topic, []).append(build.levels(name, weight=draw(weights)))
    return build.a_questionnaire(
        {"d": {"x": topics["x"], "y": topics["y"]}, "e": {"z": topics["z"]}},
        topic_weights={topic: draw(weights) for topic in topics},
    )


def every_score(card):
    return [*card.topics.values(), *card.dimensions.values()]


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), sheets)
def test_a_score_lies_in_its_range_and_all_between_0_and_100(questionnaire, sheet):
    for found in every_score(scorecard(questionnaire, sheet)):
        if found.low is not None:
            assert 0 <= found.low <= found.high <= 100
            assert 0 <= found.coverage <= 1
        if found.score is not None:
            assert found.low <= found.score <= found.high


def test_full_points_of_weights_that_do_not_add_up_to_the_last_bit_are_100():
    weights = {"c": 0.1, "e": 2, "f": 3.7}  # 580.0000000000001 / 5.8
    asked = [build.levels(name, weight=weight) for name, weight in weights.items()]
    questionnaire = build.a_questionnaire({"d": {"y": asked}})
    full = scorecard(questionnaire, {name: Answer(State.ANSWERED, 4) for name in weights})
    still_open = scorecard(questionnaire, dict.fromkeys(weights, build.UNKNOWN))
    assert [one.score for one in every_score(full)] == [100, 100]
    assert [one.high for one in every_score(still_open)] == [100, 100]


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), sheets, st.randoms())
def test_the_order_of_the_answers_does_not_matter(questionnaire, sheet, random):
    shuffled = dict(random.sample(sorted(sheet.items()), len(sheet)))
    assert scorecard(questionnaire, shuffled) == scorecard(questionnaire, sheet)


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), sheets, st.sampled_from(NAMES))
def test_a_higher_level_never_lowers_a_score(questionnaire, sheet, name):
    courses = [
        [
            found.score
            for found in every_score(
                scorecard(questionnaire, {**sheet, name: Answer(State.ANSWERED, level)})
            )
        ]
        for level in range(5)
    ]
    for lower, higher in pairwise(courses):
        for before, after in zip(lower, higher, strict=True):
            assert (before is None) == (after is None)
            assert before is None or before <= after


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), sheets, sheets)
def test_what_becomes_known_later_lies_in_the_earlier_range(questionnaire, sheet, later):
    known = {
        name: later[name]
        if answer in (build.UNKNOWN, build.UNANSWERED) and later[name].state == State.ANSWERED
        else answer
        for name, answer in sheet.items()
    }
    before = every_score(scorecard(questionnaire, sheet))
    after = every_score(scorecard(questionnaire, known))
    for early, late in zip(before, after, strict=True):
        if late.low is not None:
            assert early.low - 1e-9 <= late.low
            assert late.high <= early.high + 1e-9


@settings(max_examples=40, deadline=None)
@given(small_questionnaires(), st.lists(sheets, min_size=1, max_size=20))
def test_many_at_once_give_the_same_bits_as_one_by_one(questionnaire, many):
    sums = topic_sums(questionnaire, points(questionnaire, many))
    of_topics = topic_scores(sums)
    of_dimensions = dimension_scores(questionnaire, of_topics, sums)
    reached = levels(questionnaire.bands, of_dimensions.score)
    for row, sheet in enumerate(many):
        card = scorecard(questionnaire, sheet)
        for kind in ("score", "low", "high", "coverage"):
            topics = [getattr(found, kind) for found in card.topics.values()]
            dimensions = [getattr(found, kind) for found in card.dimensions.values()]
            assert _numbers(getattr(of_topics, kind)[row]) == topics
            assert _numbers(getattr(of_dimensions, kind)[row]) == dimensions
        expected = [found.level for found in card.dimensions.values()]
        assert [None if level == NO_LEVEL else level for level in reached[row]] == expected


def _numbers(row):
    return [None if np.isnan(value) else value for value in row]


def test_blocks_of_assessments_join_without_a_seam():
    """More assessments than are summed at once, each with its own answer."""
    questionnaire = build.one_topic(build.levels("a", count=10_001))
    many = [build.answers(a=level) for level in range(10_001)]
    found = topic_scores(topic_sums(questionnaire, points(questionnaire, many)))
    assert found.score[:, 0].tolist() == [100 * (level / 10_000) for level in range(10_001)]
