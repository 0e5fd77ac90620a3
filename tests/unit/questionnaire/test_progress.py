"""Progress: whatever was said counts, whatever is not asked does not."""

import pytest

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.progress import Progress, TopicState, progress


def answers(*states):
    return [Answer(State(state)) for state in states]


def test_unknown_and_not_applicable_are_answers_and_hidden_questions_are_not_asked():
    said = answers("answered", "unknown", "not_applicable", "unanswered", "not_asked")
    assert progress(said) == Progress(asked=4, done=3)


@pytest.mark.parametrize(
    ("states", "share", "state"),
    [
        (["unanswered", "unanswered"], 0, TopicState.OPEN),
        (["answered", "unanswered"], 0.5, TopicState.PARTLY),
        (["answered", "unknown"], 1, TopicState.DONE),
        (["not_asked"], 1, TopicState.DONE),
        ([], 1, TopicState.DONE),
    ],
)
def test_share_and_state_follow_from_the_counts(states, share, state):
    found = progress(answers(*states))
    assert (found.share, found.state) == (share, state)
