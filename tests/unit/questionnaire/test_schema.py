"""The schemas for editors: as the code makes them, and agreeing with the real files."""

import json

import pytest
from jsonschema import Draft202012Validator

from assessment.questionnaire.documents import read_document
from assessment.questionnaire.schema import questionnaire_schemas
from assessment.resources import questionnaires_folder
from tests.unit.questionnaire.tiny import FOLDER

SCHEMAS = questionnaires_folder() / "schema"
REAL = questionnaires_folder() / "ki-readiness"
FILES = [
    ("questionnaire", REAL / "questionnaire.yaml"),
    ("plausibility", REAL / "plausibility.yaml"),
    ("bridges", REAL / "bridges.yaml"),
    ("bridges", FOLDER / "bridge" / "bridges.yaml"),
    *(("questions", path) for path in sorted((REAL / "questions").glob("*.yaml"))),
    *(("questions", path) for path in sorted(FOLDER.glob("*/questions/data.yaml"))),
    *(("questionnaire", path) for path in sorted(FOLDER.glob("*/questionnaire.yaml"))),
]


def validator(name):
    return Draft202012Validator(json.loads(questionnaire_schemas()[f"{name}.schema.json"]))


def test_the_schemas_in_the_repository_are_current():
    """To renew them: python -m assessment.questionnaire.schema."""
    kept = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}

    assert kept == questionnaire_schemas()


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_files_that_load_agree_with_their_schema(name, path):
    content = read_document(path).value

    assert [error.message for error in validator(name).iter_errors(content)] == []


@pytest.mark.parametrize("fault", ["unknown_key", "missing_levels", "unknown_kind"])
def test_an_editor_sees_what_is_wrong_with_a_question(fault):
    file = FOLDER / "broken" / fault / "questions" / "data.yaml"
    content = read_document(file).value

    assert not validator("questions").is_valid(content)
