"""Insert, or else: the one place where SQLite and PostgreSQL are written to differently."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_or_update(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Add the rows; one whose key is there takes the new values. No rows, no statement."""
    if parameters := list(rows):
        connection.execute(_insert_or_update(connection.dialect.name, table), parameters)


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Add the row unless a unique value of it is taken; whether it was added."""
    done = connection.execute(_insert_new(connection.dialect.name, table), row)
    return done.rowcount == 1


def insert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add the rows. No rows, no statement."""
    if parameters := list(rows):
        connection.execute(_insert_all(table), parameters)


@cache
def _insert_all(table: Table) -> Insert:
    return table.insert()


@cache
def _insert_or_update(dialect: str, table: Table) -> Insert:
    keys = list(table.primary_key.columns.keys())
    statement = _insert(dialect, table)
    new = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=new)


@cache
def _insert_new(dialect: str, table: Table) -> Insert:
    statement = _insert(dialect, table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
