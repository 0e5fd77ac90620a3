"""Assessments as a whole: begin, copy, hand out, delete."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Literal
from uuid import uuid4

from assessment.answer_book import read_any, write_book
from assessment.errors import Invalid, QuestionnaireNotKept, Submitted
from assessment.jobs.queue import READ_ANSWERS
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head as Head
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answer_file.parts import checked_assessment
from assessment.questionnaire.answers import Assessment
from assessment.services.desk import Desk


def head(desk: Desk, id: str) -> Head:
    """Whose assessment it is and from when; NotFound."""
    with desk.database.reading() as connection:
        return stored.head(connection, id)


def open_head(desk: Desk, id: str) -> Head:
    """The same for a page that only serves to change something; Submitted while nothing may."""
    found = head(desk, id)
    if found.submitted:
        raise Submitted(id, found.submitted_at)
    return found


def load(desk: Desk, id: str) -> Assessment:
    """The whole assessment; NotFound."""
    with desk.database.reading() as connection:
        return stored.load(connection, id)


def create(
    desk: Desk,
    *,
    municipality: Municipality,
    date: date,
    token: str | None = None,
    client: str | None = None,
) -> str:
    """Begin a blank assessment; its id. The same token again gives the one begun with it.

    Raises Invalid when the body, described by hand, or the date cannot be.
    """
    reference = desk.model.questionnaire.reference
    blank = Assessment(reference, municipality, date, {})
    return keep(desk, checked_assessment(blank, desk.model.vocabulary), token=token, client=client)


def create_from_file(desk: Desk, data: bytes, *, file: str, token: str | None = None) -> str:
    """Begin an assessment with the answers of an uploaded file; Invalid with all that is wrong."""
    return keep(desk, read_file(desk, data, file=file), token=token)


def read_file(desk: Desk, data: bytes, *, file: str) -> Assessment:
    """What an answer file holds; Invalid with all that is wrong.

    A file of an earlier version of the questionnaire is read under that version, if it is kept.
    """
    return _read_under(desk, lambda model: read_any(data, file=file, model=model))


def read_file_beside(desk: Desk, data: bytes, *, file: str) -> Assessment:
    """As `read_file`, but in a worker process, which nobody at the pages waits for.

    Raises TaskFailed too.
    """

    def read(model: Model) -> Assessment:
        outcome = desk.queue.run(READ_ANSWERS, data, file, model.folder)
        if not isinstance(outcome, Assessment):
            raise Invalid(outcome)
        return outcome

    return _read_under(desk, read)


def copy(desk: Desk, id: str, *, date: date, token: str | None = None) -> str:
    """Begin an assessment of another day with everything that this one holds."""
    client = head(desk, id).client_id
    return keep(desk, replace(load(desk, id), date=date), token=token, client=client)


def delete(desk: Desk, id: str) -> None:
    """Remove the assessment with its answers, history and applications, for good; NotFound."""
    with desk.database.transaction() as connection:
        stored.delete(connection, id)


def export(desk: Desk, id: str, *, format: Literal["yaml", "json"]) -> str:
    """The assessment as an answer file."""
    return write_answers(load(desk, id), format=format)


def export_book(desk: Desk, id: str, language: str) -> bytes:
    """The assessment as a workbook to be filled in further without the tool."""
    assessment = load(desk, id)
    return write_book(assessment, desk.model_of(assessment.questionnaire), language)


def keep(
    desk: Desk,
    assessment: Assessment,
    *,
    token: str | None = None,
    example: bool = False,
    client: str | None = None,
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
            client=client,
        )


def _read_under(desk: Desk, read: Callable[[Model], Assessment]) -> Assessment:
    try:
        return read(desk.model)
    except Invalid as refused:
        earlier = _model_asked_for(desk, refused)
        if earlier is None:
            raise
        return read(earlier)


def _model_asked_for(desk: Desk, refused: Invalid) -> Model | None:
    """The kept model of the version that a file was refused for, if there is one."""
    for problem in refused.problems:
        if problem.code == "other_version":
            with suppress(QuestionnaireNotKept):
                return desk.model_of(str(problem.values["given"]))
    return None
