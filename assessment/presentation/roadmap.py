"""The roadmap as plain values."""

from assessment.presentation.rounding import Json, code, points
from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.outcome import Goal, Obstacle, Outlook, Roadmap, Step


def roadmap_json(roadmap: Roadmap) -> Json:
    """What the plan is for, whether it fits, its steps, and how things stand after each quarter."""
    return {
        "goal": {
            "routes": {name: code(route) for name, route in roadmap.routes.items()},
            "targets": dict(roadmap.targets),
            "plan": {**_plan(roadmap.plan), "stated": roadmap.plan_stated},
        },
        "feasible": roadmap.feasible,
        "because": [_obstacle(one) for one in roadmap.because],
        "would_do": [_plan(plan) for plan in roadmap.would_do],
        "missed": [_goal(goal) for goal in roadmap.missed],
        "steps": [_step(step) for step in roadmap.steps],
        "outlook": [_outlook(one) for one in roadmap.outlook],
        "counted_as_zero": list(roadmap.counted_as_zero),
    }


def _plan(plan: Plan) -> Json:
    return {
        "start": plan.start,
        "quarters": plan.quarters,
        "person_days_per_quarter": points(plan.person_days_per_quarter),
    }


def _obstacle(one: Obstacle) -> Json:
    return {
        "code": one.code,
        "needed": points(one.needed),
        "given": points(one.given),
        "measure": one.measure,
        "goal": _goal(one.goal) if one.goal else None,
    }


def _goal(goal: Goal) -> Json:
    return {**_condition(goal), "topic": goal.topic, "level": goal.level}


def _condition(goal: Goal) -> Json:
    """What a step is for: the gate, topic or question, and whose."""
    return {
        "kind": goal.kind.value,
        "id": goal.id,
        "application": goal.application,
        "route": code(goal.route),
    }


def _step(step: Step) -> Json:
    return {
        "measure": step.measure,
        "topic": step.topic,
        "to": step.to_level,
        "quarter": step.quarter,
        "quarters": step.quarters,
        "person_days": points(step.person_days),
        "conditions": [_condition(goal) for goal in step.serves],
    }


def _outlook(one: Outlook) -> Json:
    return {
        "quarter": one.quarter,
        "person_days": points(one.person_days),
        "states": {
            name: {route.value: state.value for route, state in states.items()}
            for name, states in one.states.items()
        },
    }
