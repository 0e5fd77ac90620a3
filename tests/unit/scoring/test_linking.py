"""What a difference is made of: real change, composition, method; the figures by hand."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.bridge import Jump, same_version
from assessment.questionnaire.bridge.loader import load_series
from assessment.questionnaire.path import effective_answers
from assessment.scoring.linking import Difference, Label, Pair, Side, differences, unlinked
from assessment.scoring.scorecard import scorecard
from tests.unit.questionnaire.tiny import FOLDER, tiny

SERIES = load_series(FOLDER / "bridge", tiny("bridge"))
BRIDGE = SERIES.bridge_from("tiny@0")

THEN = {"kept": 2, "worded": 4, "wide": 0, "left": 2, "right": 2, "other": 2, "gone": 2}
NOW = {
    "kept": 3,
    "said_better": 4,
    "wide_one": 4,
    "wide_two": 4,
    "joined": 4,
    "other": 2,
    "fresh": 0,
}


def side(questionnaire, answers):
    said = {
        id: one if isinstance(one, Answer) else Answer(State.ANSWERED, one)
        for id, one in answers.items()
    }
    effective = effective_answers(questionnaire, said)
    return Side(effective, scorecard(questionnaire, effective))


def linked(then=THEN, now=NOW, bridge=BRIDGE, jump=SERIES.jump):
    return differences(bridge, side(bridge.earlier, then), side(bridge.later, now), jump)


def parts(found):
    return (found.total, found.real, found.composition, found.method)


def points(*written):
    return tuple(Decimal(one) for one in written)


def test_a_topic_by_hand():
    """Then (50 + 100 + 0) / 3 = 50.0, over the two in common 75.0; now 375 / 4 = 93.75, over the
    two 87.5. So 43.8 = 12.5 real + 0 + 31.3 method."""
    lists = linked().topics["data.lists"]

    assert (lists.published.earlier, lists.published.later) == points("50.0", "93.8")
    assert (lists.linked.earlier, lists.linked.later) == points("75.0", "87.5")
    assert parts(lists) == points("43.8", "12.5", "0.0", "31.3")
    assert lists.label is Label.BOTH


def test_a_dimension_by_hand():
    """Then (50 + 50) / 2 = 50.0, over the questions in common 75.0; now (93.75 + 100 + 0) / 3 =
    64.583, over those 87.5. So 14.6 = 12.5 real + 0 + 2.1 method."""
    data = linked().dimensions["data"]

    assert parts(data) == points("14.6", "12.5", "0.0", "2.1")
    assert data.label is Label.BOTH


def test_a_dropped_question_that_pulled_the_score_down_is_method():
    """Nothing changed in what both versions ask: the rise is that 0 points are not asked any more,
    and 75 + 75 are asked in their place."""
    lists = linked(now={"kept": 2, "said_better": 4, "wide_one": 3, "wide_two": 3}).topics[
        "data.lists"
    ]

    assert parts(lists) == points("25.0", "0.0", "0.0", "25.0")
    assert lists.label is Label.METHOD


def test_a_question_answered_for_the_first_time_is_no_real_change():
    """Then 50 alone, now (50 + 0) / 2 = 25: nothing that was known has changed."""
    asked = tiny("levels")
    first, second = [question.id for question in asked.questions][:2]
    found = linked({first: 2}, {first: 2, second: 0}, same_version(asked))

    assert parts(found.topics["data.lists"]) == points("-25.0", "0.0", "-25.0", "0.0")
    assert found.topics["data.lists"].label is Label.COMPOSITION


def test_without_a_question_answered_on_both_sides_real_change_is_not_known():
    asked = tiny("levels")
    first, second = [question.id for question in asked.questions][:2]
    lists = linked({first: 0}, {second: 4}, same_version(asked)).topics["data.lists"]

    assert lists.real is None
    assert (lists.composition, lists.method) == points("100.0", "0.0")


def test_a_topic_without_questions_in_common_cannot_be_split():
    files = linked().topics["data.files"]

    assert (files.published.earlier, files.published.later) == points("50.0", "100.0")
    assert parts(files) == (Decimal("50.0"), None, None, None)
    assert files.label is Label.UNLINKED


def test_too_small_a_part_in_common_is_not_taken_for_the_whole():
    """Two of seven questions are in common, 29 %: with 30 % asked for nothing is split."""
    data = linked(jump=Jump(least_common=0.3)).dimensions["data"]

    assert data.common == pytest.approx(2 / 7)
    assert (data.real, data.label) == (None, Label.UNLINKED)


def test_a_new_topic_has_no_result_then():
    cloud = linked().topics["data.cloud"]

    assert (cloud.published.earlier, cloud.published.later) == (None, Decimal("0.0"))
    assert (cloud.total, cloud.label) == (None, Label.NO_RESULT)


def test_without_any_answer_there_is_no_result():
    data = linked({}, {}).dimensions["data"]

    assert parts(data) == (None, None, None, None)
    assert data.label is Label.NO_RESULT


def test_without_a_bridge_only_the_dimensions_are_put_side_by_side():
    found = unlinked(side(BRIDGE.earlier, THEN).card, side(BRIDGE.later, NOW).card)

    assert found.dimensions["data"].total == Decimal("14.6")
    assert found.dimensions["data"].label is Label.UNLINKED
    assert found.topics == {}


@pytest.mark.parametrize(
    ("real", "composition", "method", "label"),
    [
        (0, 0, 0, Label.STEADY),
        (1.9, 0, -1.9, Label.STEADY),
        (2, 0, 0, Label.REAL),
        (0, 0, -2, Label.METHOD),
        (5, 0, -5, Label.BOTH),
        (3, 4, 0, Label.REAL),
        (0, 4, 1, Label.COMPOSITION),
        (1.5, 0, 1.5, Label.BOTH),
        (1.5, 1.5, 0, Label.REAL),
        (1.5, 1.5, -0.5, Label.REAL),
    ],
)
def test_a_difference_is_called_after_its_noticeable_parts(real, composition, method, label):
    """From 2 points on, alone; or where only together they make a noticeable whole."""
    then = Decimal(50)
    matched = then + Decimal(str(real))
    linked_now = matched + Decimal(str(composition))
    found = Difference(
        "any",
        published=Pair(then, linked_now + Decimal(str(method))),
        linked=Pair(then, linked_now),
        matched=Pair(then, matched),
        common=1,
    )

    assert found.label is label


ANSWER = st.one_of(st.integers(0, 4), st.just(Answer(State.UNKNOWN)), st.just(UNANSWERED))
EARLIER = st.fixed_dictionaries(dict.fromkeys(THEN, ANSWER))
LATER = st.fixed_dictionaries(
    {id: ANSWER for id in NOW if id != "other"} | {"other": st.integers(0, 2)}
)


def every(found):
    return [*found.dimensions.values(), *found.topics.values()]


@settings(deadline=None)
@given(EARLIER, LATER)
def test_the_parts_add_up_to_the_difference_exactly(then, now):
    for one in every(linked(then, now)):
        if one.is_linked:
            assert (one.real or 0) + one.composition + one.method == one.total


@settings(deadline=None)
@given(EARLIER, EARLIER)
def test_under_an_unchanged_questionnaire_nothing_comes_from_the_method(then, now):
    for one in every(linked(then, now, same_version(BRIDGE.earlier))):
        assert one.method in (None, 0)


@settings(deadline=None)
@given(EARLIER, LATER)
def test_the_same_answers_are_no_real_change(then, now):
    same = now | {"kept": then["kept"], "said_better": then["worded"]}

    for one in every(linked(then, same)):
        assert one.real in (None, 0)
        assert one.composition in (None, 0)


@settings(deadline=None)
@given(EARLIER)
def test_an_assessment_compared_with_itself_is_steady(answers):
    for one in every(linked(answers, answers, same_version(BRIDGE.earlier))):
        assert one.label in (Label.STEADY, Label.NO_RESULT)


@settings(deadline=None)
@given(EARLIER, EARLIER)
def test_the_way_back_is_the_difference_with_the_other_sign(then, now):
    bridge = same_version(BRIDGE.earlier)
    for forth, back in zip(
        every(linked(then, now, bridge)), every(linked(now, then, bridge)), strict=True
    ):
        assert forth.label == back.label
        for one, other in zip(parts(forth), parts(back), strict=True):
            assert (one is None and other is None) or one == -other
