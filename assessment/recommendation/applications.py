"""The planned applications with all that is known of them: factors, traits, class, multipliers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.questionnaire.answers import Assessment, PlannedApplication
from assessment.questionnaire.conditions import AiActClass, FactorIs, HasTrait, Statement
from assessment.recommendation.model import Archetype, RecommendationModel
from assessment.recommendation.outcome import FactorLevel

# Neither for nor against: what an own application has where nobody gave a level.
MIDDLE = 2


@dataclass(frozen=True)
class Application:
    """An application as the advice needs it, whether it follows an archetype or stands alone."""

    id: str
    archetype: str | None
    title: str | None
    priority: int
    factors: Mapping[str, FactorLevel]
    traits: frozenset[str]
    ai_act: str | None
    multipliers: Mapping[str, float]

    def is_true(self, statement: Statement) -> bool:
        """Whether a statement of a gate holds for this application."""
        match statement:
            case FactorIs(factor=factor, at_least=level):
                return self.factors[factor].level >= level
            case HasTrait(trait=trait):
                return trait in self.traits
            case AiActClass(ai_act=classes):
                return self.ai_act in classes
        raise TypeError(f"gates are not asked about {statement}")


def stated_applications(
    assessment: Assessment, model: RecommendationModel
) -> tuple[Application, ...]:
    """The applications that the body plans, in its order."""
    return tuple(
        _application(planned, assessment.factors, model) for planned in assessment.applications
    )


def standard_set(assessment: Assessment, model: RecommendationModel) -> tuple[Application, ...]:
    """What a body of this kind usually begins with, under the body's own factors."""
    body = assessment.municipality.body
    return tuple(
        _application(PlannedApplication(archetype.id, archetype.id), assessment.factors, model)
        for archetype in model.archetypes
        if body in archetype.standard_set_for
    )


def _application(
    planned: PlannedApplication, of_body: Mapping[str, int | None], model: RecommendationModel
) -> Application:
    archetype = model.archetype_by_id[planned.archetype] if planned.archetype else None
    return Application(
        id=planned.id,
        archetype=planned.archetype,
        title=planned.title,
        priority=planned.priority,
        factors={
            factor.id: _level(factor.id, [planned.factors, of_body], archetype)
            for factor in model.factors
        },
        traits=frozenset(archetype.traits if archetype else planned.traits),
        ai_act=archetype.ai_act.class_ if archetype else planned.ai_act,
        multipliers=archetype.topic_multipliers if archetype else {},
    )


def _level(
    factor: str, stated: Sequence[Mapping[str, int | None]], archetype: Archetype | None
) -> FactorLevel:
    """What was stated first for it, the application before the body; unknown leaves the default."""
    default = archetype.default_factors.get(factor, MIDDLE) if archetype else MIDDLE
    level = next((levels[factor] for levels in stated if factor in levels), None)
    return FactorLevel(default, given=False) if level is None else FactorLevel(level, given=True)
