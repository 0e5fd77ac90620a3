"""The roadmap as JSON: every measure in its quarter, and what is missing where it does not fit."""

from datetime import date

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.presentation import to_json
from assessment.questionnaire.answers import Answer, Assessment, Plan, State
from assessment.result import result_of

NOTHING_YET = {"data.inventory": Answer(State.ANSWERED, 0)}


def roadmap_json_of(answers, **more):
    model = load_model()
    assessment = Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers=answers,
        **more,
    )
    return to_json(result_of(assessment, model), model, "de")["roadmap"]


def test_a_target_is_planned_for_with_all_that_programs_rely_on():
    found = roadmap_json_of(NOTHING_YET, targets={"data.catalogue": 1})
    assert list(found) == [
        "goal",
        "feasible",
        "because",
        "would_do",
        "missed",
        "steps",
        "outlook",
        "counted_as_zero",
    ]
    plan = {"start": "2027-Q1", "quarters": 8, "person_days_per_quarter": 25.0, "stated": False}
    assert found["goal"] == {"routes": {}, "targets": {"data.catalogue": 1}, "plan": plan}
    target = {"kind": "target", "id": "data.catalogue", "application": None, "route": None}
    assert [step["conditions"] for step in found["steps"]] == [[target]] * len(found["steps"])
    last = found["steps"][-1]
    assert (last["measure"], last["topic"], last["to"]) == (
        "data.catalogue.1",
        "data.catalogue",
        1,
    )
    assert [one["quarter"] for one in found["outlook"]][:2] == ["2027-Q1", "2027-Q2"]
    assert found["outlook"][0]["states"] == {}


def test_what_does_not_fit_is_told_with_plans_that_would_do():
    plan = Plan("2027-Q1", 1, 0.5)
    found = roadmap_json_of(NOTHING_YET, targets={"data.catalogue": 4}, plan=plan)
    assert not found["feasible"]
    assert found["because"][-1]["code"] == "too_much_work"
    assert found["because"][-1]["given"] == 0.5
    assert found["would_do"][0]["quarters"] >= 1
    assert [goal["id"] for goal in found["missed"]] == ["data.catalogue"]
