"""What is asked of the database about planned applications."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, select

from assessment.errors import NotFound
from assessment.persistence import factors
from assessment.persistence.mapping import application_fields, application_of
from assessment.persistence.records import ApplicationRecord, table_of
from assessment.persistence.upsert import insert_all
from assessment.questionnaire.answers import PlannedApplication

_TABLE = table_of(ApplicationRecord)
_OF_ONE = (
    select(_TABLE)
    .where(_TABLE.c.assessment_id == bindparam("assessment"))
    .order_by(_TABLE.c.position, _TABLE.c.id)
)
_IDS = _OF_ONE.with_only_columns(_TABLE.c.id)
_BY_TOKEN = _IDS.where(_TABLE.c.token == bindparam("token"))
_NEXT_POSITION = select(func.coalesce(func.max(_TABLE.c.position) + 1, 0)).where(
    _TABLE.c.assessment_id == bindparam("assessment")
)
_THIS = (
    _TABLE.c.assessment_id == bindparam("assessment"),
    _TABLE.c.id == bindparam("application"),
)


def of_assessment(connection: Connection, id: str) -> tuple[PlannedApplication, ...]:
    """The applications of the assessment in the body's order, with the factors given for them."""
    given = factors.application_factors(connection, id)
    rows = connection.execute(_OF_ONE, {"assessment": id})
    return tuple(application_of(row, given.get(row.id, {})) for row in rows)


def ids(connection: Connection, id: str) -> tuple[str, ...]:
    """The ids of the applications in the body's order."""
    return tuple(connection.execute(_IDS, {"assessment": id}).scalars())


def id_by_token(connection: Connection, id: str, token: str) -> str | None:
    """The application that was added with this token, if any."""
    return connection.execute(_BY_TOKEN, {"assessment": id, "token": token}).scalar()


def add_applications(
    connection: Connection, id: str, applications: Iterable[PlannedApplication]
) -> None:
    """Keep the applications of a new assessment, in this order."""
    planned = tuple(applications)
    rows = [
        {**application_fields(item), "assessment_id": id, "position": position}
        for position, item in enumerate(planned)
    ]
    insert_all(connection, _TABLE, rows)
    given = {item.id: item.factors for item in planned}
    factors.add_application_factors(connection, id, given=given)


def append(
    connection: Connection, id: str, application: PlannedApplication, *, token: str | None
) -> None:
    """Keep one more application, after the others."""
    position = connection.execute(_NEXT_POSITION, {"assessment": id}).scalar_one()
    row = {**application_fields(application), "assessment_id": id}
    connection.execute(_TABLE.insert(), {**row, "position": position, "token": token})
    given = {application.id: application.factors}
    factors.add_application_factors(connection, id, given=given)


def replace(connection: Connection, id: str, application: PlannedApplication) -> None:
    """Keep the application as it is now; NotFound when it is not there any more."""
    fields = application_fields(application)
    del fields["id"]
    key = {"assessment": id, "application": application.id}
    if connection.execute(_TABLE.update().where(*_THIS), {**key, **fields}).rowcount == 0:
        raise NotFound(application.id)
    factors.replace_application_factors(connection, id, application.id, levels=application.factors)


def remove(connection: Connection, id: str, application: str) -> None:
    """Forget the application and its factors; NotFound when it is not there any more."""
    key = {"assessment": id, "application": application}
    if connection.execute(_TABLE.delete().where(*_THIS), key).rowcount == 0:
        raise NotFound(application)


def order(connection: Connection, id: str, ids: Sequence[str]) -> None:
    """Put the applications into this order."""
    rows = [
        {"assessment": id, "application": application, "position": position}
        for position, application in enumerate(ids)
    ]
    connection.execute(_TABLE.update().where(*_THIS), rows)
