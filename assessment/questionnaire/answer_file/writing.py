"""Writes an assessment as an answer file that reads back as exactly the same assessment."""

import json
import re
from typing import Any, Literal

import yaml

from assessment.municipality import Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State

_TEXTS = ("comment", "evidence", "respondent", "reason")


def write_answers(assessment: Assessment, *, format: Literal["yaml", "json"]) -> str:
    """The text of the answer file."""
    data = answers_as_data(assessment)
    if format == "json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return yaml_text(data | {"date": assessment.date})


def answers_as_data(assessment: Assessment) -> dict[str, Any]:
    """The answer file as plain values, without keys for what was not said."""
    plan = assessment.plan
    data = {
        "questionnaire": assessment.questionnaire,
        "municipality": _municipality(assessment.municipality),
        "date": assessment.date.isoformat(),
        "note": assessment.note,
        "answers": {name: _answer(answer) for name, answer in assessment.answers.items()},
        "factors": _factors(assessment.factors),
        "applications": [_application(application) for application in assessment.applications],
        "plan": plan
        and {
            "start": plan.start,
            "quarters": plan.quarters,
            "person_days_per_quarter": plan.person_days_per_quarter,
        },
        "targets": dict(assessment.targets),
    }
    return {key: value for key, value in data.items() if value or key == "answers"}


def yaml_text(data: Any) -> str:
    """The data as YAML in which every text that could be taken for something else is quoted."""
    return yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**20, indent=2
    )


def _municipality(body: Municipality) -> dict[str, Any]:
    if body.ags:
        return {"ags": body.ags}
    by_hand = {"name": body.name, "body": body.body.value}
    optional = {"state": body.state, "population": body.population}
    return by_hand | {key: value for key, value in optional.items() if value is not None}


def _answer(answer: Answer) -> Any:
    texts = {key: text for key in _TEXTS if (text := getattr(answer, key)) is not None}
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    if answer.state is State.ANSWERED:
        # A text could be the word of a state, so it always stands under a key of its own.
        short = not texts and not isinstance(value, str)
        key = "level" if isinstance(value, int) else "value"
        return value if short else {key: value, **texts}
    state = None if answer.state is State.UNANSWERED else answer.state.value
    if not texts:
        return state
    return {"state": state, **texts} if state else texts


def _factors(factors: Any) -> dict[str, int | str]:
    return {name: "unknown" if level is None else level for name, level in factors.items()}


def _application(application: PlannedApplication) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": application.id,
        "archetype": application.archetype,
        "priority": application.priority,
        "benefit": application.benefit,
        "title": application.title,
        "field": application.field,
        "technology": application.technology,
        "traits": None if application.archetype else list(application.traits),
        "ai_act": application.ai_act,
        "factors": _factors(application.factors) or None,
    }
    return {key: value for key, value in data.items() if value is not None or key == "archetype"}


class _Dumper(yaml.SafeDumper):
    """Plain for ids and words, double quotes for everything else; no references."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß_][A-Za-zÄÖÜäöüß0-9_.@]*")
_WORDS_WITH_A_MEANING = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS_WITH_A_MEANING
    style = None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
