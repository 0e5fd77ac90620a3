"""Many variants at once are what each of them is by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.questionnaire.path import effective_answers
from assessment.recommendation.variants.sheets import Said, along_path, possible_answers, scores
from assessment.scoring.points import worth
from assessment.scoring.scorecard import scorecard
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE, sheets
from tests.unit.scoring.questionnaires import choice, levels, number, one_topic, several


@settings(max_examples=40, deadline=None)
@given(st.lists(sheets, min_size=1, max_size=8))
def test_hidden_questions_and_scores_are_those_of_each_sheet(many):
    said = {
        name: Said(tuple(sheet[name] for sheet in many), np.arange(len(many)))
        for name in QUESTIONNAIRE.by_id
    }
    counted = along_path(QUESTIONNAIRE, said)
    found = scores(QUESTIONNAIRE, counted)
    for row, sheet in enumerate(many):
        effective = effective_answers(QUESTIONNAIRE, sheet)
        for name, own in counted.items():
            assert own.answers[own.row[row % own.row.size]].state == effective[name].state
        expected = [topic.score for topic in scorecard(QUESTIONNAIRE, effective).topics.values()]
        assert [None if np.isnan(score) else score for score in found[row]] == expected


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (levels("q", count=3), [0, 1, 2]),
        (choice("q", best=1, worst=0, middle=0.5), ["worst", "middle", "best"]),
        (several("q", 1, a=0.5, b=0.5), [(), ("a",), ("a", "b")]),
        (number("q", (0, 1), (100, 0)), [100, 75, 50, 25, 0]),
    ],
)
def test_every_kind_of_question_has_possible_answers_from_worst_to_best(question, values):
    (asked,) = one_topic(question).questions
    found = [answer.value for answer in possible_answers(asked)]
    assert found == values
    assert [worth(asked, value) for value in found] == sorted(worth(asked, v) for v in found)
