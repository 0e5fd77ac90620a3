"""Why a route is advised, in words: what speaks for and against it, and the factors used."""

from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import ApplicationRecommendation, Reason
from assessment.report.content.figures import signed_points


@dataclass(frozen=True)
class ReasonView:
    """What speaks for or against the route, with the points it is worth there."""

    text: str
    detail: str
    points: str


@dataclass(frozen=True)
class FactorView:
    """The level used for a factor; where it was not `given` it is the default of the archetype."""

    name: str
    level: int
    text: str
    given: bool


def reasons_of(
    advice: ApplicationRecommendation, model: Model, language: str
) -> tuple[tuple[ReasonView, ...], tuple[ReasonView, ...]]:
    """What speaks for and against the advised route, or the best one if none is advised."""
    scored = [r for r in advice.reasons if r.points and r.route == explained_route(advice)]
    scored.sort(key=lambda reason: -abs(reason.points or 0))
    views = [(reason, _reason(reason, advice, model, language)) for reason in scored]
    good = tuple(view for reason, view in views if (reason.points or 0) > 0)
    bad = tuple(view for reason, view in views if (reason.points or 0) < 0)
    return good, bad


def explained_route(advice: ApplicationRecommendation) -> Route:
    """The route whose reasons are told: the advised one, else the most suitable."""
    if advice.route is not None:
        return advice.route
    return max(Route, key=lambda route: advice.suitability[route] or 0)


def _reason(
    reason: Reason, advice: ApplicationRecommendation, model: Model, language: str
) -> ReasonView:
    shown = signed_points(reason.points or 0, language)
    if reason.kind == "factor":
        factor = model.recommendation.factor_by_id[reason.id]
        level = advice.factors[reason.id].level
        return ReasonView(factor.name[language], factor.levels[level][language], shown)
    titles = {topic.id: topic.title[language] for topic in model.questionnaire.topics}
    return ReasonView(titles[reason.id], "", shown)


def factors_of(
    advice: ApplicationRecommendation, model: Model, language: str
) -> tuple[FactorView, ...]:
    """The level of every factor that the advice rests on."""
    return tuple(
        FactorView(
            factor.name[language],
            advice.factors[factor.id].level,
            factor.levels[advice.factors[factor.id].level][language],
            advice.factors[factor.id].given,
        )
        for factor in model.recommendation.factors
        if factor.id in advice.factors
    )
