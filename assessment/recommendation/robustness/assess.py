"""How firm the advice is, what would change it, and what would make it firmer."""

from collections.abc import Iterable

from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.applications import Application, standard_set, stated_applications
from assessment.recommendation.model import RecommendationModel
from assessment.recommendation.outcome import OUTCOMES, Outcome, OverallRecommendation
from assessment.recommendation.robustness.close_call import close_call
from assessment.recommendation.robustness.draws import Draws
from assessment.recommendation.robustness.find_out import find_out_first
from assessment.recommendation.robustness.flips import all_flips
from assessment.recommendation.robustness.model import Firmness, Robustness, Standing
from assessment.recommendation.robustness.steps import single_steps
from assessment.recommendation.robustness.trial import Trial, overall_outcomes, shares, tried_out
from assessment.recommendation.variants.sheets import Levels
from assessment.recommendation.variants.situation import Situation, situation


def robustness(
    assessment: Assessment,
    overall: OverallRecommendation,
    *,
    questionnaire: Questionnaire,
    model: RecommendationModel,
    draws: Draws,
) -> tuple[tuple[Robustness, ...], Standing | None]:
    """How firm the advice is for each stated application, in their order, and overall.

    None stands for no stance at all: no application is stated and the body has no standard set.
    """
    stated = stated_applications(assessment, model)
    applications = stated or standard_set(assessment, model)
    if not applications:
        return (), None
    of = situation(questionnaire, model, applications, assessment.answers)
    trial = tried_out(of, draws)
    stance = _standing(model, overall_outcomes(of, trial), overall.route, applications)
    return (_each(of, trial) if stated else ()), stance


def firmness(share: float, model: RecommendationModel, ask_first: tuple[str, ...]) -> Firmness:
    """What the share of the recommended result means.

    Nothing is firm while a factor of the body is not given: the draws spread it evenly, but nobody
    who has not said who could help, by when and with which money should rely on advice.
    """
    if share >= model.firmness.firm and not ask_first:
        return Firmness.FIRM
    return Firmness.LIKELY if share >= model.firmness.likely else Firmness.UNDECIDED


def _each(of: Situation, trial: Trial) -> tuple[Robustness, ...]:
    singles = single_steps(of)
    flips = all_flips(singles)
    found = []
    for place, application in enumerate(of.applications):
        advised = OUTCOMES[singles.now[place]]
        standing = _standing(of.model, trial.outcomes[place], advised, [application])
        between = (
            close_call(of, trial, place, advised=advised, shares=standing.shares)
            if standing.firmness == Firmness.UNDECIDED
            else None
        )
        found.append(
            Robustness(
                firmness=standing.firmness,
                shares=standing.shares,
                ask_first=standing.ask_first,
                too_close=between,
                flips=flips[place],
                find_out_first=find_out_first(singles, trial, place),
            )
        )
    return tuple(found)


def _standing(
    model: RecommendationModel,
    outcomes: Levels,
    advised: Outcome,
    applications: Iterable[Application],
) -> Standing:
    counted, ask_first = shares(outcomes), _not_given(model, applications)
    return Standing(firmness(counted[advised], model, ask_first), counted, ask_first)


def _not_given(model: RecommendationModel, applications: Iterable[Application]) -> tuple[str, ...]:
    """The factors of the body that one of the applications lacks."""
    factors = [application.factors for application in applications]
    return tuple(
        factor.id
        for factor in model.factors
        if factor.of == "body" and not all(given[factor.id].given for given in factors)
    )
