"""The frame of the roadmap and the targets are kept as an answer file would have them."""

import pytest

from assessment.errors import Invalid, NotFound
from assessment.questionnaire.answers import Plan
from assessment.services import assessments
from assessment.services.frame import planning
from tests.integration.builders import DAY, UTILITY, a_full_assessment


def test_without_a_statement_the_assumed_frame_starts_in_the_next_quarter(desk):
    page = planning.planning(desk, assessments.create(desk, municipality=UTILITY, date=DAY))
    assert not page.stated
    assert page.plan == Plan("2027-Q1", 8, 25)
    assert page.starts[:2] == ("2026-Q4", "2027-Q1")
    assert len([target for group in page.groups for target in group.targets]) == 25


def test_what_a_file_states_is_shown_its_own_start_and_single_questions_too(desk):
    id = assessments.keep(desk, a_full_assessment())
    plan = Plan("2024-Q1", 8, 20)
    planning.save_planning(desk, id, plan=plan, targets={"data.catalogue": 3, "data.inventory": 2})
    page = planning.planning(desk, id)
    assert (page.plan, page.stated, page.starts[0]) == (plan, True, "2024-Q1")
    assert [(target.id, target.level, target.highest) for target in page.questions] == [
        ("data.inventory", 2, 4)
    ]


def test_a_frame_that_is_confirmed_as_stated_stays_stated(desk):
    id = assessments.keep(desk, a_full_assessment())
    assumed = Plan("2027-Q1", 8, 25)
    planning.save_planning(desk, id, plan=assumed, targets={})
    assert assessments.load(desk, id).plan == assumed
    planning.save_planning(desk, id, plan=None, targets={})
    planning.save_planning(desk, id, plan=assumed, targets={})
    assert assessments.load(desk, id).plan is None


def test_all_that_an_answer_file_may_not_say_is_refused_and_nothing_kept(desk):
    id = assessments.keep(desk, a_full_assessment())
    before = assessments.load(desk, id)
    with pytest.raises(Invalid) as caught:
        planning.save_planning(
            desk, id, plan=Plan("2027", 41, 0), targets={"data.catalogue": 9, "no": 1}
        )
    assert {problem.place for problem in caught.value.problems} == {
        "plan.start",
        "plan.quarters",
        "plan.person_days_per_quarter",
        "targets.data.catalogue",
        "targets.no",
    }
    assert assessments.load(desk, id) == before


def test_there_is_nothing_to_plan_for_an_assessment_that_is_gone(desk):
    with pytest.raises(NotFound):
        planning.planning(desk, "gone")
    with pytest.raises(NotFound):
        planning.save_planning(desk, "gone", plan=None, targets={})
