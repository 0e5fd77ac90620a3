"""What is asked of the database about the levels of factors."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, select

from assessment.persistence.mapping import Fields
from assessment.persistence.records import ApplicationFactorRecord, BodyFactorRecord, table_of
from assessment.persistence.upsert import insert_all, insert_or_update

Levels = Mapping[str, int | None]

_BODY = table_of(BodyFactorRecord)
_APPLICATION = table_of(ApplicationFactorRecord)
_OF_BODY = select(_BODY).where(_BODY.c.assessment_id == bindparam("id")).order_by(_BODY.c.factor_id)
_OF_APPLICATIONS = (
    select(_APPLICATION)
    .where(_APPLICATION.c.assessment_id == bindparam("id"))
    .order_by(_APPLICATION.c.application_id, _APPLICATION.c.factor_id)
)


def body_factors(connection: Connection, id: str) -> dict[str, int | None]:
    """What was given for the body's factors; None is unknown, not given is left out."""
    return {row.factor_id: row.level for row in connection.execute(_OF_BODY, {"id": id})}


def set_body_factors(
    connection: Connection, id: str, *, levels: Levels, cleared: Collection[str] = ()
) -> None:
    """Keep these levels and forget the cleared ones; the others stay."""
    rows = (
        {"assessment_id": id, "factor_id": factor, "level": level}
        for factor, level in levels.items()
    )
    insert_or_update(connection, _BODY, rows)
    if cleared:
        of_body = _BODY.c.assessment_id == id
        connection.execute(_BODY.delete().where(of_body, _BODY.c.factor_id.in_(cleared)))


def application_factors(connection: Connection, id: str) -> dict[str, dict[str, int | None]]:
    """What was given for the factors of each application."""
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    for row in connection.execute(_OF_APPLICATIONS, {"id": id}):
        found[row.application_id][row.factor_id] = row.level
    return found


def add_application_factors(
    connection: Connection, id: str, *, given: Mapping[str, Levels]
) -> None:
    """Keep the levels of several applications that have none yet."""
    rows = (row for application, levels in given.items() for row in _rows(id, application, levels))
    insert_all(connection, _APPLICATION, rows)


def replace_application_factors(
    connection: Connection, id: str, application: str, *, levels: Levels
) -> None:
    """Keep exactly these levels for the application."""
    of_application = _APPLICATION.c.application_id == application
    connection.execute(
        _APPLICATION.delete().where(_APPLICATION.c.assessment_id == id, of_application)
    )
    insert_all(connection, _APPLICATION, _rows(id, application, levels))


def _rows(id: str, application: str, levels: Levels) -> Iterable[Fields]:
    return [
        {"assessment_id": id, "application_id": application, "factor_id": factor, "level": level}
        for factor, level in levels.items()
    ]
