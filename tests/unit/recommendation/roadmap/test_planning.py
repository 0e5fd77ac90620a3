"""A roadmap reaches its goals at least effort, urgent things first, or says why it cannot."""

from assessment.questionnaire.answers import Plan
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
from tests.unit.recommendation.small_model import (
    QUESTIONS,
    a_condition,
    a_gate,
    a_model,
    need,
    own,
    per_route,
)
from tests.unit.scoring.questionnaires import NOT_APPLICABLE, UNKNOWN, a_questionnaire, levels

NOTHING_NEEDED = {route: {"data": need(1, 1)} for route in Route}
BY_HAND = some_measures(
    a_measure("law.1", 4),
    a_measure("law.2", (2, 10), after=["data.1"]),
    a_measure("data.1", 5),
    a_measure("data.2", 8, quarters=2),
)
PRIVACY = a_gate("privacy", a_condition((0,), (2,), question="law"))


def test_a_plan_worked_out_by_hand():
    # Both chains start at once (4 + 5 of 10 days); then law.2 takes 6 and the first half of data.2
    # takes 4; its second half stays for the third quarter. The condition is met after the second.
    assessment = an_assessment({"data": 0, "law": 0, "staff": 0}, own(), plan=a_plan(4, 10))
    roadmap = roadmap_of(assessment, a_model(gates=[PRIVACY]), BY_HAND)

    assert roadmap.feasible
    assert placed(roadmap) == {
        "law.1": "2027-Q1",
        "data.1": "2027-Q1",
        "law.2": "2027-Q2",
        "data.2": "2027-Q2",
    }
    assert roadmap.person_days == 4 + 5 + 6 + 8
    assert [one.person_days for one in roadmap.outlook] == [9, 10, 4, 0]
    states = [one.states["own"][Route.TURNKEY] for one in roadmap.outlook]
    assert states == ["conditional", "open", "open", "open"]


def test_where_there_is_no_room_for_both_the_condition_comes_first():
    assessment = an_assessment({"data": 0, "law": 0, "staff": 0}, own(), plan=a_plan(4, 9.5))
    roadmap = roadmap_of(assessment, a_model(gates=[PRIVACY]), BY_HAND)
    assert placed(roadmap)["law.2"] == "2027-Q2"
    assert placed(roadmap)["data.2"] == "2027-Q3"


def test_a_step_says_what_it_serves_directly_or_because_something_rests_on_it():
    assessment = an_assessment({"data": 0, "law": 0, "staff": 0}, own(), plan=a_plan(4, 10))
    steps = roadmap_of(assessment, a_model(gates=[PRIVACY]), BY_HAND).steps
    served = {step.measure: {(goal.kind, goal.id) for goal in step.serves} for step in steps}
    assert served == {
        "law.1": {("condition", "privacy")},
        "law.2": {("condition", "privacy")},
        "data.1": {("condition", "privacy"), ("score", "data")},
        "data.2": {("score", "data")},
    }


def test_what_opens_a_route_comes_before_conditions_and_these_before_points():
    # One measure fits into a quarter.
    gates = [
        a_gate("later", a_condition((0,), (1,), question="law")),
        a_gate("now", a_condition((1, 4, 4, 4), question="staff")),
    ]
    assessment = an_assessment({"data": 1, "law": 0, "staff": 0}, own(), plan=a_plan(3, 3))
    model = a_model(gates=gates)
    roadmap = roadmap_of(assessment, model, some_measures(), routes={"own": Route.TURNKEY})
    assert placed(roadmap) == {"staff.1": "2027-Q1", "law.1": "2027-Q2", "data.2": "2027-Q3"}


def test_a_measure_with_more_days_than_a_quarter_has_takes_more_quarters():
    # law.1 takes 5 days and gets 2 a quarter: three quarters at five thirds of a day.
    measures = some_measures(a_measure("law.1", 5))
    assessment = an_assessment({"law": 0}, targets={"law": 1}, plan=a_plan(4, 2))
    roadmap = roadmap_of(assessment, a_model(), measures)
    assert roadmap.feasible
    assert [(step.quarter, step.quarters) for step in roadmap.steps] == [("2027-Q1", 3)]
    assert [one.person_days for one in roadmap.outlook] == [5 / 3, 5 / 3, 5 / 3, 0]


def test_the_application_of_higher_priority_comes_first():
    gates = [
        a_gate("one", a_condition((0,), (1,), question="law"), applies_if={"trait": "staff_use"}),
        a_gate(
            "two", a_condition((0,), (1,), question="staff"), applies_if={"trait": "public_facing"}
        ),
    ]
    model = a_model(needs=NOTHING_NEEDED, gates=gates)
    low = own("low", traits=("staff_use",), priority=1)
    high = own("high", traits=("public_facing",), priority=2)
    given = {"data": 1, "law": 0, "staff": 0}
    roadmap = roadmap_of(an_assessment(given, low, high, plan=a_plan(2, 3)), model, some_measures())
    assert placed(roadmap) == {"staff.1": "2027-Q1", "law.1": "2027-Q2"}


def test_a_target_asks_each_question_of_a_topic_so_that_more_in_one_offsets_nothing():
    questionnaire = a_questionnaire(
        {"d": {"data": [levels("first"), levels("second")], "law": [levels("law")]}}
    )
    assessment = an_assessment(
        {"first": 4, "second": 1, "law": 0}, targets={"data": 2}, of=questionnaire
    )
    measures = some_measures(questionnaire=questionnaire)
    roadmap = roadmap_of(assessment, a_model(), measures, questionnaire)
    assert placed(roadmap) == {"data.2": "2027-Q1"}


def test_a_target_for_one_question_is_reached_with_its_topic():
    roadmap = roadmap_of(an_assessment({"law": 1}, targets={"law": 3}), a_model(), some_measures())
    assert placed(roadmap) == {"law.2": "2027-Q1", "law.3": "2027-Q2"}


def test_nothing_is_planned_for_what_is_reached_or_does_not_apply():
    assessment = an_assessment(
        {"data": 2, "law": 3, "staff": NOT_APPLICABLE}, own(), targets={"law": 3, "staff": 2}
    )
    roadmap = roadmap_of(assessment, a_model(), some_measures())
    assert roadmap.feasible
    assert roadmap.steps == ()


def test_a_prerequisite_counts_as_met_where_its_topic_stands_there_already():
    measures = some_measures(a_measure("law.1", 3, after=["staff.3"]))
    assessment = an_assessment({"law": 0, "staff": 3}, targets={"law": 1})
    assert placed(roadmap_of(assessment, a_model(), measures)) == {"law.1": "2027-Q1"}


def test_the_unknown_is_planned_for_as_level_0_and_named():
    assessment = an_assessment({"data": 2, "law": UNKNOWN, "staff": 0}, own())
    roadmap = roadmap_of(assessment, a_model(gates=[PRIVACY]), some_measures())
    assert set(placed(roadmap)) == {"law.1", "law.2"}
    assert roadmap.counted_as_zero == ("law",)


def test_where_no_route_is_open_the_one_with_least_effort_is_opened_and_no_more():
    # Turnkey takes law to 2 (6 days), sharing staff to 1 (3 days); the others more.
    gates = [
        a_gate("law", a_condition((2, 0, 3, 3), (3,), question="law")),
        a_gate("staff", a_condition((0, 1, 0, 0), question="staff")),
    ]
    assessment = an_assessment({"data": 0, "law": 0, "staff": 0}, own())
    roadmap = roadmap_of(assessment, a_model(gates=gates), some_measures())
    assert roadmap.routes == {"own": Route.SHARED_SERVICE}
    assert placed(roadmap) == {"staff.1": "2027-Q1"}
    assert roadmap.outlook[0].states["own"][Route.SHARED_SERVICE] == "conditional"


def test_what_several_applications_need_is_counted_once_when_routes_are_chosen():
    # Alone, "first" were opened cheapest through staff (3 days); but "second" needs law anyway.
    gates = [
        a_gate(
            "first_by_staff",
            a_condition((1, 4, 4, 4), question="staff"),
            applies_if={"trait": "staff_use"},
        ),
        a_gate(
            "first_by_law",
            a_condition((0, 2, 4, 4), question="law"),
            applies_if={"trait": "staff_use"},
        ),
        a_gate("second", a_condition((2,), question="law"), applies_if={"trait": "public_facing"}),
    ]
    gates[0]["conditions"][0]["minimum"] = per_route(1, 0, 4, 4)
    first, second = own("first", traits=("staff_use",)), own("second", traits=("public_facing",))
    assessment = an_assessment({"data": 2, "law": 0, "staff": 0}, first, second)
    roadmap = roadmap_of(assessment, a_model(gates=gates), some_measures())
    assert roadmap.routes["first"] == Route.SHARED_SERVICE
    assert set(placed(roadmap)) == {"law.1", "law.2"}


def test_a_costlier_route_is_opened_where_the_cheapest_does_not_fit_into_the_plan():
    # Turnkey takes 3 days but five quarters, sharing 6 days in two; there are three quarters.
    gates = [
        a_gate("slow", a_condition((1, 0, 4, 4), question="staff")),
        a_gate("dear", a_condition((0, 2, 4, 4), question="law")),
    ]
    measures = some_measures(a_measure("staff.1", 3, quarters=5))
    assessment = an_assessment({"data": 2, "law": 0, "staff": 0}, own(), plan=a_plan(3, 10))
    roadmap = roadmap_of(assessment, a_model(gates=gates), measures)
    assert roadmap.feasible
    assert roadmap.routes == {"own": Route.SHARED_SERVICE}


def test_a_chosen_route_takes_the_place_of_the_advised_one():
    needs = {Route.IN_HOUSE: {"staff": need(50)}}
    assessment = an_assessment({"data": 2, "law": 0, "staff": 0}, own())
    chosen = {"own": Route.IN_HOUSE}
    roadmap = roadmap_of(assessment, a_model(needs=needs), some_measures(), routes=chosen)
    assert roadmap.routes == chosen
    assert set(placed(roadmap)) == {"staff.1", "staff.2"}


def test_without_a_plan_the_usual_one_starts_in_the_next_quarter():
    roadmap = roadmap_of(an_assessment({}), a_model(), some_measures())
    assert roadmap.plan == Plan("2027-Q1", 8, 25)
    assert not roadmap.plan_stated


def test_order_of_answers_targets_and_applications_changes_nothing():
    model = a_model(gates=[PRIVACY])
    given, targets = {"data": 0, "law": 1, "staff": 0}, {"staff": 2, "law": 3}
    one, two = own("one"), own("two", priority=3)

    def turned(mapping):
        return dict(reversed(mapping.items()))

    plan = a_plan(6, 7)
    first = roadmap_of(an_assessment(given, one, two, targets=targets, plan=plan), model, BY_HAND)
    second = roadmap_of(
        an_assessment(turned(given), two, one, targets=turned(targets), plan=plan), model, BY_HAND
    )
    assert placed(first) == placed(second)
    assert (
        faults_of(first, an_assessment(given, one, two, targets=targets), model, BY_HAND, QUESTIONS)
        == []
    )
