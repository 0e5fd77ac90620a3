"""An application whose firmness is stated by the test, so that sentences show its numbers."""

from dataclasses import replace
from datetime import date
from functools import cache

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.recommendation.model import Route
from assessment.recommendation.robustness.model import Change, Firmness, Flip, Robustness
from assessment.result import ApplicationResult, Result, result_of

MODEL = load_model()
TOWN = Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=18_000)
GIVEN = {"market": 3}


@cache
def a_result() -> Result:
    """Level 2 everywhere and two applications, of which the second weighs twice as much."""
    answers = {id: Answer(State.ANSWERED, 2) for id in MODEL.questionnaire.by_id}
    plans = (
        PlannedApplication("chatbot", "citizen_chatbot", factors=GIVEN),
        PlannedApplication("telefon", "phone_assistant", priority=2),
    )
    assessment = Assessment(
        "ki-readiness@2026.1", TOWN, date(2026, 11, 22), answers=answers, applications=plans
    )
    return result_of(assessment, MODEL)


def firm(**shares: float) -> Robustness:
    """Firm advice with these shares; what is not named is 0."""
    counted = {**{route: shares.get(route.value, 0.0) for route in Route}}
    return Robustness(
        firmness=Firmness.FIRM,
        shares={**counted, None: shares.get("none", 0.0)},
        ask_first=(),
        too_close=None,
        flips=(),
        find_out_first=(),
    )


def chatbot(
    robustness: Robustness, *, route: Route | None = Route.TURNKEY, **more: object
) -> ApplicationResult:
    """The chatbot with this advice and firmness."""
    item = a_result().applications[0]
    changed = replace(robustness, **more)
    return replace(
        item, recommendation=replace(item.recommendation, route=route), robustness=changed
    )


def flip(*changes: Change, leads_to: Route | None = Route.IN_HOUSE) -> Flip:
    return Flip(changes, leads_to)


def answer(id: str, before: int | None, to: int) -> Change:
    return Change("question", id, before, to, lowers=before is not None and to < before)


def factor(id: str, before: int, to: int) -> Change:
    return Change("factor", id, before, to, lowers=False)
