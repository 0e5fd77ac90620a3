"""How the one result comes about from answers and model."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.recommendation.model import Route
from assessment.result import result_of

OWN = PlannedApplication(
    "own", None, title="Archivsuche", field="education_culture", technology="geodata_analysis"
)


@pytest.fixture(scope="module")
def planning_two():
    model = load_model()
    return Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=20_000),
        date=date(2026, 11, 22),
        answers={
            name: Answer(State.ANSWERED, 2)
            for name in model.questionnaire.by_id
            if name != "data.inventory"
        },
        applications=(PlannedApplication("roads", "road_condition"), OWN),
    )


def test_every_question_has_an_answer_even_those_left_out(planning_two):
    model = load_model()
    result = result_of(planning_two, model)
    assert list(result.answers) == list(model.questionnaire.by_id)
    assert result.answers["data.inventory"].state == State.UNANSWERED


def test_applications_keep_their_order_and_have_field_and_technology(planning_two):
    found = result_of(planning_two, load_model()).applications
    assert [one.recommendation.id for one in found] == ["roads", "own"]
    assert [(one.field, one.technology) for one in found] == [
        ("mobility", "computer_vision"),
        ("education_culture", "geodata_analysis"),
    ]


def test_each_application_and_the_whole_have_at_most_ten_cases(planning_two):
    result = result_of(planning_two, load_model())
    assert len(result.cases) == 10
    assert all(len(one.cases) == 10 for one in result.applications)
    assert all(match.case.field == "mobility" for match in result.applications[0].cases[:3])


def test_what_cases_show_does_not_depend_on_the_advice(planning_two):
    zero = {name: Answer(State.ANSWERED, 0) for name in planning_two.answers}
    at_two, at_zero = (
        result_of(one, load_model()).applications[0]
        for one in (planning_two, replace(planning_two, answers=zero))
    )
    assert (at_two.recommendation.route, at_zero.recommendation.route) == (Route.TURNKEY, None)
    assert at_two.evidence == at_zero.evidence
    assert at_two.reuse == at_zero.reuse


def test_gaps_are_formed_for_every_topic_and_route(planning_two):
    model = load_model()
    gaps = result_of(planning_two, model).gaps
    assert list(gaps) == [topic.id for topic in model.questionnaire.topics]
    assert gaps["expertise.ai_development"][Route.IN_HOUSE] == 25  # 75 asked, 50 reached


def test_the_result_says_which_model_and_tool_it_comes_from(planning_two):
    model = load_model()
    result = result_of(planning_two, model)
    assert result.model_hash == model.hash
    assert result.tool_version


def test_without_applications_the_stance_is_that_of_the_standard_set(planning_two):
    result = result_of(replace(planning_two, applications=()), load_model())
    assert result.applications == ()
    assert result.overall.standard_set
    assert result.overall.route is not None
