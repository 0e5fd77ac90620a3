"""Every draw is the advice that `recommend` gives under the numbers of that draw."""

from dataclasses import replace

from hypothesis import given, settings

from assessment.questionnaire.answers import Answer, State
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.outcome import OUTCOMES
from assessment.recommendation.robustness.draws import make_draws
from assessment.recommendation.robustness.trial import overall_outcomes, shares, tried_out
from assessment.recommendation.variants.situation import situation
from tests.unit.recommendation.robustness.by_hand import overall_of, routes
from tests.unit.recommendation.robustness.small_world import QUESTIONNAIRE, assessments, models
from tests.unit.recommendation.robustness.trying_out import SEED
from tests.unit.recommendation.small_model import ROUTES


def drawn_model(model, draws, draw):
    """The model with the utilities, weights and share of readiness of one draw."""
    times = len(model.factors)  # weights and utilities are drawn as products
    factors = [
        factor.model_copy(
            update={
                "weight": 1,
                "utility": factor.utility.model_copy(
                    update={
                        route: tuple(times * draws.weighted_utility[number, :, draw, column])
                        for column, route in enumerate(ROUTES)
                    }
                ),
            }
        )
        for number, factor in enumerate(model.factors)
    ]
    share = model.lambda_.model_copy(update={"value": draws.readiness_share[draw, 0]})
    return model.model_copy(update={"factors": tuple(factors), "lambda_": share})


def drawn_assessment(assessment, trial, draw):
    """The assessment with the answers and factor levels of one draw."""
    answers = {
        name: Answer(State.ANSWERED, said.answers[said.row[draw]].value)
        for name, said in trial.answers.items()
    }
    applications = [
        replace(one, factors={**one.factors, **{name: int(of[draw]) for name, of in drawn.items()}})
        for one, drawn in zip(assessment.applications, trial.factors, strict=True)
    ]
    return replace(
        assessment,
        answers={**assessment.answers, **answers},
        applications=tuple(applications),
    )


@settings(max_examples=30, deadline=None)
@given(model=models(), assessment=assessments())
def test_every_draw_is_what_would_be_recommended_under_it(model, assessment):
    draws = make_draws(model, QUESTIONNAIRE, SEED)
    applications = stated_applications(assessment, model)
    of = situation(QUESTIONNAIRE, model, applications, assessment.answers)
    trial = tried_out(of, draws)
    overall = overall_outcomes(of, trial)
    for draw in range(draws.count):
        under = drawn_model(model, draws, draw)
        as_drawn = drawn_assessment(assessment, trial, draw)
        expected = routes(as_drawn, QUESTIONNAIRE, under)
        assert [OUTCOMES[row[draw]] for row in trial.outcomes] == list(expected.values())
        assert OUTCOMES[overall[draw]] == overall_of(as_drawn, QUESTIONNAIRE, under).route


@settings(max_examples=30, deadline=None)
@given(model=models(), assessment=assessments())
def test_the_five_shares_sum_to_1(model, assessment):
    applications = stated_applications(assessment, model)
    of = situation(QUESTIONNAIRE, model, applications, assessment.answers)
    trial = tried_out(of, make_draws(model, QUESTIONNAIRE, SEED))
    for outcomes in (*trial.outcomes, overall_outcomes(of, trial)):
        counted = shares(outcomes)
        assert tuple(counted) == OUTCOMES
        assert sum(counted.values()) == 1
