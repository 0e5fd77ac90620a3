"""Answer files that are written read back as exactly the same assessment."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import (
    Answer,
    Assessment,
    Plan,
    PlannedApplication,
    State,
)
from tests.unit.questionnaire.tiny import parsed

words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn"), blacklist_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
).filter(str.strip)
remarks = {"comment": st.none() | words, "evidence": st.none() | words, "respondent": words}


def answered(values):
    return st.builds(Answer, st.just(State.ANSWERED), values, **remarks)


open_answers = st.builds(
    Answer, st.just(State.UNKNOWN), reason=st.none() | words, **remarks
) | st.builds(Answer, st.just(State.UNANSWERED), **remarks)
factors = st.dictionaries(
    st.sampled_from(["partner", "budget"]), st.none() | st.integers(0, 4), max_size=2
)
own_applications = st.builds(
    PlannedApplication,
    id=st.just("own"),
    archetype=st.none(),
    priority=st.integers(1, 5),
    benefit=st.none() | st.integers(0, 4),
    factors=factors,
    title=words,
    field=st.just("mobility"),
    technology=st.just("speech"),
    traits=st.sampled_from([(), ("generative",), ("generative", "public_facing")]),
    ai_act=st.just("minimal"),
)
chosen_applications = st.builds(
    PlannedApplication,
    id=st.just("chatbot"),
    archetype=st.just("citizen_chatbot"),
    priority=st.integers(1, 5),
    benefit=st.none() | st.integers(0, 4),
    factors=factors,
    title=st.none() | words,
)
bodies = st.sampled_from([by_ags("05774032"), by_ags("05774")]) | st.builds(
    Municipality,
    name=words,
    body=st.sampled_from([Body.UTILITY, Body.COUNTY]),
    state=st.none() | st.just("AT"),
    population=st.none() | st.integers(1, 10**6),
)


def assessments(questions):
    answers = st.fixed_dictionaries(
        {}, optional={name: answered(values) | open_answers for name, values in questions.items()}
    )
    return st.builds(
        Assessment,
        questionnaire=st.just("tiny@1"),
        municipality=bodies,
        date=st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
        answers=answers,
        factors=factors,
        applications=st.tuples(own_applications, chosen_applications) | st.just(()),
        plan=st.none()
        | st.builds(
            Plan,
            st.just("2027-Q1"),
            st.integers(1, 40),
            st.integers(1, 500) | st.floats(0.01, 500),
        ),
        targets=st.dictionaries(st.just("data.lists"), st.integers(0, 4)),
        note=st.none() | words,
    )


QUESTIONS = {
    "levels": {"first": st.integers(0, 4), "second": st.integers(0, 4)},
    "choice": {"form": st.sampled_from(["paper", "file", "service"])},
    "several": {"sources": st.sampled_from([(), ("maps",), ("maps", "register")])},
    "number": {"share": st.floats(0, 100)},
    "context": {"remarks": words, "provider": st.just("own")},
}


@pytest.mark.parametrize("format_", ["yaml", "json"])
@pytest.mark.parametrize("name", QUESTIONS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_what_is_written_reads_back_as_the_same(name, format_, data):
    assessment = data.draw(assessments(QUESTIONS[name]))
    text = write_answers(assessment, format=format_)

    assert parsed(text, name, f"answers.{format_}") == assessment


def test_a_written_file_is_as_a_person_would_write_it():
    assessment = Assessment(
        questionnaire="tiny@1",
        municipality=by_ags("05774032"),
        date=dt.date(2026, 11, 22),
        answers={
            "first": Answer(State.ANSWERED, 3, comment="seit 2025: ja"),
            "second": Answer(State.UNKNOWN),
        },
        factors={"partner": 3, "budget": None},
    )

    assert write_answers(assessment, format="yaml") == (
        "questionnaire: tiny@1\n"
        "municipality:\n"
        '  ags: "05774032"\n'
        "date: 2026-11-22\n"
        "answers:\n"
        "  first:\n"
        "    level: 3\n"
        '    comment: "seit 2025: ja"\n'
        "  second: unknown\n"
        "factors:\n"
        "  partner: 3\n"
        "  budget: unknown\n"
    )
