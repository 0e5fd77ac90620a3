"""Builders of small recommendation models, applications and assessments for tests of the advice."""

from datetime import date

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Assessment, PlannedApplication
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.model import RecommendationModel, Route
from assessment.recommendation.recommend import recommend
from assessment.scoring.scorecard import scorecard
from tests.unit.scoring.questionnaires import a_questionnaire, answers, levels, text

ROUTES = tuple(Route)
QUESTIONS = a_questionnaire(
    {"d": {"data": [levels("data")], "law": [levels("law")], "staff": [levels("staff")]}}
)
HALF = [0.5] * 5


def per_route(*values):
    """One value for every route, or four in their order."""
    return dict(zip(ROUTES, values if len(values) == 4 else values * 4, strict=True))


def need(required, weight=1):
    return {"required": required, "weight": weight, "reason": text(), "source": "own calibration"}


def a_factor(name, weight=1, of="application", **utility):
    """A factor whose utilities are 0.5 on the routes not named."""
    return {
        "id": name,
        "of": of,
        "weight": weight,
        "name": text(),
        "question": text(),
        "levels": [text(str(level)) for level in range(5)],
        "utility": {route: utility.get(route, HALF) for route in ROUTES},
        "shape": per_route("flat"),
        "reason": text(),
        "source": "own calibration",
    }


def a_condition(minimum, target=(None,), **more):
    return {"minimum": per_route(*minimum), "target": per_route(*target), **more}


def a_gate(name, *conditions, **more):
    return {
        "id": name,
        "stage": "any_ai",
        "name": text(),
        "requirement": text(),
        "conditions": conditions,
        "reason": text(),
        "basis": "logic",
        "law": text(),
        "as_of": "2026-11-22",
        "levels_source": "own calibration",
        **more,
    }


def an_archetype(name, *, factors, traits=(), ai_act="minimal", standard_set_for=(), **multipliers):
    return {
        "id": name,
        "name": text(name),
        "description": text(),
        "field": "mobility",
        "technology": "other",
        "bodies": ["municipality"],
        "standard_set_for": standard_set_for,
        "default_factors": factors,
        "traits": traits,
        "topic_multipliers": multipliers,
        "multipliers_reason": text(),
        "multipliers_source": "own calibration",
        "ai_act": {"class": ai_act, "hint": text(), "as_of": "2026-11-22"},
    }


def a_division():
    """High benefits from level 3 on, small gaps up to 10 points."""
    levels = [text(str(level)) for level in range(5)]
    benefit = {"question": text(), "names": levels, "levels": levels, "high": 3}
    return {
        "benefit": benefit,
        "small_gap": 10,
        "reason": text(),
        "source": "own calibration",
    }


def a_model(*, needs=None, factors=None, gates=(), archetypes=(), readiness_share=0.4):
    """A model that needs nothing of any topic but `data`, and asks one indifferent factor."""
    needs = needs or {}
    return RecommendationModel.model_validate(
        {
            "as_of": "2026-11-22",
            "note": text(),
            "lambda": {"value": readiness_share, "reason": text(), "source": "own calibration"},
            "nearly_equal": 2,
            "firmness": {
                "draws": 8,
                "utility_factor": [0.8, 1.2],
                "readiness_share": [0.3, 0.6],
                "weight_concentration": 200,
                "default_share": 0.5,
                "firm": 0.8,
                "likely": 0.6,
                "reason": text(),
                "source": "own calibration",
            },
            "routes": [
                {"id": route, "name": text(), "description": text(), "typical_partners": []}
                for route in ROUTES
            ],
            "requirements": {
                route: {
                    "data": need(50),
                    "law": need(0, 0),
                    "staff": need(0, 0),
                    **needs.get(route, {}),
                }
                for route in ROUTES
            },
            "factors": factors or [a_factor("market")],
            "gates": gates,
            "traits": {"public_facing": text(), "staff_use": text()},
            "ai_act_classes": {"minimal": text(), "high_possible": text()},
            "cost_note": text(),
            "portfolio": a_division(),
            "archetypes": archetypes,
        }
    )


def own(name="own", **more):
    """An own application without archetype."""
    return PlannedApplication(name, None, title=name, field="other", technology="other", **more)


def advice(model, given, *applications, body=Body.MUNICIPALITY, factors=None):
    """What is recommended to a body with these answers, for its applications and overall."""
    assessment = Assessment(
        questionnaire=QUESTIONS.reference,
        municipality=Municipality("Musterstadt", body),
        date=date(2026, 11, 22),
        answers=answers(**given),
        factors=factors or {},
        applications=applications,
    )
    effective = effective_answers(QUESTIONS, assessment.answers)
    return recommend(assessment, effective, scorecard(QUESTIONS, effective), model)


def advice_for_one(model, given, application=None, **more):
    """What is recommended for a single application, an own one unless another is given."""
    (found,), _ = advice(model, given, application or own(), **more)
    return found
