"""The numbers of matching as data (`matching.yaml`), each with its reason."""

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

    def __getitem__(self, trait: str) -> float:
        weight: Weight = getattr(self, trait)
        return weight.weight


class PopulationScale(Part):
    """The range that scales a difference in population, and what counts as of similar size."""

    smallest: int = Field(gt=0)
    largest: int = Field(gt=0)
    alike_within_factor: float = Field(ge=1)
    reason: Text

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


class Matching(Part):
    """Everything numeric behind the order of cases; own calibration."""

    weights: Weights
    population: PopulationScale
    unknown: Unknown
    diversity: Diversity


def load_matching(folder: Path) -> Matching:
    """The matching numbers of a questionnaire folder. Raises Invalid with every fault found."""
    faults = Faults(read_document(folder / "matching.yaml", shown_as="matching.yaml"))
    matching = checked(faults, Matching)
    if matching is None or faults.problems:
        raise Invalid(faults.problems)
    return matching
