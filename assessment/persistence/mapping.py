"""Rows to domain objects and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from assessment.municipality import Body, Municipality
from assessment.persistence.stored import Head, StoredAnswer
from assessment.questionnaire.answers import Answer, Plan, PlannedApplication, State

Fields = dict[str, Any]

_ANSWER_TEXTS = ("comment", "evidence", "respondent", "reason")
ANSWER_COLUMNS = ("question_id", "version", "updated_at", "state", "value", *_ANSWER_TEXTS)


def municipality_of(stored: Mapping[str, Any]) -> Municipality:
    """The body as it was kept."""
    return Municipality(**{**stored, "body": Body(stored["body"])})


def municipality_fields(municipality: Municipality) -> Fields:
    """What is known of the body, ready to be kept."""
    return {key: value for key, value in asdict(municipality).items() if value is not None}


def head_of(row: Row[Any]) -> Head:
    """The assessment without its answers, with the time of the last change of anything."""
    changed = [time for time in (row.updated_at, row.answered_at) if time is not None]
    return Head(
        id=row.id,
        questionnaire=row.questionnaire,
        municipality=municipality_of(row.municipality),
        date=row.date,
        created_at=row.created_at,
        updated_at=max(changed),
        example=row.example,
        note=row.note,
        submitted=row.submitted,
        revision=row.revision,
        submitted_at=row.submitted_at,
        follows=row.follows,
        live_score=row.live_score,
        model_key=row.model_key if row.submitted else None,
        client_id=row.client_id,
    )


# A table is a good deal quicker than asking the enumeration, and a page reads every answer.
_STATES = {state.value: state for state in State}


def answer_of(state: str, value: Any, *texts: str | None) -> Answer:
    """The answer of a row: state, value, then comment, evidence, respondent and reason."""
    return Answer(_STATES[state], tuple(value) if isinstance(value, list) else value, *texts)


def stored_answers_of(rows: Iterable[Sequence[Any]]) -> dict[str, StoredAnswer]:
    """The answers of rows of `ANSWER_COLUMNS` by question, with version and time."""
    return {
        question: StoredAnswer(answer_of(state, value, *texts), version, updated_at)
        for question, version, updated_at, state, value, *texts in rows
    }


def answer_fields(answer: Answer) -> Fields:
    """The answer as columns, or as an entry of the history."""
    return {
        "state": answer.state.value,
        "value": list(answer.value) if isinstance(answer.value, tuple) else answer.value,
        "comment": answer.comment,
        "evidence": answer.evidence,
        "respondent": answer.respondent,
        "reason": answer.reason,
    }


def answer_of_fields(fields: Mapping[str, Any]) -> Answer:
    """The answer of an entry of the history."""
    texts = (fields.get(name) for name in _ANSWER_TEXTS)
    return answer_of(fields["state"], fields.get("value"), *texts)


def application_of(row: Row[Any], factors: Mapping[str, int | None]) -> PlannedApplication:
    """The application of a row, with the factors given for it."""
    return PlannedApplication(
        id=row.id,
        archetype=row.archetype,
        priority=row.priority,
        factors=factors,
        title=row.title,
        field=row.field,
        technology=row.technology,
        traits=tuple(row.traits),
        ai_act=row.ai_act,
        benefit=row.benefit,
    )


def application_fields(application: PlannedApplication) -> Fields:
    """The application as columns, without its factors."""
    return {
        "id": application.id,
        "archetype": application.archetype,
        "priority": application.priority,
        "title": application.title,
        "field": application.field,
        "technology": application.technology,
        "traits": list(application.traits),
        "ai_act": application.ai_act,
        "benefit": application.benefit,
    }


def plan_of(stored: Mapping[str, Any] | None) -> Plan | None:
    """The frame of the roadmap as it was kept."""
    return Plan(**stored) if stored else None
