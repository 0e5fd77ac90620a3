"""Changes of the tables in order; the server brings its database up to date when it starts."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from assessment.errors import Invalid, Problem
from assessment.persistence.database import Database

_HERE = Path(__file__).parent


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the tables to the revision; those that are there already are left alone.

    Raises Invalid for a database that cannot be opened or that a newer version has changed.
    """
    try:
        with database.migration() as connection:
            command.upgrade(_config(connection), revision)
    except (CommandError, RevisionError) as error:
        raise _unusable(database, "database_newer") from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = getattr(error, "orig", error)
        raise _unusable(database, "database_unusable", reason=str(cause)) from error


def downgrade(database: Database, revision: str) -> None:
    """Take the tables back to an older revision."""
    with database.migration() as connection:
        command.downgrade(_config(connection), revision)


def _unusable(database: Database, code: str, **values: object) -> Invalid:
    return Invalid([Problem(code, values=values, file=database.name)])


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE))
    return config
