"""An answer book reads back as exactly the assessment that it was written from."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answer_book import read_book, write_book
from assessment.model import load_model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answer_file import read_answer_file
from assessment.questionnaire.answers import (
    Answer,
    Assessment,
    Plan,
    PlannedApplication,
    State,
)

EXAMPLES = sorted((load_model().folder / "examples").glob("*.yaml"))
MODEL = load_model()
FACTORS = [factor.id for factor in MODEL.recommendation.factors]
OF_BODY = [factor.id for factor in MODEL.recommendation.factors if factor.of == "body"]
QUESTIONS = MODEL.questionnaire.questions

texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), include_characters="\n"),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() and "x005F_" not in text)
levels = st.one_of(st.none(), st.integers(0, 4))


@st.composite
def answers(draw):
    found = {}
    for question in draw(st.lists(st.sampled_from(QUESTIONS), max_size=6, unique_by=id)):
        states = [State.ANSWERED, State.UNKNOWN]
        states += [State.NOT_APPLICABLE] if question.not_applicable else []
        state = draw(st.sampled_from(states))
        comment, evidence, respondent = (draw(st.none() | texts) for _ in range(3))
        reason = None if state is State.ANSWERED else draw(st.none() | texts)
        value = draw(st.integers(0, 4)) if state is State.ANSWERED else None
        found[question.id] = Answer(state, value, comment, evidence, respondent, reason)
    return found


@st.composite
def applications(draw):
    planned = []
    for number in range(draw(st.integers(0, 3))):
        factors = draw(st.dictionaries(st.sampled_from(FACTORS), levels, max_size=3))
        more = {"priority": draw(st.integers(1, 5)), "benefit": draw(levels), "factors": factors}
        if draw(st.booleans()):
            archetype = draw(st.sampled_from(MODEL.recommendation.archetypes)).id
            title = draw(st.none() | texts)
            planned.append(PlannedApplication(f"a{number}", archetype, title=title, **more))
            continue
        traits = draw(st.sets(st.sampled_from(list(MODEL.recommendation.traits))))
        own = {
            "title": draw(texts),
            "field": draw(st.sampled_from(["mobility", "other"])),
            "technology": draw(st.sampled_from(["speech", "other"])),
            "traits": tuple(trait for trait in MODEL.recommendation.traits if trait in traits),
            "ai_act": draw(st.sampled_from(list(MODEL.recommendation.ai_act_classes))),
        }
        planned.append(PlannedApplication(f"own-{number}", None, **own, **more))
    return tuple(planned)


bodies = st.sampled_from(
    [
        by_ags("05515000"),
        by_ags("05774"),
        Municipality("Stadtwerke Übung", Body.UTILITY, state="NW"),
        Municipality("Gemeinde im Ausland", Body.MUNICIPALITY, "AT", 900, size_class="50"),
    ]
)
plans = st.none() | st.builds(
    Plan, st.sampled_from(["2027-Q1", "2030-Q4"]), st.integers(1, 40), st.sampled_from([7, 2.5])
)
assessments = st.builds(
    Assessment,
    questionnaire=st.just(MODEL.questionnaire.reference),
    municipality=bodies,
    date=st.just(date(2026, 11, 22)),
    answers=answers(),
    factors=st.dictionaries(st.sampled_from(OF_BODY), levels, max_size=4),
    applications=applications(),
    plan=plans,
    targets=st.dictionaries(
        st.sampled_from(["data.catalogue", "data.inventory"]), st.integers(0, 4)
    ),
    note=st.none() | texts,
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_back_as_it_was(path, language):
    assessment = read_answer_file(path, MODEL.vocabulary)
    book = write_book(assessment, MODEL, language)
    assert read_book(book, file="book.xlsx", model=MODEL) == assessment


@settings(max_examples=10, deadline=None)
@given(assessments, st.sampled_from(["de", "en"]))
def test_whatever_was_said_comes_back_as_it_was(assessment, language):
    book = write_book(assessment, MODEL, language)
    assert read_book(book, file="book.xlsx", model=MODEL) == assessment


def test_the_same_assessment_gives_the_same_bytes():
    assessment = read_answer_file(EXAMPLES[0], MODEL.vocabulary)
    assert write_book(assessment, MODEL, "de") == write_book(assessment, MODEL, "de")
