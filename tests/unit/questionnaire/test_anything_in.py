"""Whatever somebody puts into a file, the answer is an assessment or a list of problems."""

import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import Invalid
from assessment.questionnaire.documents import read_document
from assessment.questionnaire.loader import load_questionnaire
from assessment.wording import problem_text
from tests.unit.questionnaire.tiny import FOLDER, parsed

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
SOUND = {
    "questionnaire": "tiny@1",
    "municipality": {"name": "X", "body": "county", "state": "NW", "population": 10},
    "date": "2026-11-22",
    "note": "a note",
    "answers": {"first": {"level": 1, "comment": "c"}, "second": "unknown"},
    "factors": {"partner": 1},
    "applications": [
        {"id": "a", "archetype": "citizen_chatbot", "priority": 1, "factors": {"market": 1}},
        {
            "id": "b",
            "archetype": None,
            "title": "T",
            "field": "mobility",
            "technology": "speech",
            "traits": ["generative"],
            "ai_act": "minimal",
        },
    ],
    "plan": {"start": "2027-Q1", "quarters": 1, "person_days_per_quarter": 1},
    "targets": {"data.lists": 1},
}


def places(value, place=()):
    """Every place in the value."""
    yield place
    listed = dict(enumerate(value)) if isinstance(value, list) else {}
    for key, part in (value if isinstance(value, dict) else listed).items():
        yield from places(part, (*place, key))


def changed(value, place, new):
    if not place:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = changed(value[place[0]], place[1:], new)
    return copy


def assert_said_in_words(problems):
    assert problems
    assert all(problem_text(problem, "de")[0] for problem in problems)


@given(place=st.sampled_from(list(places(SOUND))), new=values)
@settings(max_examples=150, deadline=None)
def test_anything_in_an_answer_file(place, new):
    text = json.dumps(changed(SOUND, place, new))

    try:
        parsed(text, file="answers.json")
    except Invalid as invalid:
        assert_said_in_words(invalid.problems)


@given(data=st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_problems(data):
    with pytest.raises(Invalid) as failure:
        parsed(data.decode("latin-1"))

    assert_said_in_words(failure.value.problems)


@pytest.mark.parametrize("name", ["levels", "several", "number", "show_if", "plausibility"])
@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_anything_in_a_questionnaire(name, data, tmp_path):
    folder = tmp_path / "questionnaire"
    shutil.copytree(FOLDER / name, folder, dirs_exist_ok=True)
    file = data.draw(st.sampled_from(sorted(folder.rglob("*.yaml"))))
    content = read_document(file).value
    place = data.draw(st.sampled_from(list(places(content))))
    file.write_text(json.dumps(changed(content, place, data.draw(values))), encoding="utf-8")

    try:
        load_questionnaire(folder)
    except Invalid as invalid:
        assert_said_in_words(invalid.problems)
