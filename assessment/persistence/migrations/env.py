"""How Alembic reaches the database: on the connection that `upgrade` gives it, or by settings."""

from alembic import context
from sqlalchemy import Connection

from assessment.persistence.records import Record


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Record.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:  # `alembic revision` on the developer's machine
    from assessment.persistence.database import open_database
    from assessment.settings import settings_from

    with open_database(settings_from().database_url).migration() as own:
        _migrate(own)
