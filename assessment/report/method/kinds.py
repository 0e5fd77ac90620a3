"""The kinds of application: their default factors, and which topics weigh more or less for them."""

from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.model import Archetype
from assessment.report.content.figures import DASH, number
from assessment.report.method.source import Source, source_of


@dataclass(frozen=True)
class KindRow:
    """A kind of application; `defaults` are levels in the order of the factors."""

    name: str
    defaults: tuple[str, ...]
    multipliers: tuple[tuple[str, str], ...]
    traits: tuple[str, ...]
    reason: str
    source: Source


def kind_rows(model: Model, language: str) -> tuple[KindRow, ...]:
    """Every kind of application, in the order of the model."""
    titles = {topic.id: topic.title[language] for topic in model.questionnaire.topics}
    return tuple(_kind(kind, titles, model, language) for kind in model.recommendation.archetypes)


def _kind(kind: Archetype, titles: dict[str, str], model: Model, language: str) -> KindRow:
    advice = model.recommendation
    return KindRow(
        name=kind.name[language],
        defaults=tuple(str(kind.default_factors.get(one.id, DASH)) for one in advice.factors),
        multipliers=tuple(
            (titles[topic], number(times, language))
            for topic, times in kind.topic_multipliers.items()
        ),
        traits=tuple(advice.traits[trait][language] for trait in kind.traits),
        reason=kind.multipliers_reason[language],
        source=source_of(kind.multipliers_source, language),
    )
