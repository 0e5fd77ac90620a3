"""Whatever answers, gates, measures and plan: every rule is kept and the effort is the least."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.recommendation.model import Route
from tests.unit.recommendation.roadmap.checker import faults_of
from tests.unit.recommendation.roadmap.small_plans import (
    a_measure,
    a_plan,
    an_assessment,
    placed,
    roadmap_of,
    some_measures,
)
from tests.unit.recommendation.small_model import a_condition, a_gate, a_model, need, own
from tests.unit.scoring.questionnaires import NOT_APPLICABLE, UNKNOWN, a_questionnaire, levels

TOPICS = ("data", "law", "staff")
WIDE = a_questionnaire(
    {"d": {topic: [levels(f"{topic}1"), levels(f"{topic}2")] for topic in TOPICS}}
)
QUESTIONS = tuple(WIDE.by_id)
STEPS = [f"{topic}.{level}" for topic in TOPICS for level in range(1, 5)]
TRAITS = ("public_facing", "staff_use")


@st.composite
def measures(draw):
    """Measures whose prerequisites are steps of other topics at a lower level, so no circles."""
    found = []
    for step in STEPS:
        topic, level = step.split(".")
        lower = [s for s in STEPS if s.split(".")[0] != topic and s.split(".")[1] < level]
        after = draw(st.lists(st.sampled_from(lower), max_size=2, unique=True)) if lower else []
        days, quarters = draw(st.integers(1, 8)), draw(st.sampled_from([1, 1, 2, 3]))
        found.append(a_measure(step, days, quarters, after))
    return some_measures(*found, questionnaire=WIDE)


@st.composite
def models(draw):
    gates = []
    for number in range(draw(st.integers(1, 4))):
        minimum = draw(st.lists(st.integers(0, 3), min_size=4, max_size=4))
        target = [draw(st.sampled_from([None, level, 4])) for level in minimum]
        question = draw(st.sampled_from(QUESTIONS))
        condition = a_condition(minimum, target, question=question, not_applicable="pass")
        gates.append(
            a_gate(f"gate{number}", condition, applies_if={"trait": draw(st.sampled_from(TRAITS))})
        )
    points = st.sampled_from([0, 25, 50, 62.5, 75])
    needs = {route: {topic: need(draw(points)) for topic in TOPICS} for route in Route}
    for of in needs.values():
        of["data"] = need(25)
    return a_model(needs=needs, gates=gates)


level = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE])
assessments = st.builds(
    lambda answers, one, two, targets, plan: an_assessment(
        dict(zip(QUESTIONS, answers, strict=True)),
        own("one", traits=one),
        own("two", traits=two, priority=2),
        targets=targets,
        plan=plan,
        of=WIDE,
    ),
    st.lists(level, min_size=6, max_size=6),
    st.lists(st.sampled_from(TRAITS), unique=True).map(tuple),
    st.lists(st.sampled_from(TRAITS), unique=True).map(tuple),
    st.dictionaries(st.sampled_from([*TOPICS, *QUESTIONS]), st.integers(0, 4), max_size=2),
    st.builds(a_plan, st.integers(1, 12), st.integers(3, 30)),
)


@settings(max_examples=40, deadline=None)
@given(assessments, models(), measures())
def test_every_plan_passes_the_inspector(assessment, model, some):
    roadmap = roadmap_of(assessment, model, some, WIDE)
    assert faults_of(roadmap, assessment, model, some, WIDE) == []


@settings(max_examples=25, deadline=None)
@given(assessments, models(), measures())
def test_what_is_said_to_do_does(assessment, model, some):
    tight = roadmap_of(_with(assessment, a_plan(2, 6)), model, some, WIDE)
    for plan in tight.would_do:
        enough = roadmap_of(_with(assessment, plan), model, some, WIDE)
        assert faults_of(enough, _with(assessment, plan), model, some, WIDE) == []
        assert [goal for goal in enough.missed if goal.topic is not None] == []


@settings(max_examples=30, deadline=None)
@given(assessments, models(), measures())
def test_no_choice_of_routes_and_no_greedy_plan_takes_less_effort(assessment, model, some):
    roomy = _with(assessment, a_plan(40, 1000))
    roadmap = roadmap_of(roomy, model, some, WIDE)
    chosen = {name: [route] for name, route in roadmap.routes.items() if route is not None}
    opened = _routes_to_open(roadmap, roomy, model, some)
    efforts = [
        _greedy_days(roadmap, dict(zip(opened, routes, strict=True)), roomy, some, model=model)
        for routes in product(*(opened[name] for name in opened))
    ]
    assert chosen.keys() >= opened.keys()
    assert min(efforts) <= roadmap.person_days + 1e-6
    assert all(roadmap.person_days <= days + 1e-6 for days in efforts)


@settings(max_examples=10, deadline=None)
@given(assessments, models(), measures())
def test_the_same_input_gives_the_same_plan(assessment, model, some):
    first, second = (roadmap_of(assessment, model, some, WIDE) for _ in range(2))
    assert first == second
    assert placed(first) == placed(second)


def _with(assessment, plan):
    return an_assessment(
        dict(assessment.answers),
        *assessment.applications,
        targets=assessment.targets,
        plan=plan,
        of=WIDE,
    )


def _routes_to_open(roadmap, assessment, model, some):
    """For applications without an open route, all four: any of them may be opened."""
    bare = roadmap_of(_with(assessment, a_plan(1, 1000)), model, some, WIDE)
    minimums = {goal.application for goal in bare.goals if goal.kind == "minimum"}
    return {name: list(Route) for name in sorted(minimums)}


def _greedy_days(roadmap, routes, assessment, some, *, model):
    """The person-days of a plan made goal by goal, each time with the measures still missing."""
    known = {measure.id: measure for measure in some.measures}
    lowest = {topic: _lowest(assessment, topic) for topic in TOPICS}
    taken = set()

    def lift(topic, to):
        for step in range(lowest[topic] + 1, to + 1):
            measure = known[f"{topic}.{step}"]
            if measure.id not in taken:
                taken.add(measure.id)
                for name in measure.prerequisites:
                    lift(known[name].topic, known[name].to_level)

    for goal in roadmap.goals:
        if goal.application not in routes:
            lift(goal.topic, goal.level)
    for question, minimum in _stopping(routes, assessment, model):
        lift(question[:-1], minimum)
    return sum(known[name].person_days.low for name in taken)


def _stopping(routes, assessment, model):
    """The questions below the minimum of the applications' routes."""
    traits = {one.id: one.traits for one in assessment.applications}
    for (name, route), gate in product(routes.items(), model.gates):
        (condition,) = gate.conditions
        stands, minimum = _level(assessment, condition.question), condition.minimum[route]
        if gate.applies_if.trait in traits[name] and stands is not None and stands < minimum:
            yield condition.question, minimum


def _level(assessment, question):
    answer = assessment.answers[question]
    if answer == NOT_APPLICABLE:
        return None
    return 0 if answer == UNKNOWN else answer.value


def _lowest(assessment, topic):
    found = [_level(assessment, f"{topic}{number}") for number in (1, 2)]
    return min((one for one in found if one is not None), default=4)
