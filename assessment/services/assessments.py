"""Assessments as a whole: list, begin, copy, hand out, delete."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal
from uuid import uuid4

from assessment.errors import QuestionnaireNotKept
from assessment.municipality import Municipality
from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head as Head
from assessment.persistence.stored import StoredAnswer
from assessment.questionnaire.answer_file import parse_answers, write_answers
from assessment.questionnaire.answer_file.parts import checked_assessment
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.progress import Progress, progress
from assessment.services.answers import effective
from assessment.services.desk import Desk


@dataclass(frozen=True)
class Summary:
    """A line in the list of assessments.

    `progress` is None where its version of the questionnaire is not kept, so that nobody knows what
    it asks.
    """

    head: Head
    progress: Progress | None


def summaries(desk: Desk) -> tuple[Summary, ...]:
    """All assessments with their progress: the newest change first, examples last."""
    with desk.database.reading() as connection:
        heads = stored.heads(connection)
        answers = stored_answers.of_all(connection)
    return tuple(Summary(head, _progress(desk, head, answers.get(head.id, {}))) for head in heads)


def head(desk: Desk, id: str) -> Head:
    """Whose assessment it is and from when; NotFound."""
    with desk.database.reading() as connection:
        return stored.head(connection, id)


def load(desk: Desk, id: str) -> Assessment:
    """The whole assessment; NotFound."""
    with desk.database.reading() as connection:
        return stored.load(connection, id)


def create(desk: Desk, *, municipality: Municipality, date: date, token: str | None = None) -> str:
    """Begin a blank assessment; its id. The same token again gives the one begun with it.

    Raises Invalid when the body, described by hand, or the date cannot be.
    """
    reference = desk.model.questionnaire.reference
    blank = Assessment(reference, municipality, date, {})
    return keep(desk, checked_assessment(blank, desk.model.vocabulary), token=token)


def create_from_file(desk: Desk, data: bytes, *, file: str, token: str | None = None) -> str:
    """Begin an assessment with the answers of an uploaded file; Invalid with all that is wrong."""
    return keep(desk, parse_answers(data, file=file, vocabulary=desk.model.vocabulary), token=token)


def copy(desk: Desk, id: str, *, date: date, token: str | None = None) -> str:
    """Begin an assessment of another day with everything that this one holds."""
    return keep(desk, replace(load(desk, id), date=date), token=token)


def delete(desk: Desk, id: str) -> None:
    """Remove the assessment with its answers, history and applications, for good; NotFound."""
    with desk.database.transaction() as connection:
        stored.delete(connection, id)


def export(desk: Desk, id: str, *, format: Literal["yaml", "json"]) -> str:
    """The assessment as an answer file."""
    return write_answers(load(desk, id), format=format)


def keep(
    desk: Desk, assessment: Assessment, *, token: str | None = None, example: bool = False
) -> str:
    """Keep a new assessment; its id."""
    with desk.database.transaction() as connection:
        return stored.add_assessment(
            connection,
            assessment,
            id=str(uuid4()),
            token=token,
            example=example,
            at=datetime.now(UTC),
        )


def _progress(desk: Desk, head: Head, answers: Mapping[str, StoredAnswer]) -> Progress | None:
    try:
        questionnaire = desk.model_under(head).questionnaire
    except QuestionnaireNotKept:
        return None
    return progress(effective(questionnaire, answers).values())
