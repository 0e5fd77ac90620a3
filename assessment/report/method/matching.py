"""How cases are compared and counted: weights, scales and limits with their reasons."""

from dataclasses import dataclass

from assessment.cases.weights import Matching, Weights
from assessment.report.content.figures import number, whole
from assessment.wording import name


@dataclass(frozen=True)
class TraitRow:
    """What a trait weighs in the mean, and why."""

    name: str
    weight: str
    reason: str


@dataclass(frozen=True)
class MatchingView:
    """Every number of matching and counting as it is shown, each with its reason."""

    traits: tuple[TraitRow, ...]
    smallest: str
    largest: str
    alike_within: str
    population_reason: str
    lowered_by: str
    unknown_reason: str
    relevance: str
    repetition: str
    vendor: str
    field: str
    place: str
    per_vendor: int
    diversity_reason: str
    comparable: str
    comparable_reason: str
    setbacks_from: int
    setbacks_reason: str
    counted: int
    counted_reason: str
    shares_from: int
    shares_reason: str
    note: str


def matching_of(matching: Matching, language: str) -> MatchingView:
    """These numbers in the language."""
    people, mix, count = matching.population, matching.diversity, matching.evidence
    return MatchingView(
        traits=_traits(matching, language),
        smallest=whole(people.smallest, language),
        largest=whole(people.largest, language),
        alike_within=number(people.alike_within_factor, language),
        population_reason=people.reason[language],
        lowered_by=number(matching.unknown.lowered_by, language),
        unknown_reason=matching.unknown.reason[language],
        relevance=number(mix.relevance, language),
        repetition=number(1 - mix.relevance, language),
        vendor=number(mix.vendor, language),
        field=number(mix.field, language),
        place=number(mix.place, language),
        per_vendor=mix.at_most_per_vendor,
        diversity_reason=mix.reason[language],
        comparable=number(matching.comparable.at_least, language),
        comparable_reason=matching.comparable.reason[language],
        setbacks_from=matching.setbacks.in_lists_of,
        setbacks_reason=matching.setbacks.reason[language],
        counted=count.cases,
        counted_reason=count.reason[language],
        shares_from=count.shares_from,
        shares_reason=count.shares_reason[language],
        note=count.note[language],
    )


def _traits(matching: Matching, language: str) -> tuple[TraitRow, ...]:
    return tuple(
        TraitRow(
            name("trait", trait, language),
            number(matching.weight_of[trait], language),
            getattr(matching.weights, trait).reason[language],
        )
        for trait in Weights.model_fields
    )
