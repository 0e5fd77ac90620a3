"""The examples and the measures that come with the tool: each gets a plan or the reason why not."""

import pytest

from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.recommendation.measures.loader import load_measures
from tests.unit.recommendation.roadmap.checker import faults_of
from tests.unit.recommendation.roadmap.small_plans import roadmap_of

EXAMPLES = sorted((load_model().folder / "examples").glob("*.yaml"))


@pytest.fixture(scope="session")
def measures():
    model = load_model()
    return load_measures(model.folder, model.questionnaire)


def example(name):
    model = load_model()
    return read_answer_file(model.folder / "examples" / f"{name}.yaml", model.vocabulary)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_gets_a_plan_or_the_reason_why_not(path, measures):
    model = load_model()
    assessment = example(path.stem)
    roadmap = roadmap_of(assessment, model.recommendation, measures, model.questionnaire)
    assert faults_of(roadmap, assessment, model.recommendation, measures, model.questionnaire) == []
    assert roadmap.steps
    assert roadmap.feasible or roadmap.because


def test_a_small_town_gets_ready_within_its_plan(measures):
    model = load_model()
    assessment = example("kleinstadt")
    roadmap = roadmap_of(assessment, model.recommendation, measures, model.questionnaire)
    assert roadmap.feasible
    last = roadmap.outlook[-1].states
    assert all(last[name][route] == "open" for name, route in roadmap.routes.items())


def test_a_village_with_six_days_a_quarter_is_told_how_many_would_do(measures):
    model = load_model()
    roadmap = roadmap_of(example("dorf"), model.recommendation, measures, model.questionnaire)
    assert not roadmap.feasible
    assert {obstacle.code for obstacle in roadmap.because} == {"too_much_work"}
    assert roadmap.steps
    assert roadmap.would_do[0].quarters == 8
    assert roadmap.would_do[0].person_days_per_quarter > 6


def test_a_body_that_knows_nothing_yet_is_led_to_a_first_route(measures):
    model = load_model()
    assessment = example("alles-unbekannt")
    roadmap = roadmap_of(assessment, model.recommendation, measures, model.questionnaire)
    assert roadmap.feasible
    assert None not in roadmap.routes.values()
    assert set(roadmap.counted_as_zero) == set(model.questionnaire.by_id)
