"""What an answer file may name: the questionnaire's questions and the recommendation's ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessment.municipality import Municipality
from assessment.questionnaire.model import Questionnaire

FIELDS = (
    "mobility",
    "citizen_services",
    "internal_administration",
    "utilities_waste",
    "environment_climate",
    "urban_development",
    "public_safety",
    "social_health",
    "education_culture",
    "economy_tourism",
    "other",
)

TECHNOLOGIES = (
    "chatbot_rule_or_nlp",
    "llm_assistant",
    "document_processing",
    "computer_vision",
    "forecasting",
    "optimisation_control",
    "speech",
    "geodata_analysis",
    "other",
)


@dataclass(frozen=True)
class Vocabulary:
    """The ids an answer file may use; `factors` says whose each factor is.

    `bodies` are known by their keys though the register has them no more.

    The recommendation model lies above this package, so its ids are handed down as plain values.
    """

    questionnaire: Questionnaire
    factors: Mapping[str, Literal["application", "body"]] = field(default_factory=dict)
    archetypes: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    ai_act_classes: frozenset[str] = frozenset()
    fields: tuple[str, ...] = FIELDS
    technologies: tuple[str, ...] = TECHNOLOGIES
    bodies: Mapping[str, Municipality] = field(default_factory=dict)
