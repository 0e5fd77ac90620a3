"""The numbers of matching as data (`matching.yaml`), each with its reason."""

import math
from functools import cached_property
from pathlib import Path

from pydantic import Field, model_validator

from assessment.errors import Invalid
from assessment.questionnaire.documents import Faults, checked, read_document
from assessment.questionnaire.model import Part, Text


class Weight(Part):
    """What a trait weighs in the mean."""

    weight: float = Field(ge=0)
    reason: Text


class Weights(Part):
    """One weight for each trait that cases are matched on."""

    population: Weight
    body: Weight
    state: Weight
    field: Weight
    technology: Weight
    route: Weight


class PopulationScale(Part):
    """The range that scales a difference in population, and what counts as of similar size."""

    smallest: int = Field(gt=0)
    largest: int = Field(gt=0)
    alike_within_factor: float = Field(ge=1)
    reason: Text

    @cached_property
    def span(self) -> float:
        """The logarithm of the range."""
        return math.log(self.largest / self.smallest)

    @cached_property
    def alike_from(self) -> float:
        """The likeness from which two bodies count as of similar size."""
        return 1 - math.log(self.alike_within_factor) / self.span

    @model_validator(mode="after")
    def _is_a_range(self) -> "PopulationScale":
        if self.smallest >= self.largest:
            raise ValueError("no range")
        return self


class Unknown(Part):
    """How far an unknown trait lowers the standing of a case."""

    lowered_by: float = Field(ge=0, le=1)
    reason: Text


class Diversity(Part):
    """How a list is kept from showing one product over and over."""

    relevance: float = Field(ge=0, le=1)
    vendor: float = Field(ge=0, le=1)
    field: float = Field(ge=0, le=1)
    place: float = Field(ge=0, le=1)
    at_most_per_vendor: int = Field(ge=1)
    reason: Text


class Comparable(Part):
    """The similarity from which a case is close enough to be learnt from."""

    at_least: float = Field(ge=0, le=1)
    reason: Text


class Setbacks(Part):
    """From which length a diverse list holds an ended or failed case, if one is comparable."""

    in_lists_of: int = Field(ge=2)
    reason: Text


class EvidenceNumbers(Part):
    """How many cases are counted, from how many on shares are formed, and what to bear in mind."""

    cases: int = Field(ge=1)
    reason: Text
    shares_from: int = Field(ge=1)
    shares_reason: Text
    note: Text


class PartWeights(Part):
    """What a word counts by the part of the case in which it stands."""

    title: Weight
    place: Weight
    partners: Weight
    kind: Weight
    summary: Weight
    experience: Weight
    source: Weight


class LikenessWeights(Part):
    """What a word counts by how it is like the one looked for."""

    whole: Weight
    beginning: Weight
    inside: Weight


class SearchNumbers(Part):
    """Everything numeric behind the order of cases that were searched for; own calibration."""

    parts: PartWeights
    likeness: LikenessWeights


class Matching(Part):
    """Everything numeric behind the order of cases; own calibration."""

    weights: Weights
    population: PopulationScale
    unknown: Unknown
    diversity: Diversity
    comparable: Comparable
    setbacks: Setbacks
    evidence: EvidenceNumbers
    search: SearchNumbers

    @cached_property
    def weight_of(self) -> dict[str, float]:
        """The bare weight of each trait."""
        return {trait: getattr(self.weights, trait).weight for trait in Weights.model_fields}


def load_matching(folder: Path) -> Matching:
    """The matching numbers of a questionnaire folder. Raises Invalid with every fault found."""
    faults = Faults(read_document(folder / "matching.yaml", shown_as="matching.yaml"))
    matching = checked(faults, Matching)
    if matching is None or faults.problems:
        raise Invalid(faults.problems)
    return matching
