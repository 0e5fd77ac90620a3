"""What a roadmap cannot reach is named with the reason, and with what would do."""

import pytest

from assessment.recommendation.roadmap.outcome import GoalKind
from tests.unit.recommendation.roadmap.small_plans import (
    a_measure,
    a_plan,
    an_assessment,
    placed,
    roadmap_of,
    some_measures,
)
from tests.unit.recommendation.small_model import a_condition, a_factor, a_gate, a_model, own
from tests.unit.scoring.questionnaires import NOT_APPLICABLE

PRIVACY = a_gate("privacy", a_condition((0,), (2,), question="law"))


def test_a_gate_on_a_factor_is_named_as_beyond_all_measures():
    gates = [
        a_gate("partner", a_condition((2,), factor="partner")),
        a_gate("law", a_condition((1,), question="law")),
    ]
    model = a_model(gates=gates, factors=[a_factor("market"), a_factor("partner", of="body")])
    assessment = an_assessment({"data": 2, "law": 0}, own(), factors={"partner": 0})
    roadmap = roadmap_of(assessment, model, some_measures())
    assert not roadmap.feasible
    assert roadmap.routes == {"own": None}
    (obstacle,) = roadmap.because
    assert (obstacle.code, obstacle.goal.id, obstacle.goal.factor) == (
        "no_measure",
        "partner",
        "partner",
    )
    assert roadmap.would_do == ()


def test_a_condition_that_must_apply_and_does_not_is_beyond_all_measures_too():
    assessment = an_assessment({"data": 1, "law": NOT_APPLICABLE}, own())
    roadmap = roadmap_of(assessment, a_model(gates=[PRIVACY]), some_measures())
    assert [obstacle.code for obstacle in roadmap.because] == ["no_measure"]
    assert set(placed(roadmap)) == {"data.2"}


@pytest.mark.parametrize(
    ("plan", "obstacles"),
    [
        (a_plan(4, 5), [("chain_too_long", None, 5, 4), ("too_much_work", None, 27, 20)]),
        (a_plan(2, 20), [("chain_too_long", None, 4, 2)]),
        (a_plan(4, 6), [("too_much_work", None, 27, 24)]),
        (
            a_plan(1, 5),
            [
                ("measure_too_large", "law.1", 6, 5),
                ("measure_too_large", "law.2", 15, 5),
                ("chain_too_long", None, 5, 1),
                ("too_much_work", None, 27, 5),
            ],
        ),
    ],
)
def test_too_little_time_or_too_few_people_are_named_with_what_would_do(plan, obstacles):
    measures = some_measures(a_measure("law.1", 6), a_measure("law.2", 15, quarters=3))
    targets = {"law": 2, "staff": 2}
    roadmap = roadmap_of(
        an_assessment({"law": 0, "staff": 0}, plan=plan, targets=targets), a_model(), measures
    )
    found = [(one.code, one.measure, one.needed, one.given) for one in roadmap.because]
    assert found == obstacles
    assert roadmap.would_do
    for enough in roadmap.would_do:
        again = an_assessment({"law": 0, "staff": 0}, plan=enough, targets=targets)
        assert roadmap_of(again, a_model(), measures).feasible


def test_pieces_that_only_together_leave_no_room_are_said_to_do_so():
    # 4 + 4 + 4 of 15 days in three quarters of 5; what rests on what needs two of them for two.
    measures = some_measures(a_measure("law.1", 4), a_measure("law.2", 4), a_measure("staff.1", 4))
    more = {"targets": {"law": 2, "staff": 1}, "plan": a_plan(2, 7)}
    roadmap = roadmap_of(an_assessment({}, **more), a_model(), measures)
    assert [one.code for one in roadmap.because] == ["does_not_fit"]
    assert roadmap.would_do == (a_plan(2, 8), a_plan(3, 7))


def test_what_fits_is_planned_the_most_important_first_and_the_rest_is_named():
    gates = [a_gate("law", a_condition((0,), (1,), question="law"))]
    assessment = an_assessment(
        {"data": 0, "law": 0, "staff": 0}, own(), targets={"staff": 1}, plan=a_plan(1, 4)
    )
    roadmap = roadmap_of(assessment, a_model(gates=gates), some_measures())
    assert placed(roadmap) == {"law.1": "2027-Q1"}
    assert [(goal.kind, goal.id) for goal in roadmap.missed] == [
        (GoalKind.SCORE, "data"),
        (GoalKind.TARGET, "staff"),
    ]
