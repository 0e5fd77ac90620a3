"""Builders of small sets of measures and of roadmaps on the small questionnaire and models."""

from datetime import date

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Assessment, Plan
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.measures.model import Measures
from assessment.recommendation.recommend import recommend
from assessment.recommendation.roadmap.planning import plan_roadmap
from assessment.scoring.scorecard import scorecard
from tests.unit.recommendation.small_model import QUESTIONS
from tests.unit.scoring.questionnaires import answers, text


def a_measure(step, days, quarters=1, after=()):
    """The measure for a step such as `law.2`; `days` may be a range."""
    topic, level = step.rsplit(".", 1)
    low, high = days if isinstance(days, tuple) else (days, days)
    return {
        "id": step,
        "topic": topic,
        "to_level": int(level),
        "title": text(step),
        "description": text(),
        "responsible": text(),
        "effort": "S",
        "person_days": {"low": low, "high": high},
        "duration_quarters": quarters,
        "prerequisites": after,
    }


def some_measures(*measures, questionnaire=QUESTIONS, days=3):
    """These measures, and for every other step one of so many days in one quarter."""
    given = {measure["id"]: measure for measure in measures}
    steps = [f"{topic.id}.{level}" for topic in questionnaire.topics for level in range(1, 5)]
    return Measures.model_validate(
        {
            "as_of": "2026-11-22",
            "note": text(),
            "effort_within_range": {"value": 0.5, "reason": text()},
            "default_plan": {"quarters": 8, "person_days_per_quarter": 25, "reason": text()},
            "importance": {
                "minimum": 1000,
                "condition": 100,
                "target": 10,
                "score": 10,
                "reason": text(),
            },
            "measures": [given.get(step) or a_measure(step, days) for step in steps],
        }
    )


def an_assessment(given, *applications, plan=None, targets=None, factors=None, of=QUESTIONS):
    return Assessment(
        questionnaire=of.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers=answers(**given),
        factors=factors or {},
        applications=applications,
        plan=plan,
        targets=targets or {},
    )


def roadmap_of(assessment, model, measures, questionnaire=QUESTIONS, **more):
    """The roadmap of an assessment as the result will ask for it."""
    effective = effective_answers(questionnaire, assessment.answers)
    card = scorecard(questionnaire, effective)
    advice, _ = recommend(assessment, effective, card, model)
    return plan_roadmap(
        assessment,
        effective,
        advice,
        questionnaire=questionnaire,
        model=model,
        measures=measures,
        **more,
    )


def a_plan(quarters, days):
    return Plan("2027-Q1", quarters, days)


def placed(roadmap):
    """The steps as `{measure: quarter}`."""
    return {step.measure: step.quarter for step in roadmap.steps}
