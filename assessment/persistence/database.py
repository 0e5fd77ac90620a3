"""The database: how it is opened, and the one place that commits."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection as Connection
from sqlalchemy import Engine, ExceptionContext, PoolProxiedConnection, create_engine, event
from sqlalchemy.engine import make_url

# Seconds a writer waits for another one; SQLite has one writer at a time.
_PATIENCE = 15


class Database:
    """An open database, safe to share between threads; every call takes a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def name(self) -> str:
        """What people know it by: its file, or its address without the password."""
        url = self.engine.url
        return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends well, else none of them.

        On SQLite the write lock is taken at once: a transaction that first reads and then writes
        would otherwise fail, not wait, when somebody else wrote in between.
        """
        with self.engine.connect() as connection:
            connection.execution_options(sqlite_begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    @contextmanager
    def migration(self) -> Iterator[Connection]:
        """A transaction in which tables may be rebuilt.

        SQLite rebuilds a table by dropping the old one, which would delete the rows that refer to
        it; its foreign keys rest meanwhile, which it allows only outside a transaction.
        """
        with self.engine.connect() as connection:
            driver = connection.connection
            _switch_foreign_keys(driver, "OFF")
            try:
                connection.execution_options(sqlite_begin="BEGIN IMMEDIATE")
                with connection.begin():
                    yield connection
            finally:
                _switch_foreign_keys(driver, "ON")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the data and keeps no change."""
        with self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Give all connections back; the next call opens new ones."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """The database at this URL, such as `sqlite:////home/x/answers.db`; its folder is made."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return Database(create_engine(parsed))
    if parsed.database:
        Path(parsed.database).absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _say_as_the_system_does)
    return Database(engine)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # None: the driver starts no transaction of its own; we do, in _begin_sqlite.
    connection.isolation_level = None
    _use_wal(connection)
    # FULL: what was acknowledged is on disk, also when the power goes.
    for pragma in ("foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: Any) -> None:
    """Switch to the write-ahead log; SQLite itself does not wait for who is switching already."""
    deadline = monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest says why
            if not busy or monotonic() > deadline:
                raise
            sleep(0.02)
        else:
            return


def _switch_foreign_keys(driver: PoolProxiedConnection, to: str) -> None:
    if isinstance(driver.driver_connection, sqlite3.Connection):
        driver.driver_connection.execute(f"PRAGMA foreign_keys = {to}")


def _begin_sqlite(connection: Connection) -> None:
    begin = connection.get_execution_options().get("sqlite_begin", "BEGIN")
    connection.exec_driver_sql(begin)


def _say_as_the_system_does(failure: ExceptionContext) -> None:
    """A full disk is one failure, whoever was writing."""
    error = failure.original_exception
    if isinstance(error, sqlite3.Error) and error.sqlite_errorcode == sqlite3.SQLITE_FULL:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
