"""Every fault of measures.yaml is named, all at once, and the shipped file has none."""

import shutil

import pytest
import yaml

from assessment.errors import Invalid
from assessment.model import load_model
from assessment.recommendation.measures.loader import load_measures
from assessment.wording.problems import PROBLEMS, problem_text


@pytest.fixture(scope="session")
def content():
    path = load_model().folder / "measures.yaml"
    return path.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    """A copy of the file that comes with the tool, to be spoilt."""
    shutil.copy(load_model().folder / "measures.yaml", tmp_path)
    return tmp_path


def spoilt(folder, content, change):
    """The problems once the file has been changed."""
    value = yaml.load(content, yaml.CSafeLoader)
    change(value, {measure["id"]: measure for measure in value["measures"]})
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    (folder / "measures.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_measures(folder, load_model().questionnaire)
    return caught.value.problems


def codes(problems):
    return [(problem.code, problem.place) for problem in problems]


def test_there_is_one_measure_for_each_step_of_each_topic(folder):
    questionnaire = load_model().questionnaire
    measures = load_measures(folder, questionnaire)
    steps = {(topic.id, level) for topic in questionnaire.topics for level in (1, 2, 3, 4)}
    assert measures.by_step.keys() == steps
    assert all(one.id == f"{one.topic}.{one.to_level}" for one in measures.measures)


def test_the_person_days_that_count_are_the_middle_of_the_range(folder):
    measures = load_measures(folder, load_model().questionnaire)
    first = measures.by_id["data.catalogue.1"]
    assert (first.person_days.low, first.person_days.high) == (3, 8)
    assert measures.person_days(first) == 5.5


def test_the_step_before_comes_first_even_if_it_is_not_named(folder):
    measures = load_measures(folder, load_model().questionnaire)
    one = measures.by_id["data.quality.3"].model_copy(
        update={"prerequisites": ("data.catalogue.1",)}
    )
    assert [first.id for first in measures.before(one)] == ["data.quality.2", "data.catalogue.1"]


def test_all_faults_are_named_together(folder, content):
    def change(value, measures):
        measures["data.catalogue.1"]["topic"] = "data.catalog"
        measures["data.quality.1"]["prerequisites"] = ["data.qualty.2"]
        measures["data.interfaces.1"]["person_days"] = {"low": 9, "high": 2}
        measures["data.integration.4"]["to_level"] = 5
        measures["expertise.learning.4"]["id"] = "expertise.learning.3"
        value["default_plan"]["quarters"] = 0

    assert codes(spoilt(folder, content, change)) == [
        ("too_small", "default_plan.quarters"),
        ("missing_step", "measures"),
        ("missing_step", "measures"),
        ("unknown_topic", "measures[0].topic"),
        ("unknown_measure", "measures[4].prerequisites[0]"),
        ("low_above_high", "measures[8].person_days.low"),
        ("level_out_of_range", "measures[15].to_level"),
        ("repeated_id", "measures[99].id"),
    ]


def test_a_topic_or_measure_that_was_probably_meant_is_suggested(folder, content):
    def change(value, measures):
        measures["data.quality.1"]["prerequisites"] = ["data.catalogue1"]

    (problem,) = spoilt(folder, content, change)
    what, remedy = problem_text(problem, "de")
    assert what == "Eine Maßnahme „data.catalogue1“ gibt es nicht."
    assert "„data.catalogue.1“" in remedy


def test_a_step_without_a_measure_and_one_with_two_are_named(folder, content):
    def change(value, measures):
        measures["data.catalogue.2"]["to_level"] = 1

    assert codes(spoilt(folder, content, change)) == [
        ("missing_step", "measures"),
        ("repeated_step", "measures[1].to_level"),
    ]


def test_measures_that_wait_for_one_another_are_named_as_a_circle(folder, content):
    def change(value, measures):
        measures["data.catalogue.1"]["prerequisites"] = ["data.quality.2"]
        measures["data.quality.1"]["prerequisites"] = ["data.catalogue.1"]

    (problem,) = spoilt(folder, content, change)
    assert problem.code == "measure_circle"
    assert set(problem.values["given"].split(" → ")) == {
        "data.catalogue.1",
        "data.quality.1",
        "data.quality.2",
    }


def test_a_step_that_waits_for_the_step_above_is_a_circle(folder, content):
    def change(value, measures):
        measures["data.catalogue.1"]["prerequisites"] = ["data.catalogue.2"]

    assert [problem.code for problem in spoilt(folder, content, change)] == ["measure_circle"]


def test_a_faulty_measure_hides_no_other_fault_and_is_missing_nowhere(folder, content):
    def change(value, measures):
        del measures["data.catalogue.1"]["title"]["de"]
        measures["governance.steering.1"]["effort"] = "XL"
        measures["governance.steering.2"]["days"] = 3

    assert codes(spoilt(folder, content, change)) == [
        ("missing_translation", "measures[0].title.de"),
        ("not_one_of", "measures[32].effort"),
        ("unknown_key", "measures[33].days"),
    ]


def test_what_can_be_wrong_is_said_in_words():
    for code in (
        "unknown_measure",
        "missing_step",
        "repeated_step",
        "measure_circle",
        "low_above_high",
    ):
        assert code in PROBLEMS


@pytest.mark.parametrize(
    "word", ["Ämter", "Fachamt", "Hersteller", "Mitarbeit", "Personalvertretung", "KI-System "]
)
def test_german_texts_use_the_words_of_the_questionnaire(content, word):
    assert word not in content


@pytest.mark.parametrize("word", ["vendor", "employee", "line-of-business", "governing body"])
def test_english_texts_use_the_words_of_the_questionnaire(content, word):
    assert word not in content
