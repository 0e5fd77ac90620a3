"""A second version of the real questionnaire, made by editing a copy of it.

`next_version(folder)` copies `questionnaires/ki-readiness` into the folder, keeps what it was as
`earlier/`, and then does what the makers of a questionnaire do from one year to the next: one
question gets another id and better words, one is split, two are merged, one gets another scale, one
is new, one is dropped; `bridges.yaml` declares it all. Nothing of it is kept in the repository.

    python -m tests.next_version FOLDER     # to look at it
"""

import shutil
import sys
from copy import deepcopy
from pathlib import Path

import yaml

from assessment.resources import questionnaires_folder

OLD, NEW = "2026.1", "2027.1"
BEFORE, NOW = f"ki-readiness@{OLD}", f"ki-readiness@{NEW}"

STEPS = [
    {
        "kind": "reworded",
        "was": "data.metadata",
        "now": "data.descriptions",
        "because": {
            "de": "„Metadaten“ war nicht überall bekannt; gefragt ist dasselbe.",
            "en": "“Metadata” was not known everywhere; the same is asked.",
        },
    },
    {
        "kind": "changed",
        "was": "data.master_data",
        "now": "data.master_data",
        "because": {
            "de": "Die höchste Stufe kam nie vor; es sind jetzt vier Stufen.",
            "en": "The highest level never occurred; there are four levels now.",
        },
    },
    {
        "kind": "split",
        "was": "data.geo_services",
        "now": ["data.geo_holdings", "data.geo_viewer"],
        "because": {
            "de": "Bestand und Bereitstellung von Geodaten gehen oft auseinander.",
            "en": "Holding geodata and providing them often differ.",
        },
    },
    {
        "kind": "merged",
        "was": ["governance.strategy", "governance.project_selection"],
        "now": "governance.goals",
        "because": {
            "de": "Beide Fragen wurden fast immer gleich beantwortet.",
            "en": "Both questions were nearly always answered alike.",
        },
    },
    {
        "kind": "new",
        "now": "expertise.exchange",
        "because": {
            "de": "Der Austausch in Netzwerken ist neu hinzugekommen.",
            "en": "Exchange in networks has been added.",
        },
    },
    {
        "kind": "dropped",
        "was": "expertise.process_description",
        "because": {
            "de": "Prozessbeschreibungen erhebt jetzt das Land.",
            "en": "The state now asks about process descriptions.",
        },
    },
]


def next_version(folder: Path) -> Path:
    """Make the second version in the folder, which must not be there yet; the folder."""
    real = questionnaires_folder() / "ki-readiness"
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("examples", "earlier"))
    earlier = folder / "earlier" / BEFORE
    earlier.mkdir(parents=True)
    shutil.copy(real / "questionnaire.yaml", earlier)
    shutil.copytree(real / "questions", earlier / "questions")
    for file in ("questionnaire.yaml", "worked_example.yaml"):
        _replace(folder / file, {f'version: "{OLD}"': f'version: "{NEW}"', BEFORE: NOW})
    _edit_data(folder / "questions" / "data_infrastructure.yaml")
    _edit_governance(folder / "questions" / "governance.yaml")
    _edit_expertise(folder / "questions" / "expertise.yaml")
    _edit_rules(folder)
    _write(folder / "bridges.yaml", {"bridges": [{"from": BEFORE, "steps": STEPS}]})
    return folder


def _edit_data(path: Path) -> None:
    questions = _read(path)
    by_id = {one["id"]: one for one in questions}
    described = by_id["data.metadata"]
    described["id"] = "data.descriptions"
    described["text"] = {
        "de": "Welcher Teil Ihrer wichtigen Datenbestände ist schriftlich beschrieben?",
        "en": "What share of your important data holdings is described in writing?",
    }
    by_id["data.master_data"]["levels"].pop()
    geo = by_id["data.geo_services"]
    at = questions.index(geo)
    questions[at : at + 1] = [
        _like(geo, "data.geo_holdings", "Welche Geodaten liegen vor?", "Which geodata are there?"),
        _like(geo, "data.geo_viewer", "Wer kann sie ansehen?", "Who can see them?"),
    ]
    _write(path, questions)


def _edit_governance(path: Path) -> None:
    questions = [one for one in _read(path) if one["id"] != "governance.project_selection"]
    (strategy,) = (one for one in questions if one["id"] == "governance.strategy")
    strategy["id"] = "governance.goals"
    strategy["text"] = {
        "de": "Nach welchen Zielen entscheiden Sie über KI-Vorhaben?",
        "en": "By which goals do you decide on AI projects?",
    }
    _write(path, questions)


def _edit_expertise(path: Path) -> None:
    questions = [one for one in _read(path) if one["id"] != "expertise.process_description"]
    (like,) = (one for one in questions if one["id"] == "expertise.cooperation")
    words = ("Wie tauschen Sie sich in Netzwerken aus?", "How do you exchange in networks?")
    questions.append(_like(like, "expertise.exchange", *words))
    _write(path, questions)


def _edit_rules(folder: Path) -> None:
    """What other files said about questions that are no longer the same."""
    gone = {"data.master_data", "governance.strategy", "governance.project_selection"}
    rules = _read(folder / "plausibility.yaml")
    _write(
        folder / "plausibility.yaml",
        [one for one in rules if not gone & {one["if"]["question"], one["and"]["question"]}],
    )
    _replace(folder / "plausibility.yaml", {"data.metadata": "data.descriptions"})
    example = _read(folder / "worked_example.yaml")
    asked = {one["id"] for path in (folder / "questions").iterdir() for one in _read(path)}
    example["answers"] = {id: said for id, said in example["answers"].items() if id in asked}
    _write(folder / "worked_example.yaml", example)


def _like(question: dict, id: str, de: str, en: str) -> dict:
    return {**deepcopy(question), "id": id, "text": {"de": de, "en": en}}


def _read(path: Path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _write(path: Path, value) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _replace(path: Path, replacements: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements.items():
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    next_version(Path(sys.argv[1]))
