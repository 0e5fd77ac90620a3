"""Assessments to test with, built from what a test says."""

from datetime import date

from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, Plan, PlannedApplication, State

DAY = date(2026, 11, 22)
UTILITY = Municipality("Stadtwerke Musterstadt", Body.UTILITY, state="NW", population=50_000)


def level(value, **texts):
    return Answer(State.ANSWERED, value, **texts)


def an_assessment(**parts):
    return Assessment(
        **{
            "questionnaire": "ki-readiness@2026.1",
            "municipality": UTILITY,
            "date": DAY,
            "answers": {},
            **parts,
        }
    )


def a_full_assessment():
    """Every kind of content an assessment can have."""
    return an_assessment(
        answers={
            "data.inventory": level(3, comment="seit 2025", evidence="https://example.org"),
            "data.metadata": Answer(State.UNKNOWN, respondent="IT"),
            "governance.staff_involvement": Answer(State.NOT_APPLICABLE, reason="kein Personalrat"),
            "data.quality_checks": Answer(State.UNANSWERED, comment="Frau Kuhn fragen"),
        },
        factors={"budget": 2, "reuse": None},
        applications=(
            PlannedApplication("chatbot", "citizen_chatbot", priority=2, factors={"market": 4}),
            PlannedApplication(
                "eigene",
                None,
                title="Baumkataster",
                field="environment_climate",
                technology="computer_vision",
                traits=(),
                ai_act="minimal",
                factors={"specificity": None},
            ),
        ),
        plan=Plan("2027-Q1", quarters=8, person_days_per_quarter=20),
        targets={"data.catalogue": 3},
        note="Erfunden",
    )
