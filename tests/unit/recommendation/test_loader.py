"""Every fault of recommendation.yaml and archetypes.yaml is named, all at once."""

import shutil

import pytest
import yaml

from assessment.errors import Invalid
from assessment.model import load_model
from assessment.municipality import Body
from assessment.recommendation.loader import load_recommendation

FILES = ("recommendation.yaml", "archetypes.yaml")


@pytest.fixture
def folder(tmp_path):
    """A copy of the two files that come with the tool, to be spoilt."""
    for name in FILES:
        shutil.copy(load_model().folder / name, tmp_path / name)
    return tmp_path


def edit(folder, name, change):
    path = folder / name
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def faults(folder):
    with pytest.raises(Invalid) as caught:
        load_recommendation(folder, load_model().questionnaire)
    return {(problem.file, problem.place, problem.code) for problem in caught.value.problems}


def in_model(folder, change):
    edit(folder, "recommendation.yaml", change)
    return {(place, code) for file, place, code in faults(folder) if file == "recommendation.yaml"}


def in_archetypes(folder, change):
    edit(folder, "archetypes.yaml", change)
    return {(place, code) for file, place, code in faults(folder) if file == "archetypes.yaml"}


def test_the_files_that_come_with_the_tool_have_no_fault(folder):
    model = load_recommendation(folder, load_model().questionnaire)
    assert len(model.gates) == 21
    assert len(model.factors) == 10
    assert len(model.archetypes) == 23


def test_every_kind_of_body_has_a_standard_set():
    archetypes = load_model().recommendation.archetypes
    for body in Body:
        assert [one.id for one in archetypes if body in one.standard_set_for], body


def test_faults_of_both_files_are_named_together(folder):
    def misname(model):
        model["gates"][0]["conditions"][0]["question"] = "governance.risk"
        model["factors"][0]["utility"]["turnkey"] = [1, 0.9]

    def misplace(archetypes):
        archetypes[1]["traits"] = ["talkative"]

    edit(folder, "recommendation.yaml", misname)
    edit(folder, "archetypes.yaml", misplace)
    assert faults(folder) == {
        ("recommendation.yaml", "gates[0].conditions[0].question", "unknown_question"),
        ("recommendation.yaml", "factors[0].utility.turnkey", "utility_count"),
        ("archetypes.yaml", "phone_assistant.traits", "unknown_trait"),
    }


def test_a_topic_without_a_requirement_is_missed(folder):
    def rename(model):
        model["requirements"]["in_house"]["data.stuff"] = model["requirements"]["in_house"].pop(
            "data.quality"
        )

    assert in_model(folder, rename) == {
        ("requirements.in_house.data.stuff", "unknown_topic"),
        ("requirements.in_house", "missing_requirement"),
    }


@pytest.mark.parametrize(
    ("utility", "code"),
    [
        ([1, 0.8, 0.5, 0.2, 1.2], "utility_out_of_range"),
        ([1, 0.8, 0.9, 0.2, 0], "utility_not_as_shaped"),
        ([0, 0.2, 0.5, 0.8, 1], "utility_not_as_shaped"),
    ],
)
def test_utilities_stay_in_range_and_run_as_their_shape_says(folder, utility, code):
    def change(model):
        model["factors"][0]["utility"]["turnkey"] = utility  # specificity: falling

    assert in_model(folder, change) == {("factors[0].utility.turnkey", code)}


@pytest.mark.parametrize(
    ("course", "utility"),
    [("peaked", [0, 0.5, 1, 1, 0.2]), ("flat", [0.5] * 5), ("rising", [0, 0, 0, 0, 1])],
)
def test_courses_that_hold(folder, course, utility):
    def change(model):
        model["factors"][0]["utility"]["turnkey"] = utility
        model["factors"][0]["shape"]["turnkey"] = course

    edit(folder, "recommendation.yaml", change)
    assert load_recommendation(folder, load_model().questionnaire)


def test_a_minimum_above_its_target_or_off_the_scale_is_named(folder):
    def change(model):
        condition = model["gates"][0]["conditions"][0]
        condition["minimum"]["turnkey"] = 3
        condition["target"]["in_house"] = 5

    place = "gates[0].conditions[0]"
    assert in_model(folder, change) == {
        (f"{place}.minimum.turnkey", "minimum_above_target"),
        (f"{place}.target.in_house", "level_out_of_range"),
    }


def test_a_condition_asks_about_one_question_or_one_factor(folder):
    def change(model):
        model["gates"][0]["conditions"][0]["factor"] = "market"

    assert in_model(folder, change) == {("gates[0].conditions[0]", "question_or_factor")}


def test_rules_of_gates_speak_of_what_exists_and_not_of_answers(folder):
    def change(model):
        model["gates"][0]["applies_if"] = {
            "all": [
                {"any": [{"trait": "loud"}, {"factor": "weather", "at_least": 2}]},
                {"not": {"ai_act": ["forbidden"]}},
                {"question": "data.inventory", "at_least": 2},
            ]
        }

    place = "gates[0].applies_if.all"
    assert in_model(folder, change) == {
        (f"{place}[0].any[0].trait", "unknown_trait"),
        (f"{place}[0].any[1].factor", "unknown_factor"),
        (f"{place}[1].not.ai_act", "unknown_ai_act_class"),
        (f"{place}[2]", "statement_about_answer"),
    }


def test_weights_that_add_up_to_nothing_are_named(folder):
    def change(model):
        for factor in model["factors"]:
            factor["weight"] = 0
        for need in model["requirements"]["turnkey"].values():
            need["weight"] = 0

    assert in_model(folder, change) == {
        ("factors", "weights_zero"),
        ("requirements.turnkey", "weights_zero"),
    }


def test_bounds_and_labels_of_firmness_rise(folder):
    def change(model):
        model["firmness"] |= {"utility_factor": [1.2, 0.8], "likely": 0.9, "draws": 4000}

    assert in_model(folder, change) == {
        ("firmness.draws", "not_power_of_two"),
        ("firmness.utility_factor", "minimum_not_below"),
        ("firmness.likely", "minimum_not_below"),
    }


def test_a_route_that_is_not_described_and_an_id_used_twice(folder):
    def change(model):
        model["routes"][3]["id"] = "turnkey"
        model["gates"][1]["id"] = model["gates"][0]["id"]

    assert in_model(folder, change) == {
        ("routes", "missing_route"),
        ("routes[3].id", "repeated_id"),
        ("gates[1].id", "repeated_id"),
    }


def test_faults_of_archetypes(folder):
    def change(archetypes):
        first = archetypes[0]
        del first["default_factors"]["market"]
        first["default_factors"] |= {"weather": 1, "budget": 7}
        first["topic_multipliers"]["data.stuff"] = 2
        first["ai_act"]["class"] = "forbidden"
        first["bodies"] = ["village"]
        first["field"] = "sports"
        archetypes[1]["id"] = first["id"]

    one = "citizen_chatbot"
    assert in_archetypes(folder, change) == {
        (f"{one}.default_factors", "missing_factor"),
        (f"{one}.default_factors.weather", "unknown_factor"),
        (f"{one}.default_factors.budget", "level_out_of_range"),
        (f"{one}.topic_multipliers.data.stuff", "unknown_topic"),
        (f"{one}.ai_act.class", "unknown_ai_act_class"),
        (f"{one}.bodies", "not_one_of"),
        (f"{one}.field", "not_one_of"),
        (f"{one}.id", "repeated_id"),
    }


def test_keys_and_types_are_checked_with_their_line(folder):
    path = folder / "archetypes.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  field: citizen_services", "  sector: x", 1),
        encoding="utf-8",
    )
    with pytest.raises(Invalid) as caught:
        load_recommendation(folder, load_model().questionnaire)
    assert {problem.code for problem in caught.value.problems} == {"missing_key", "unknown_key"}
    assert all(problem.line for problem in caught.value.problems)


def test_archetypes_belong_into_their_own_file(folder):
    def change(model):
        model["archetypes"] = []

    assert in_model(folder, change) == {("archetypes", "unknown_key")}


def test_missing_files_are_both_named(tmp_path):
    assert {(file, code) for file, _, code in faults(tmp_path)} == {
        (name, "file_not_found") for name in FILES
    }


def test_archetypes_that_are_no_list_are_named(folder):
    (folder / "archetypes.yaml").write_text("archetypes: {}\n", encoding="utf-8")
    assert faults(folder) == {("archetypes.yaml", "", "wrong_type")}
