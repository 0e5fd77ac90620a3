"""JSON Schemas of the questionnaire's files, for editors that complete and check while one types.

`python -m assessment.questionnaire.schema` writes them to `questionnaires/schema/`; a file that
begins with `# yaml-language-server: $schema=<path>` is checked against the schema named there.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from assessment.questionnaire.bridge.declared import BridgesFile
from assessment.questionnaire.model import PlausibilityRule, Question, Questionnaire
from assessment.resources import questionnaires_folder

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def questionnaire_schemas() -> dict[str, str]:
    """The text of each schema by its file name."""
    schemas = {
        "questionnaire": _frame_schema(),
        "questions": TypeAdapter(tuple[Question, ...]).json_schema(),
        "plausibility": TypeAdapter(tuple[PlausibilityRule, ...]).json_schema(),
        "bridges": BridgesFile.model_json_schema(),
    }
    return {
        f"{name}.schema.json": json.dumps(
            {"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2, sort_keys=True
        )
        + "\n"
        for name, schema in schemas.items()
    }


def _frame_schema() -> dict[str, Any]:
    """The schema of questionnaire.yaml; questions and plausibility rules have their own files."""
    elsewhere = {"questions", "plausibility"}
    schema = Questionnaire.model_json_schema()
    for key in elsewhere:
        del schema["properties"][key]
    schema["required"] = [key for key in schema["required"] if key not in elsewhere]
    used = _referred_to(schema["properties"], schema["$defs"])
    return schema | {"$defs": {name: schema["$defs"][name] for name in used}}


def _referred_to(part: Any, definitions: dict[str, Any]) -> set[str]:
    """The definitions that a part needs, directly or through others."""
    match part:
        case {"$ref": str(reference)}:
            name = reference.rpartition("/")[2]
            return {name} | _referred_to(definitions[name], definitions)
        case dict():
            return {n for value in part.values() for n in _referred_to(value, definitions)}
        case list():
            return {n for value in part for n in _referred_to(value, definitions)}
    return set()


def _write() -> None:
    folder = questionnaires_folder() / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in questionnaire_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _write()
