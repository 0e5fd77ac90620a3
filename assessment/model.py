"""Everything an assessment is judged by: questionnaire, recommendation model and cases, with one hash."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from assessment.cases.loader import load_cases
from assessment.cases.model import Case
from assessment.questionnaire.answer_file import Vocabulary
from assessment.questionnaire.loader import load_questionnaire
from assessment.questionnaire.model import Questionnaire, Text
from assessment.recommendation.loader import load_recommendation
from assessment.recommendation.model import RecommendationModel
from assessment.resources import questionnaires_folder


@dataclass(frozen=True)
class Model:
    """A questionnaire folder, read and checked."""

    folder: Path
    questionnaire: Questionnaire
    recommendation: RecommendationModel
    cases: tuple[Case, ...]

    @cached_property
    def hash(self) -> str:
        """SHA-256 over ids, numbers, rules and gates; a changed text leaves it as it is."""
        content = [_without_texts(self.questionnaire), _without_texts(self.recommendation)]
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What an answer file for this model may name."""
        advice = self.recommendation
        return Vocabulary(
            questionnaire=self.questionnaire,
            factors={factor.id: factor.of for factor in advice.factors},
            archetypes=frozenset(advice.archetype_by_id),
            traits=frozenset(advice.traits),
            ai_act_classes=frozenset(advice.ai_act_classes),
        )

    @cached_property
    def case_by_id(self) -> dict[str, Case]:
        return {case.id: case for case in self.cases}


@cache
def load_model(folder: Path | None = None) -> Model:
    """The model in the folder, or the one that comes with the tool; read once per process.

    Raises Invalid with every fault found.
    """
    folder = folder or questionnaires_folder() / "ki-readiness"
    questionnaire = load_questionnaire(folder)
    return Model(
        folder=folder,
        questionnaire=questionnaire,
        recommendation=load_recommendation(folder, questionnaire),
        cases=load_cases(folder),
    )


# What is said about a number, not the number: these may be reworded without making a new model.
_WORDS = {"source", "sources", "as_of", "levels_source", "multipliers_source", "cost_hints", "cases"}


def _without_texts(value: Any) -> Any:
    match value:
        case Text():
            return None
        case BaseModel():
            return {
                name: _without_texts(getattr(value, name))
                for name in type(value).model_fields
                if name not in _WORDS
            }
        case dict():
            return {key: _without_texts(item) for key, item in value.items()}
        case tuple() | list():
            return [_without_texts(item) for item in value]
    return value
