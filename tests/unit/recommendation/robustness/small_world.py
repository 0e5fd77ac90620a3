"""Random small questionnaires, models and assessments, with a hidden follow-up and raised gates."""

from datetime import date

from hypothesis import strategies as st

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, State
from tests.unit.recommendation.small_model import (
    ROUTES,
    a_condition,
    a_factor,
    a_gate,
    a_model,
    need,
    own,
    per_route,
)
from tests.unit.scoring.questionnaires import (
    NOT_APPLICABLE,
    UNKNOWN,
    a_questionnaire,
    choice,
    levels,
)

# "follow_up" is asked from level 1 of "data" on.
QUESTIONNAIRE = a_questionnaire(
    {
        "d": {
            "data": [
                levels("data", count=3),
                {**levels("follow_up", count=3), "show_if": {"question": "data", "at_least": 1}},
            ],
            "law": [levels("law", count=3), choice("form", paper=0, file=0.4, service=1)],
            "staff": [levels("staff", count=3)],
        }
    }
)
utilities = st.lists(st.sampled_from([0, 0.2, 0.5, 0.8, 1]), min_size=5, max_size=5)
minimums = st.tuples(*[st.integers(0, 2)] * 4)


@st.composite
def models(draw):
    """A model with two factors, of which one raises a gate, and gates on answers and a factor."""
    rule = {"factor": "sensitivity", "at_least": draw(st.integers(1, 4))}
    raised = {"if": rule, "minimum": per_route(*draw(minimums))}
    factors = [
        a_factor("sensitivity", draw(st.sampled_from([1, 2])), **drawn_utilities(draw)),
        a_factor("partner", draw(st.sampled_from([1, 0.5])), of="body", **drawn_utilities(draw)),
    ]
    gates = [
        a_gate("g1", a_condition(draw(minimums), question="law", raises=[raised])),
        a_gate("g2", a_condition(draw(minimums), question="follow_up", not_applicable="pass")),
        a_gate("g3", a_condition(draw(minimums), question="staff"), applies_if=rule),
        a_gate("g4", a_condition(draw(minimums), factor="partner")),
    ]
    required = st.sampled_from([0, 25, 50, 75])
    needs = {
        route: {"data": need(50), "law": need(draw(required)), "staff": need(draw(required), 2)}
        for route in ROUTES
    }
    return a_model(needs=needs, factors=factors, gates=gates)


def drawn_utilities(draw):
    return {route: draw(utilities) for route in ROUTES}


def answer(question):
    known = range(3) if question.kind == "levels" else [option.id for option in question.options]
    possible = [Answer(State.ANSWERED, value) for value in known]
    return st.sampled_from([*possible, *possible, UNKNOWN, NOT_APPLICABLE])


sheets = st.fixed_dictionaries({q.id: answer(q) for q in QUESTIONNAIRE.questions})
levels_given = st.dictionaries(
    st.sampled_from(["sensitivity", "partner"]), st.one_of(st.integers(0, 4), st.none())
)


@st.composite
def assessments(draw):
    """An assessment with two applications, whose answers and factors may be known or not."""
    return Assessment(
        questionnaire=QUESTIONNAIRE.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers=draw(sheets),
        factors=draw(levels_given),
        applications=(own("a", factors=draw(levels_given)), own("b", priority=2)),
    )
