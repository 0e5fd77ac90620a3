"""Copies of the real questionnaire in which something is different."""

import shutil

from assessment.resources import questionnaires_folder


def changed_model(folder, *changes):
    """A copy in the folder; each change is a file of it, a text found there once, and another."""
    shutil.copytree(questionnaires_folder() / "ki-readiness", folder)
    for name, before, after in changes:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{name}: {before}"
        path.write_text(text.replace(before, after), encoding="utf-8")
    return folder


# Readiness weighs more than the application: suitability and advice come out differently.
OTHER_WEIGHT = ("recommendation.yaml", "lambda:\n  value: 0.4\n", "lambda:\n  value: 0.6\n")
OTHER_VERSION = ("questionnaire.yaml", 'version: "2026.1"', 'version: "2025.1"')
OTHER_WORDS = (
    "questions/data_infrastructure.yaml",
    "How completely are your data holdings recorded in an inventory?",
    "Is there a list of your data holdings?",
)
