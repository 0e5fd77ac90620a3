"""What holds for the advice whatever is answered, under the model that comes with the tool."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.model import load_model
from assessment.questionnaire.answers import Answer, PlannedApplication, State
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.outcome import RouteState
from assessment.recommendation.recommend import recommend
from assessment.scoring.scorecard import scorecard

MODEL = load_model()
QUESTIONS = tuple(MODEL.questionnaire.by_id)
FACTORS = tuple(MODEL.recommendation.factor_by_id)
ARCHETYPES = tuple(MODEL.recommendation.archetype_by_id)

levels = st.integers(0, 4)
given_answers = st.one_of(
    levels.map(lambda level: Answer(State.ANSWERED, level)), st.just(Answer(State.UNKNOWN))
)
sheets = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, given_answers))
hazy_sheets = st.fixed_dictionaries(
    dict.fromkeys(
        QUESTIONS,
        st.sampled_from(
            [Answer(State.UNKNOWN), Answer(State.ANSWERED, 2), Answer(State.ANSWERED, 3)]
        ),
    )
)
plans = st.builds(
    PlannedApplication,
    id=st.just("a"),
    archetype=st.sampled_from(ARCHETYPES),
    factors=st.dictionaries(st.sampled_from(FACTORS), st.one_of(levels, st.none())),
)
ORDER = [RouteState.STOPPED, RouteState.CONDITIONAL, RouteState.OPEN]


def advice(assessment, sheet, planned):
    stated = replace(assessment, answers=sheet, applications=(planned,))
    effective = effective_answers(MODEL.questionnaire, sheet)
    card = scorecard(MODEL.questionnaire, effective)
    (found,), overall = recommend(stated, effective, card, MODEL.recommendation)
    return found, overall


@settings(max_examples=40, deadline=None)
@given(sheet=sheets, planned=plans, name=st.sampled_from(QUESTIONS), level=st.integers(0, 3))
def test_raising_an_answer_lowers_no_suitability_and_stops_no_route(
    shipped, sheet, planned, name, level
):
    before, after = (
        advice(shipped[1], {**sheet, name: Answer(State.ANSWERED, higher)}, planned)[0]
        for higher in (level, level + 1)
    )
    for route, points in before.suitability.items():
        assert after.suitability[route] >= points - 1e-9
        assert ORDER.index(after.state[route]) >= ORDER.index(before.state[route])


@settings(max_examples=40, deadline=None)
@given(sheet=sheets, planned=plans)
def test_the_advised_route_is_the_best_that_may_be_taken(shipped, sheet, planned):
    found, overall = advice(shipped[1], sheet, planned)
    admissible = {
        route: found.suitability[route]
        for route, state in found.state.items()
        if state != RouteState.STOPPED and found.suitability[route] is not None
    }
    assert (found.route is None) == (not admissible)
    assert overall.route == found.route
    if found.route:
        assert admissible[found.route] >= max(admissible.values()) - 1e-9
        assert found.clarify_first == ()


@settings(max_examples=40, deadline=None)
@given(sheet=hazy_sheets, planned=plans)
def test_what_is_to_be_clarified_first_opens_a_route_at_level_4(shipped, sheet, planned):
    found, _ = advice(shipped[1], sheet, planned)
    asked = set(found.clarify_first)
    assert all(sheet[name].state == State.UNKNOWN for name in asked & set(QUESTIONS))
    if asked:
        better_sheet = sheet | dict.fromkeys(asked & set(QUESTIONS), Answer(State.ANSWERED, 4))
        factors = {**planned.factors} | dict.fromkeys(asked & set(FACTORS), 4)
        better, _ = advice(shipped[1], better_sheet, replace(planned, factors=factors))
        assert found.route is None
        assert better.route is not None


def test_the_order_of_answers_and_factors_does_not_matter(shipped):
    model, assessment = shipped
    turned = replace(
        assessment,
        answers=dict(reversed(assessment.answers.items())),
        applications=tuple(reversed(assessment.applications)),
    )
    by_id = []
    for stated in (assessment, turned):
        effective = effective_answers(model.questionnaire, stated.answers)
        card = scorecard(model.questionnaire, effective)
        found, overall = recommend(stated, effective, card, model.recommendation)
        by_id.append(({one.id: one for one in found}, overall.route))
    assert by_id[0] == by_id[1]
