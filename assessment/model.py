"""All that an assessment is judged by: questionnaire, recommendation model, cases; one hash."""

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel

from assessment.cases.loader import load_cases
from assessment.cases.model import Case
from assessment.cases.search import Index, index_of
from assessment.cases.weights import Matching, load_matching
from assessment.errors import Invalid, Problem
from assessment.exit_check import ExitCheck, load_exit_check
from assessment.municipality import Municipality
from assessment.questionnaire.answer_file import Vocabulary
from assessment.questionnaire.bridge import Series
from assessment.questionnaire.bridge.loader import load_series
from assessment.questionnaire.loader import load_questionnaire
from assessment.questionnaire.model import Questionnaire, Text
from assessment.recommendation.loader import load_recommendation
from assessment.recommendation.measures.loader import load_measures
from assessment.recommendation.measures.model import Measures
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.robustness.draws import Draws, make_draws
from assessment.resources import questionnaires_folder

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Model:
    """A questionnaire folder, read and checked."""

    folder: Path
    questionnaire: Questionnaire
    recommendation: RecommendationModel
    cases: tuple[Case, ...]
    matching: Matching
    exit_check: ExitCheck
    measures: Measures
    series: Series
    bodies: Mapping[str, Municipality] = field(default_factory=dict)
    """Those that are known by their keys though the register has them no more."""

    @cached_property
    def hash(self) -> str:
        """SHA-256 over ids, numbers, rules and gates; a changed text leaves it as it is."""
        judged_by = (self.questionnaire, self.recommendation, self.measures)
        content = [_without_texts(part) for part in judged_by]
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @cached_property
    def draws(self) -> Draws:
        """What all advice under this model is tried out with; made once per process."""
        return make_draws(self.recommendation, self.questionnaire, self.hash)

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
            bodies=self.bodies,
        )

    @cached_property
    def case_by_id(self) -> dict[str, Case]:
        return {case.id: case for case in self.cases}

    @cached_property
    def case_index(self) -> Index:
        """What the cases are searched with; made when first asked for."""
        return index_of(self.cases, self.matching.search)


# A tool that has been in use for years knows many models; a process keeps the last few.
@lru_cache(maxsize=6)
def load_model(folder: Path | None = None) -> Model:
    """The model in the folder, or the one that comes with the tool; read once per process.

    Raises Invalid with every fault found.
    """
    folder = folder or questionnaires_folder() / "ki-readiness"
    problems: list[Problem] = []
    questionnaire = _collecting(problems, load_questionnaire, folder)
    cases = _collecting(problems, load_cases, folder)
    matching = _collecting(problems, load_matching, folder)
    if questionnaire is None:
        raise Invalid(problems)
    recommendation = _collecting(problems, load_recommendation, folder, questionnaire)
    exit_check = _collecting(problems, load_exit_check, folder, questionnaire)
    measures = _collecting(problems, load_measures, folder, questionnaire)
    series = _collecting(problems, load_series, folder, questionnaire)
    if recommendation is not None and cases is not None:
        problems += _unknown_cases(recommendation, {case.id for case in cases})
        problems += _unknown_archetypes(cases, recommendation.archetype_by_id)
    if recommendation is None or exit_check is None or measures is None:
        raise Invalid(problems)
    if cases is None or matching is None or series is None or problems:
        raise Invalid(problems)
    return Model(
        folder, questionnaire, recommendation, cases, matching, exit_check, measures, series
    )


def _collecting(
    problems: list[Problem], load: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """What was loaded; None, and its problems with the others, where that is not possible."""
    try:
        return load(*args, **kwargs)
    except Invalid as error:
        problems += error.problems
        return None


def _unknown_cases(model: RecommendationModel, known: Container[str]) -> Iterator[Problem]:
    for archetype in model.archetypes:
        named = [(f"cases[{index}]", case) for index, case in enumerate(archetype.cases)]
        named += [
            (f"cost_hints[{index}].case", hint.case)
            for index, hint in enumerate(archetype.cost_hints)
        ]
        for place, case in named:
            if case not in known:
                values = {"given": case}
                yield Problem("unknown_case", f"{archetype.id}.{place}", values, "archetypes.yaml")


def _unknown_archetypes(cases: Iterable[Case], known: Container[str]) -> Iterator[Problem]:
    for case in cases:
        for index, archetype in enumerate(case.archetypes):
            if archetype not in known:
                place = f"{case.id}.archetypes[{index}]"
                yield Problem(
                    "unknown_archetype", place, {"given": archetype}, f"cases/{case.field}.yaml"
                )


# What is said about a number, not the number: these may be reworded without making a new model.
# The portfolio only divides a picture of the advice.
_WORDS = frozenset(
    {
        "as_of",
        "cases",
        "cost_hints",
        "evidence",
        "help_offers",
        "levels_source",
        "multipliers_source",
        "pace",
        "portfolio",
        "responsible",
        "source",
        "sources",
        "typical_partners",
        "unit",
    }
)


def _in_order_of_id(items: list[Any]) -> list[Any]:
    """The items by id where they have one: in which order a file has them changes no result."""
    if all(isinstance(item, dict) and "id" in item for item in items):
        return sorted(items, key=lambda item: str(item["id"]))
    return items


def _without_texts(value: Any) -> Any:
    match value:
        case Text():
            return "text"  # whether there is one may be a rule, as with `not_applicable`
        case BaseModel():
            return {
                name: _without_texts(getattr(value, name))
                for name in type(value).model_fields
                if name not in _WORDS
            }
        case dict():
            return {key: _without_texts(item) for key, item in value.items()}
        case tuple() | list():
            return _in_order_of_id([_without_texts(item) for item in value])
    return value
