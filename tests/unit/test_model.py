"""The model that everything is judged by: its hash, and what hangs together across its files."""

import shutil
from dataclasses import replace

import pytest

from assessment.errors import Invalid
from assessment.model import load_model
from assessment.questionnaire.loader import load_questionnaire
from assessment.recommendation.loader import load_recommendation
from assessment.recommendation.measures.loader import load_measures


@pytest.fixture
def folder(tmp_path):
    """A copy of the model that comes with the tool, without its cases."""
    copy = tmp_path / "model"
    shutil.copytree(load_model().folder, copy, ignore=shutil.ignore_patterns("cases"))
    return copy


def hash_with(folder, file, old, new):
    """The hash after one replacement in one file; cases play no part in it."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    questionnaire = load_questionnaire(folder)
    recommendation = load_recommendation(folder, questionnaire)
    measures = load_measures(folder, questionnaire)
    given = load_model()
    return replace(
        given, questionnaire=questionnaire, recommendation=recommendation, measures=measures
    ).hash


QUESTIONS = "questions/data_infrastructure.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (QUESTIONS, "Es gibt keine Liste", "Es gibt überhaupt keine Liste"),
        ("questionnaire.yaml", "title:", "title: # a comment"),
        ("recommendation.yaml", "Fertig kaufen", "Von der Stange kaufen"),
        ("recommendation.yaml", "source: own calibration", "source: somewhere"),
        ("recommendation.yaml", '"2026-11-22"', '"2027-01-15"'),
        ("recommendation.yaml", "small_gap: 10", "small_gap: 15"),
        ("archetypes.yaml", "Bürger-Chatbot", "Chatbot"),
        ("archetypes.yaml", "kind: running", "kind: offer"),
        ("measures.yaml", "Datenliste in drei", "Datenliste in vier"),
        ("measures.yaml", "url: https://", "url: https://www."),
    ],
)
def test_rewording_leaves_the_hash_as_it_is(folder, file, old, new):
    assert hash_with(folder, file, old, new) == load_model().hash


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("recommendation.yaml", "value: 0.4", "value: 0.45"),
        ("recommendation.yaml", "required: 25", "required: 37.5"),
        ("recommendation.yaml", "weight: 3", "weight: 2"),
        ("recommendation.yaml", "[1, 0.85, 0.5, 0.15, 0]", "[1, 0.85, 0.5, 0.1, 0]"),
        ("recommendation.yaml", "minimum: {turnkey: 1", "minimum: {turnkey: 0"),
        ("recommendation.yaml", "trait: public_facing", "trait: staff_use"),
        ("recommendation.yaml", "not_applicable: pass", "not_applicable: fail"),
        ("measures.yaml", "duration_quarters: 1", "duration_quarters: 2"),
        ("measures.yaml", "person_days_per_quarter: 25", "person_days_per_quarter: 24"),
        ("measures.yaml", "minimum: 1000", "minimum: 900"),
        ("archetypes.yaml", "market: 4", "market: 3"),
        ("archetypes.yaml", "data.quality: 1.5", "data.quality: 2"),
        ("archetypes.yaml", "class: transparency", "class: minimal"),
    ],
)
def test_a_changed_number_or_rule_changes_the_hash(folder, file, old, new):
    assert hash_with(folder, file, old, new) != load_model().hash


def test_whether_not_applicable_may_be_chosen_is_a_rule():
    model = load_model()
    questions = [
        q.model_copy(update={"not_applicable": None}) for q in model.questionnaire.questions
    ]
    changed = model.questionnaire.model_copy(update={"questions": tuple(questions)})
    assert replace(model, questionnaire=changed).hash != model.hash


def test_the_hash_is_the_same_in_every_process():
    model = load_model()
    assert replace(model).hash == model.hash
    assert len(model.hash) == 64


def test_cases_that_archetypes_name_must_exist(folder):
    with pytest.raises(Invalid) as caught:
        load_model(folder)
    first = caught.value.problems[0]
    assert {problem.code for problem in caught.value.problems} == {"unknown_case"}
    assert (first.file, first.place) == ("archetypes.yaml", "citizen_chatbot.cases[0]")


def test_faults_of_all_files_are_named_at_once(folder):
    for file in ("questionnaire.yaml", "matching.yaml"):
        (folder / file).write_text("{}\n", encoding="utf-8")
    (folder / "cases").mkdir()
    (folder / "cases" / "mobility.yaml").write_text("x: 1\n", encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_model(folder)
    files = {problem.file for problem in caught.value.problems}
    assert {"questionnaire.yaml", "cases/mobility.yaml"} <= files


def test_the_vocabulary_has_what_answer_files_may_name():
    vocabulary = load_model().vocabulary
    assert vocabulary.factors["partner"] == "body"
    assert vocabulary.factors["market"] == "application"
    assert "citizen_chatbot" in vocabulary.archetypes
    assert "public_facing" in vocabulary.traits
    assert "minimal" in vocabulary.ai_act_classes
