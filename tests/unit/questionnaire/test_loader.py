"""Reading questionnaire folders: sound ones come out whole, broken ones name their faults."""

import re
import shutil
from pathlib import Path

import pytest

from assessment.errors import Invalid
from assessment.questionnaire.loader import load_questionnaire
from assessment.resources import questionnaires_folder

TINY = Path(__file__).parents[2] / "questionnaires"
BROKEN = TINY / "broken"
EXPECTED = re.compile(r"# fault: (?P<code>\S+) (?P<where>\S+) (?P<place>.+)")


@pytest.mark.parametrize("folder", sorted(path.name for path in TINY.iterdir() if path != BROKEN))
def test_a_tiny_questionnaire_is_free_of_faults(folder):
    assert load_questionnaire(TINY / folder).reference == "tiny@1"


@pytest.mark.parametrize("name", sorted(path.name for path in BROKEN.iterdir()))
def test_a_broken_questionnaire_names_exactly_its_faults(name, tmp_path):
    """Each folder holds the one file that differs from `levels`, with the faults as comments."""
    folder = shutil.copytree(TINY / "levels", tmp_path / "questionnaire")
    (file,) = (path for path in (BROKEN / name).rglob("*.yaml"))
    shutil.copy(file, folder / file.relative_to(BROKEN / name))
    expected = EXPECTED.findall(file.read_text(encoding="utf-8"))

    with pytest.raises(Invalid) as failure:
        load_questionnaire(folder)

    own = str(file.relative_to(BROKEN / name))
    found = [
        (
            problem.code,
            (str(problem.line or "-") if problem.file == own else problem.file),
            problem.place or "-",
        )
        for problem in failure.value.problems
    ]
    assert found == expected


def test_faults_of_all_files_are_reported_at_once(tmp_path):
    folder = shutil.copytree(TINY / "levels", tmp_path / "questionnaire")
    (folder / "plausibility.yaml").write_bytes("- if: größer".encode("latin-1"))
    (folder / "questions" / "more.yaml").write_text("- id: third\n", encoding="utf-8")
    frame = folder / "questionnaire.yaml"
    frame.write_text(frame.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")

    with pytest.raises(Invalid) as failure:
        load_questionnaire(folder)

    assert [(problem.file, problem.code) for problem in failure.value.problems] == [
        ("plausibility.yaml", "not_utf8"),
        ("questionnaire.yaml", "unknown_key"),
        ("questions/more.yaml", "missing_key"),
    ]


def test_an_empty_folder_names_what_it_lacks(tmp_path):
    with pytest.raises(Invalid) as failure:
        load_questionnaire(tmp_path)

    assert [(problem.file, problem.code) for problem in failure.value.problems] == [
        ("questionnaire.yaml", "file_not_found"),
        ("questions", "no_questions"),
    ]


def test_a_fault_is_told_with_file_line_and_key():
    problem_folder = BROKEN / "missing_translation"

    with pytest.raises(Invalid) as failure:
        load_questionnaire(problem_folder)

    places = [problem.where for problem in failure.value.problems]
    assert "questions/data.yaml:11 first.levels[3].en" in places


def test_questions_stand_in_the_order_of_the_topics():
    questionnaire = load_questionnaire(questionnaires_folder() / "ki-readiness")
    topics = [question.topic for question in questionnaire.questions]

    assert list(dict.fromkeys(topics)) == [topic.id for topic in questionnaire.topics]


def test_the_real_questionnaire_has_its_25_topics_and_51_questions():
    questionnaire = load_questionnaire(questionnaires_folder() / "ki-readiness")

    assert len(questionnaire.topics) == 25
    assert len(questionnaire.questions) == 51
    assert len(questionnaire.plausibility) == 61
